"""Bringing marks back: from a damaged file, from the backups, from the logs, by their events.

What is already there stays as it is, so it may be done again at any time, and be cut short at any
moment.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bulletin_tui.store.absorbing import absorb
from bulletin_tui.store.annotations import TO_BE_MENDED, AnnotationRows
from bulletin_tui.store.backups import backup_files
from bulletin_tui.store.copies import events_in_log, has_more
from bulletin_tui.store.database import transaction
from bulletin_tui.store.events import MarkEvent
from bulletin_tui.store.journal import journals_in
from bulletin_tui.store.purging import purge, purged_but_there
from bulletin_tui.store.salvaging import Salvaged, read_table, salvage
from bulletin_tui.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from bulletin_tui.store.copies import EventName
    from bulletin_tui.store.events import Event
    from bulletin_tui.store.revisions import Revision, Stored
    from bulletin_tui.store.salvaging import Row

_SOURCES = FROM_OLD_FILE, FROM_BACKUPS, FROM_JOURNAL = (
    N_("the old file"),
    N_("the backups"),
    N_("the journal"),
)
_DEVICE = re.compile(r"[0-9a-f]{16}")
_NUMBERS = ("before", "after")
_OF_EVERY_COPY = ("purged", "device", "document")
_NOT_AS_THEY_ARE = frozenset(
    (*_OF_EVERY_COPY, "meta", "annotation", "annotation_head", "text_version")
) | {"act", "act_change", "log_read"}
"""Tables that are filled from events, or anew; of the others the rows are taken as they are."""

_TOLD = {
    "folder": N_("folders"),
    "correction": N_("corrections"),
    "encoding_choice": N_("chosen encodings"),
}
"""Tables of which the reader is told that they came back."""


@dataclass(slots=True)
class Recovered:
    """What came back."""

    revisions: int = 0
    """That were not there before."""
    marks: int = 0
    """That are there now, without removed ones."""
    sources: list[str] = field(default_factory=list)
    """Names to be translated, of those that had something."""
    others: list[str] = field(default_factory=list)
    """Names to be translated, of what else came back that a person made."""


def rebuild(connection: sqlite3.Connection, paths: Paths, damaged: Path | None = None) -> Recovered:
    """Fill a new database with everything that the damaged one and all copies have.

    Raises sqlite3.Error.
    """
    recovery = _Recovery(connection, paths)
    files = [*filter(None, [damaged]), *backup_files(paths.backups)]
    recovery.identify(files)
    recovery.take_tables(files, _OF_EVERY_COPY)
    salvaged = recovery.read_file(damaged, FROM_OLD_FILE) if damaged is not None else Salvaged()
    recovery.read_copies()
    recovery.take_marks()
    for table in sorted(recovery.tables() - _NOT_AS_THEY_ARE):
        recovery.take_newest(files, table)
    if damaged is not None:
        recovery.take_undo_log(damaged, salvaged)
    recovery.recovered.marks = sum(AnnotationRows(connection).count_by_document().values())
    return recovery.recovered


def catch_up(connection: sqlite3.Connection, paths: Paths) -> Recovered:
    """Take in what the copies have and the database has not. Raises sqlite3.Error."""
    recovery = _Recovery(connection, paths)
    recovery.take_tables(backup_files(paths.backups), _OF_EVERY_COPY)
    recovery.read_copies()
    recovery.take_marks()
    for annotation_id in purged_but_there(connection):
        purge(connection, annotation_id)
    return recovery.recovered


class _Recovery:
    def __init__(self, connection: sqlite3.Connection, paths: Paths) -> None:
        self._connection = connection
        self._rows = AnnotationRows(connection)
        self._now = datetime.now(UTC)
        self._backups = backup_files(paths.backups)
        self._logs = journals_in(paths.journal)
        self._found: dict[EventName, tuple[MarkEvent, str]] = {}
        self.recovered = Recovered()

    def identify(self, files: Sequence[Path]) -> None:
        """Go on as the device that the first of the files was made by, if one of them knows.

        Else as the one whose acts they hold: when it took another name, they went along.
        """
        for file in files:
            meta = {row["key"]: row["value"] for row in read_table(file, "meta").rows}
            if _DEVICE.fullmatch(str(meta.get("device"))):
                meta.pop(TO_BE_MENDED, None)
                return self._keep([{"key": key, "value": meta[key]} for key in meta], "meta")
        acting = [row["device"] for file in files for row in read_table(file, "act").rows]
        logs = [log.device for log in self._logs] if len(self._logs) == 1 else []
        for device in map(str, (*acting, *logs)):
            if _DEVICE.fullmatch(device):
                return self._keep([{"key": "device", "value": device}], "meta")
        return None

    def tables(self) -> set[str]:
        """The tables of today's schema."""
        question = "SELECT name FROM sqlite_schema WHERE type = 'table'"
        names = {row[0] for row in self._connection.execute(question)}
        return {name for name in names if not name.startswith("sqlite_")}

    def take_tables(self, files: Sequence[Path], tables: Sequence[str]) -> None:
        """Take the rows of all of the files, the first one with a key."""
        for file in files:
            for table in tables:
                self._keep(read_table(file, table).rows, table, "IGNORE")

    def take_newest(self, files: Sequence[Path], table: str) -> None:
        """Take the rows of the first of the files, the newest, that has the whole table.

        What can be read of those that are newer still is laid over them. A row that one of these
        had no more comes back then: it cannot be told from one that was destroyed.
        """
        newer: list[list[Row]] = []
        for file in files:
            found = read_table(file, table)
            newer.append(found.rows)
            if found.is_whole:
                break
        for rows in reversed(newer):
            self._keep(rows, table)
        if table in _TOLD and self._count(table):
            self.recovered.others.append(_TOLD[table])

    def _count(self, table: str) -> int:
        row: tuple[int] = self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - a name of the schema
        return row[0]

    def read_file(self, file: Path, source: str) -> Salvaged:
        """Look for annotations in a database."""
        salvaged = salvage(file)
        self._keep(salvaged.purged, "purged", "IGNORE")
        self._gather(salvaged.events(), source)
        return salvaged

    def read_copies(self) -> None:
        """Look for annotations in all backups and logs."""
        known = set(self._connection.execute("SELECT device, clock FROM annotation"))
        for backup in self._backups:
            if has_more(backup, known | self._found.keys()):
                self.read_file(backup, FROM_BACKUPS)
        for log in self._logs:
            self._gather(events_in_log(log.file), FROM_JOURNAL)

    def _gather(self, events: Iterable[Event], source: str) -> None:
        absorb(self._connection, self._rows, self._marks_left_out(events, source), self._now)

    def _marks_left_out(self, events: Iterable[Event], source: str) -> Iterator[Event]:
        """The other events; marks are put down under their names, rather with their document."""
        for event in events:
            if not isinstance(event, MarkEvent):
                yield event
                continue
            name = (event.revision.device, event.revision.clock)
            known, first = self._found.get(name, (event, source))
            self._found[name] = (event if not known.document.paths else known, first)

    def take_marks(self) -> None:
        """Write the annotations that were found, in the order in which they were made."""
        known = set(self._connection.execute("SELECT device, clock FROM annotation"))
        new = {name: found for name, found in self._found.items() if name not in known}
        events = [new[name][0] for name in sorted(new, key=lambda one: (one[1], one[0]))]
        self.recovered.revisions = absorb(self._connection, self._rows, events, self._now).new
        sources = {source for _event, source in new.values()}
        self.recovered.sources = [one for one in _SOURCES if one in sources]

    def take_undo_log(self, file: Path, salvaged: Salvaged) -> None:
        """Take what can be undone, if all of it is there."""
        acts, changes = read_table(file, "act"), read_table(file, "act_change")
        if not (acts.is_whole and changes.is_whole):
            return
        numbers: dict[tuple[Stored, Stored], int | None] = {
            (one.annotation.id, one.annotation.revision): self._number_of(one)
            for one in salvaged.revisions
        }
        renumbered: list[Row] = []
        for row in changes.rows:
            now = {key: numbers.get((row["annotation_id"], row[key])) for key in _NUMBERS}
            if now["after"] is None or (now["before"] is None) is not (row["before"] is None):
                return
            renumbered.append({**row, **now})
        self._keep(acts.rows, "act")
        self._keep(renumbered, "act_change")

    def _number_of(self, revision: Revision) -> int | None:
        found = self._connection.execute(
            "SELECT revision FROM annotation WHERE clock = ? AND device = ? AND id = ?",
            (revision.clock, revision.device, revision.annotation.id),
        ).fetchone()
        return found[0] if found is not None else None

    def _keep(self, rows: Iterable[Row], table: str, clash: str = "REPLACE") -> None:
        """Write rows, but for those that cannot stand in the table."""
        columns = {row[1] for row in self._connection.execute(f"PRAGMA table_info({table})")}
        with transaction(self._connection):
            for row in rows:
                names = [name for name in row if name in columns]
                marks = ", ".join("?" * len(names))
                statement = f"INSERT OR {clash} INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608
                with suppress(sqlite3.IntegrityError):
                    self._connection.execute(statement, [row[name] for name in names])
