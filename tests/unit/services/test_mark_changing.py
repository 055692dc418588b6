"""What is done to many marks is one act, and is undone as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import NothingFoundError
from bulletin_tui.services import annotating
from bulletin_tui.services.marks import changing
from unit.store.samples import GREEN, OTHER, ROAD, YELLOW, bookmark, highlight, marks

if TYPE_CHECKING:
    from bulletin_tui.services.workspace import Workspace


def test_many_marks_are_recoloured_and_undone_at_once(workspace: Workspace) -> None:
    ids = [highlight(workspace).id, highlight(workspace, ROAD).id]
    assert changing.recolor_all(workspace, ids, GREEN) == 2
    assert {mark.color for mark in marks(workspace)} == {GREEN}
    annotating.undo(workspace)
    assert {mark.color for mark in marks(workspace)} == {YELLOW}


def test_a_bookmark_among_highlights_keeps_having_no_colour(workspace: Workspace) -> None:
    place = bookmark(workspace, OTHER, 0)
    ids = [place.id, highlight(workspace).id]
    assert changing.recolor_all(workspace, ids, GREEN) == 1
    assert place in marks(workspace)


def test_tags_are_put_on_and_taken_off_in_one_act(workspace: Workspace) -> None:
    ids = [highlight(workspace).id, highlight(workspace, ROAD).id]
    changing.retag(workspace, ids, ("cũ", "  giữ \n lại "), ())
    changing.retag(workspace, ids, ("mới",), ("cũ",))
    assert {mark.tags for mark in marks(workspace)} == {("giữ lại", "mới")}
    annotating.undo(workspace)
    assert {mark.tags for mark in marks(workspace)} == {("cũ", "giữ lại")}


def test_removed_marks_come_back_as_they_were(workspace: Workspace) -> None:
    made = highlight(workspace, note="Đã hỏi")
    annotating.remove(workspace, [made.id])
    assert changing.bring_back(workspace, [made.id]) == 1
    (back,) = marks(workspace)
    assert (back.id, back.note, back.quote) == (made.id, "Đã hỏi", made.quote)


def test_nothing_is_changed_when_one_mark_never_was(workspace: Workspace) -> None:
    made = highlight(workspace)
    with pytest.raises(NothingFoundError):
        changing.recolor_all(workspace, [made.id, "no-such-mark"], GREEN)
    assert marks(workspace) == [made]


def test_a_tag_that_is_there_already_is_put_on_once(workspace: Workspace) -> None:
    made = highlight(workspace)
    for _again in range(2):
        changing.retag(workspace, [made.id], ("đê",), ())
    assert [mark.tags for mark in marks(workspace)] == [("đê",)]
