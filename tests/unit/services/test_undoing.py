"""Every act can be taken back and done again, across restarts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.services.annotating import (
    ActKind,
    ActOfMarks,
    can_undo,
    edit_note,
    redo,
    remove,
    undo,
)
from unit.store.samples import (
    ARTICLE,
    ROAD,
    highlight,
    make_annotation,
    make_workspace,
    marks,
)

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.services.workspace import Workspace


def named(act: ActOfMarks | None) -> tuple[ActKind, set[str]] | None:
    """What an act did, and the ids of its marks."""
    return (act.kind, {mark.id for mark in act.marks}) if act is not None else None


def test_there_is_nothing_to_undo_or_redo_at_first(workspace: Workspace) -> None:
    assert undo(workspace) is None
    assert redo(workspace) is None
    assert not can_undo(workspace)


def test_it_is_known_whether_there_is_something_to_undo(workspace: Workspace) -> None:
    highlight(workspace)
    assert can_undo(workspace)
    undo(workspace)
    assert not can_undo(workspace)
    redo(workspace)
    assert can_undo(workspace)


def test_an_added_mark_goes_and_comes_back(workspace: Workspace) -> None:
    made = highlight(workspace)
    assert named(undo(workspace)) == (ActKind.ADDED, {made.id})
    assert marks(workspace) == []
    assert named(redo(workspace)) == (ActKind.ADDED, {made.id})
    assert [mark.quote for mark in marks(workspace)] == [made.quote]


def test_removed_marks_come_back_together(workspace: Workspace) -> None:
    made = [highlight(workspace), highlight(workspace, ROAD, "đường mới")]
    remove(workspace, [mark.id for mark in made])
    assert named(undo(workspace)) == (ActKind.REMOVED, {mark.id for mark in made})
    assert {mark.id for mark in marks(workspace)} == {mark.id for mark in made}
    assert {mark.note for mark in marks(workspace)} == {"", "đường mới"}


def test_a_change_is_undone_as_a_new_revision(workspace: Workspace) -> None:
    made = highlight(workspace, note="bản đầu")
    edit_note(workspace, made.id, "bản hai")
    assert named(undo(workspace)) == (ActKind.CHANGED, {made.id})
    (mark,) = marks(workspace)
    assert (mark.note, mark.revision) == ("bản đầu", 3)


def test_an_act_that_changed_a_mark_twice_is_undone_to_what_was_before_it(
    workspace: Workspace,
) -> None:
    made = highlight(workspace, note="một")
    with workspace.store.act() as act:
        hai = act.revise(replace(made, note="hai"))
        act.revise(replace(hai, note="ba"))
    undo(workspace)
    assert [mark.note for mark in marks(workspace)] == ["một"]


def test_an_act_that_wrote_a_new_mark_twice_is_undone_to_none(workspace: Workspace) -> None:
    new = make_annotation(ARTICLE, note="một")
    with workspace.store.act() as act:
        act.add(ARTICLE, new)
        act.add(ARTICLE, replace(new, note="hai"))
    undo(workspace)
    assert marks(workspace) == []
    redo(workspace)
    assert [mark.note for mark in marks(workspace)] == ["hai"]


def test_acts_are_undone_one_by_one_and_redone_in_their_order(workspace: Workspace) -> None:
    made = highlight(workspace, note="một")
    edit_note(workspace, made.id, "hai")
    edit_note(workspace, made.id, "ba")
    notes = []
    for step in (undo, undo, redo, redo, undo):
        step(workspace)
        notes.append(marks(workspace)[0].note)
    assert notes == ["hai", "một", "hai", "ba", "hai"]


def test_a_new_act_ends_redoing(workspace: Workspace) -> None:
    made = highlight(workspace, note="một")
    edit_note(workspace, made.id, "hai")
    undo(workspace)
    edit_note(workspace, made.id, "ba")
    assert redo(workspace) is None
    assert marks(workspace)[0].note == "ba"


def test_what_a_new_act_ended_stays_ended_when_that_is_undone(workspace: Workspace) -> None:
    made = highlight(workspace)
    undo(workspace)
    edit_note(workspace, made.id, "một")
    undo(workspace)
    redo(workspace)
    assert [mark.note for mark in marks(workspace)] == ["một"]
    assert redo(workspace) is None


def test_acts_of_an_earlier_start_are_undone(tmp_path: Path) -> None:
    with make_workspace(tmp_path, ARTICLE) as workspace:
        highlight(workspace)
    with make_workspace(tmp_path, ARTICLE) as workspace:
        assert undo(workspace) is not None
        assert marks(workspace) == []
    with make_workspace(tmp_path, ARTICLE) as workspace:
        assert redo(workspace) is not None
        assert len(marks(workspace)) == 1
