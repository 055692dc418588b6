"""A bookmark stands for the block it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import BulletinError
from bulletin_tui.model.annotation import AnnotationKind
from bulletin_tui.services.annotating import toggle_bookmark
from bulletin_tui.services.stacks import MemoryStacks
from unit.store.samples import (
    ARTICLE,
    BEES,
    OTHER,
    ROAD,
    bookmark,
    highlight,
    make_article,
    make_workspace,
    marks,
)

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.services.workspace import Workspace


def test_a_bookmark_quotes_the_first_words_of_its_block(workspace: Workspace) -> None:
    made = bookmark(workspace, ARTICLE, BEES.start)
    assert made.quote.exact == "Sáng thứ ba, tổ công tác đi xem"
    assert (made.kind, made.color) == (AnnotationKind.BOOKMARK, None)


def test_a_bookmark_does_not_reach_into_the_next_block(workspace: Workspace) -> None:
    assert bookmark(workspace, OTHER, 0).quote.exact == "Bến cá buổi sớm"


def test_an_offset_between_blocks_is_in_the_next_one(workspace: Workspace) -> None:
    made = bookmark(workspace, OTHER, len("Bến cá buổi sớm") + 1)
    assert made.quote.exact.startswith("Thuyền về")


def test_toggling_sets_it_and_takes_it_away(workspace: Workspace) -> None:
    made = toggle_bookmark(workspace, ARTICLE, ROAD.start)
    assert marks(workspace) == [made]
    assert toggle_bookmark(workspace, ARTICLE, ROAD.end) is None
    assert marks(workspace) == []


def test_toggling_leaves_highlights_alone(workspace: Workspace) -> None:
    highlight(workspace)
    assert toggle_bookmark(workspace, ARTICLE, BEES.start) is not None
    assert len(marks(workspace)) == 2


def test_an_article_whose_file_is_gone_can_still_be_bookmarked(workspace: Workspace) -> None:
    workspace.stacks = MemoryStacks()
    made = bookmark(workspace, ARTICLE, ROAD.start)
    assert marks(workspace) == [made]


def test_an_article_without_blocks_cannot_be_bookmarked(tmp_path: Path) -> None:
    bare = make_article("trong", ())
    with make_workspace(tmp_path, bare) as workspace, pytest.raises(BulletinError):
        toggle_bookmark(workspace, bare, 0)
