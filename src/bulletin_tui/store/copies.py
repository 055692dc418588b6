"""The copies of what was marked that lie beside the database: its backups and the logs."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, TypeAlias

from bulletin_tui.store.backups import backup_files
from bulletin_tui.store.database import connect_to_copy
from bulletin_tui.store.events import MarkEvent
from bulletin_tui.store.journal import journals_in, read_log
from bulletin_tui.store.log_lines import LineReader
from bulletin_tui.store.revisions import CHECKED_COLUMNS, is_sound

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from bulletin_tui.store.events import Event

_NAMES = "SELECT device, clock, id FROM annotation"
_ROWS = f"SELECT {CHECKED_COLUMNS} FROM annotation"  # noqa: S608 - constants alone

EventName: TypeAlias = tuple[str, int]
"""The device and the clock of a revision."""


def have_copies(paths: Paths) -> bool:
    """Whether there is anything to bring marks back from."""
    return bool(backup_files(paths.backups) or journals_in(paths.journal))


def events_in_log(file: Path) -> Iterator[Event]:
    """The sound events of a log, as far as it can be read."""
    with suppress(OSError):
        yield from read_log(file, LineReader())


def sound_names(connection: sqlite3.Connection) -> set[EventName]:
    """The events that are in a database as they were written. Raises sqlite3.Error."""
    return {(row[-3], row[-2]) for row in connection.execute(_ROWS) if is_sound(row)}


def has_more(backup: Path, known: set[EventName]) -> bool:
    """Whether a backup may have events that are not known; one that is damaged may."""
    try:
        with closing(connect_to_copy(backup)) as connection:
            names = connection.execute("SELECT device, clock FROM annotation")
            return any(name not in known for name in names)
    except sqlite3.DatabaseError:
        return True


def know_more(connection: sqlite3.Connection, paths: Paths) -> bool:
    """Whether a copy has a sound event that the database has not. Raises sqlite3.Error."""
    known = sound_names(connection)
    purged = {row[0] for row in connection.execute("SELECT id FROM purged")}
    for backup in backup_files(paths.backups):
        with suppress(sqlite3.DatabaseError), closing(connect_to_copy(backup)) as copy:
            for device, clock, annotation_id in copy.execute(_NAMES):
                name = (device, clock)
                if annotation_id not in purged and name not in known and _has_sound(copy, name):
                    return True
    return any(
        event.revision.annotation.id not in purged
        and (event.revision.device, event.revision.clock) not in known
        for journal in journals_in(paths.journal)
        for event in events_in_log(journal.file)
        if isinstance(event, MarkEvent)
    )


def _has_sound(copy: sqlite3.Connection, name: EventName) -> bool:
    found = copy.execute(f"{_ROWS} WHERE device = ? AND clock = ?", name).fetchone()
    return found is not None and is_sound(found)
