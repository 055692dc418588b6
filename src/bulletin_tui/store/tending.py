"""Looking after what was marked, behind the first frame or after a command: checked and backed up.

It has a connection of its own, so that it may run in any thread, beside the reader's work.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.errors import NotSavedError, StateUnavailableError
from bulletin_tui.reasons import system_reason
from bulletin_tui.store.absorbing import events_of
from bulletin_tui.store.annotations import TO_BE_MENDED, AnnotationRows
from bulletin_tui.store.backups import back_up_changes, is_due
from bulletin_tui.store.copies import know_more
from bulletin_tui.store.database import connect, transaction
from bulletin_tui.store.events import MarkEvent, TextEvent
from bulletin_tui.store.failures import reading_in_words, reason_of
from bulletin_tui.store.files import keep_copy
from bulletin_tui.store.journal import journal_of, journals_in, read_log
from bulletin_tui.store.log_lines import LineReader
from bulletin_tui.store.purging import finish_purges
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from bulletin_tui.store.events import Event
    from bulletin_tui.store.journal import Journal


@dataclass(frozen=True, slots=True)
class Tended:
    """How the database and its copies are, in words that follow a colon."""

    damaged_rows: int = 0
    can_be_mended: bool = False
    """Whether a copy has what damaged rows have lost; it is done when the database is opened."""
    journal_fault: str = ""
    backup_fault: str = ""


def tend(paths: Paths, now: datetime, *, checks_rows: bool = True) -> Tended:
    """Bring the journal up, finish purges, check every row, and back up what has changed.

    Without `checks_rows`, rows are checked only before a backup is made of them. Saving may go on
    meanwhile. Raises StateUnavailableError when the database cannot be used.
    """
    with reading_in_words(), closing(connect(paths.state_db)) as connection:
        rows = AnnotationRows(connection)
        if checks_rows or is_due(connection, paths.backups, now):
            rows.check()
        can_be_mended = bool(rows.damaged) and know_more(connection, paths)
        if can_be_mended:
            _ask_for_mending(connection)
        journal_fault = _bring_journal_up(connection, rows, paths)
        # What can be mended is mended first: no backup is to be pushed out by one with less in it.
        backup_fault = "" if can_be_mended else _back_up(connection, paths, now)
        return Tended(len(rows.damaged), can_be_mended, journal_fault, backup_fault)


def mend_journals(paths: Paths) -> int:
    """Read the whole journal; returns how many of its lines were bad, and are written anew.

    It is kept as it was found. Raises StateUnavailableError, and NotSavedError when it cannot be
    written.
    """
    bad = 0
    with reading_in_words(), closing(connect(paths.state_db)) as connection:
        for journal in journals_in(paths.journal):
            bad_here, names = _read_through(journal)
            made = events_of(connection, AnnotationRows(connection).made_by(journal.device))
            missing = [event for event in made if _name_of(event) not in names]
            if bad_here or missing:
                _write_anew(journal, missing, paths.damaged)
            bad += bad_here
    return bad


def _read_through(journal: Journal) -> tuple[int, set[str]]:
    """How many lines are bad, and the names of the events in the others."""
    reader = LineReader()
    names: set[str] = set()
    with suppress(OSError):
        names.update(_name_of(event) for event in read_log(journal.file, reader))
    return reader.bad, names


def _name_of(event: Event) -> str:
    if isinstance(event, MarkEvent):
        return event.revision.event
    return event.digest if isinstance(event, TextEvent) else event.device


def _write_anew(journal: Journal, missing: Iterable[Event], damaged: Path) -> None:
    try:
        keep_copy(journal.file, damaged)
        journal.keep_only(lambda _event: True, more=missing)
    except OSError as error:
        sentence = _("the journal was not mended: {reason}")
        raise NotSavedError(sentence.format(reason=system_reason(error))) from error


def _ask_for_mending(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        connection.execute(
            "INSERT OR REPLACE INTO meta (key, value) VALUES (?, '')", (TO_BE_MENDED,)
        )


def _bring_journal_up(connection: sqlite3.Connection, rows: AnnotationRows, paths: Paths) -> str:
    journal = journal_of(connection, paths.journal)
    try:
        journal.follow(connection, rows)
    except OSError as error:
        return system_reason(error)
    finish_purges(connection, paths)
    return ""


def _back_up(connection: sqlite3.Connection, paths: Paths, now: datetime) -> str:
    """Why there is no backup that should be there."""
    try:
        back_up_changes(connection, paths.backups, now)
    except OSError as error:
        return system_reason(error)
    except sqlite3.Error as error:
        return reason_of(error)
    except StateUnavailableError as error:
        return str(error)
    return ""
