"""What comes without ids, and has come before, is known again by its title and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.services.annotating import list_annotations, undo
from bulletin_tui.services.exporting import Shape, export
from bulletin_tui.services.restoring import restore
from bulletin_tui.services.taking_up import Outcome
from unit.store.samples import ARTICLE, BEES, OTHER, ROAD, highlight, make_workspace, marks

if TYPE_CHECKING:
    from pathlib import Path

WITHOUT_IDS = ["clippings", "koreader", "readwise"]


def exported(folder: Path, form: str) -> bytes:
    """Two marks of the first article, as another program would have them."""
    with make_workspace(folder, ARTICLE, OTHER) as workspace:
        highlight(workspace, BEES, "hỏi giá mật")
        highlight(workspace, ROAD)
        return export(workspace, Shape(form)).encode()


@pytest.mark.parametrize("form", WITHOUT_IDS)
def test_marks_on_an_article_that_is_gone_are_there_already(tmp_path: Path, form: str) -> None:
    data = exported(tmp_path, form)
    with make_workspace(tmp_path, OTHER) as workspace:
        assert restore(workspace, data).outcomes == {Outcome.ALREADY_THERE: 2}
        assert len(marks(workspace)) == 2


@pytest.mark.parametrize("form", WITHOUT_IDS)
def test_marks_that_came_before_their_article_find_it_the_next_time(
    tmp_path: Path, form: str
) -> None:
    data = exported(tmp_path / "elsewhere", form)
    with make_workspace(tmp_path, OTHER) as workspace:
        assert restore(workspace, data).outcomes == {Outcome.ADDED: 2}
        added = {mark.id for mark in marks(workspace)}
    with make_workspace(tmp_path, ARTICLE, OTHER) as workspace:
        assert restore(workspace, data).outcomes == {Outcome.UPDATED: 2}
        placed = {each.annotation.id: each.span for each in list_annotations(workspace)}
        assert placed.keys() == added
        assert set(placed.values()) == {BEES, ROAD}
        assert restore(workspace, data).outcomes == {Outcome.ALREADY_THERE: 2}
        assert undo(workspace) is not None
        assert {mark.article_id for mark in marks(workspace)} != {ARTICLE.id}


def test_another_note_on_the_same_words_is_added_to_the_mark(tmp_path: Path) -> None:
    data = exported(tmp_path, "koreader")
    other = data.replace("hỏi giá mật".encode(), "hỏi cả giá chè".encode())
    with make_workspace(tmp_path, OTHER) as workspace:
        assert restore(workspace, other).outcomes[Outcome.UPDATED] == 1
        assert {mark.note for mark in marks(workspace)} == {"hỏi giá mật\n\nhỏi cả giá chè", ""}
