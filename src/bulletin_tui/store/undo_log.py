"""The log of acts, from which they are undone and redone, across restarts.

Undoing and redoing write new revisions; the log only remembers which acts are undone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bulletin_tui.errors import NotSavedError
from bulletin_tui.words import _

if TYPE_CHECKING:
    import sqlite3

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.store.acts import Act

# An act is `done`, or `undone`, or `dropped`: undone, and followed by another act.
_LATEST_DONE = "SELECT max(id) FROM act WHERE device = ? AND state = 'done'"
_FIRST_UNDONE = "SELECT min(id) FROM act WHERE device = ? AND state = 'undone'"


@dataclass(frozen=True, slots=True)
class Change:
    """One annotation before and after an act was undone or redone."""

    before: Annotation
    after: Annotation


def log_act(connection: sqlite3.Connection, act: Act) -> None:
    """Write the act to the log, unless it changed nothing."""
    if not act.revisions:
        return
    connection.execute(
        "UPDATE act SET state = 'dropped' WHERE device = ? AND state = 'undone'", (act.device,)
    )
    row = connection.execute(
        "INSERT INTO act (device, state, recorded_at) VALUES (?, 'done', ?)",
        (act.device, act.now.isoformat()),
    )
    connection.executemany(
        "INSERT INTO act_change (act_id, annotation_id, before, after) VALUES (?, ?, ?, ?)",
        [(row.lastrowid, name, before, after) for name, (before, after) in act.revisions.items()],
    )


def can_undo(connection: sqlite3.Connection, device: str) -> bool:
    """Whether this device has an act that is not undone."""
    row: tuple[int | None] = connection.execute(_LATEST_DONE, (device,)).fetchone()
    return row[0] is not None


def undo(connection: sqlite3.Connection, act: Act) -> tuple[Change, ...]:
    """Take back this device's latest act that is not undone; empty when there is none.

    `act` does the writing and is not to be logged itself.
    """
    row: tuple[int | None] = connection.execute(_LATEST_DONE, (act.device,)).fetchone()
    changes = tuple(
        _go_over(act, annotation_id, after, before)
        for annotation_id, before, after in _changed(connection, row[0])
    )
    connection.execute("UPDATE act SET state = 'undone' WHERE id = ?", row)
    return changes


def redo(connection: sqlite3.Connection, act: Act) -> tuple[Change, ...]:
    """Do again what was undone last; empty when nothing was, or another act came after it."""
    row: tuple[int | None] = connection.execute(_FIRST_UNDONE, (act.device,)).fetchone()
    changes = tuple(
        _go_over(act, annotation_id, before, after)
        for annotation_id, before, after in _changed(connection, row[0])
    )
    connection.execute("UPDATE act SET state = 'done' WHERE id = ?", row)
    return changes


def _changed(
    connection: sqlite3.Connection, act_id: int | None
) -> list[tuple[str, int | None, int]]:
    return connection.execute(
        "SELECT annotation_id, before, after FROM act_change WHERE act_id = ? ORDER BY rowid",
        (act_id,),
    ).fetchall()


def _go_over(act: Act, annotation_id: str, old: int | None, new: int | None) -> Change:
    """Change what differs between two revisions, and leave the rest as it is by now.

    None stands for the time before the first one, when the annotation was not there.
    """
    current = act.find(annotation_id)
    if current is None:
        raise _damaged()
    if old is None or new is None:
        return Change(current, act.revise(replace(current, deleted=new is None)))
    source, target = (_revision(act, annotation_id, number) for number in (old, new))
    return Change(current, act.revise(_with_changes(current, source, target)))


def _revision(act: Act, annotation_id: str, number: int) -> Annotation:
    found = act.find_revision(annotation_id, number)
    if found is None:
        raise _damaged()
    return found


def _with_changes(current: Annotation, source: Annotation, target: Annotation) -> Annotation:
    if source.anchor != target.anchor:
        current = current.anchored_as(target)
    if source.note != target.note:
        current = replace(current, note=target.note)
    if source.color is not target.color:
        current = replace(current, color=target.color)
    if source.tags != target.tags:
        current = replace(current, tags=target.tags)
    return replace(current, deleted=target.deleted)


def _damaged() -> NotSavedError:
    return NotSavedError(_("not saved: the earlier state of this mark is damaged"))
