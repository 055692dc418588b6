"""Opening `state.db`: made when missing, mended when damaged, only read when it must be.

Whatever is found, a file that may hold a person's notes is neither deleted nor overwritten.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bulletin_tui.errors import StateUnavailableError
from bulletin_tui.reasons import system_reason
from bulletin_tui.store.annotations import TO_BE_MENDED, AnnotationRows
from bulletin_tui.store.database import connect, connect_in_memory, pragma_number, transaction
from bulletin_tui.store.failures import is_busy, is_damage, is_denied, reading_in_words, reason_of
from bulletin_tui.store.files import (
    create_file,
    has_stray_journal,
    hold_folder,
    set_aside,
)
from bulletin_tui.store.migrations import APPLICATION_ID, SCHEMA_VERSION, migrate
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from bulletin_tui.store.journal import Journal

_OLDEST_SQLITE = (3, 37, 0)
"""The first with STRICT tables."""
_MOST_CHECKED = 500
"""Rows that are checked at every start: they take some milliseconds."""
_RECENT = 50
"""Events of the journal that are looked for at every start."""


class StoreAccess(StrEnum):
    """What can be done with what was opened."""

    WRITABLE = "writable"
    READ_ONLY = "read-only"
    MEMORY = "memory"
    """Everything works, and is gone at the end."""


@dataclass(frozen=True, slots=True)
class OpenedDatabase:
    """A connection, what it allows, and what the reader has to be told about it."""

    connection: sqlite3.Connection
    access: StoreAccess
    notice: str = ""


def open_database(paths: Paths) -> OpenedDatabase:
    """Open `state.db` as well as can be.

    Raises StateUnavailableError when it stays locked, or SQLite is too old.
    """
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise _too_old()
    with reading_in_words():
        try:
            paths.data.mkdir(mode=0o700, parents=True, exist_ok=True)
            with hold_folder(paths.data):
                return _open_file(paths)
        except OSError as error:
            sentence = _("{path} cannot be used ({reason})")
            reason = system_reason(error)
            return _open_memory(sentence.format(path=clean_line(str(paths.data)), reason=reason))
        except sqlite3.Error as error:
            if is_busy(error):
                raise
            return _open_memory(reason_of(error))


def _too_old() -> StateUnavailableError:
    sentence = _("SQLite {found} is too old for your notes: {needed} is the oldest that will do")
    return StateUnavailableError(
        sentence.format(
            found=sqlite3.sqlite_version, needed=".".join(str(part) for part in _OLDEST_SQLITE)
        ),
        advice=_("Use a newer Python: it brings its own SQLite."),
    )


def _open_memory(reason: str) -> OpenedDatabase:
    connection = connect_in_memory()
    migrate(connection)
    sentence = _("Nothing will be saved: {reason}.")
    return OpenedDatabase(connection, StoreAccess.MEMORY, sentence.format(reason=reason))


def _open_file(paths: Paths) -> OpenedDatabase:
    file = paths.state_db
    if os.path.lexists(file):
        fault = _find_fault(file)
        return _make_anew(paths, fault) if fault else _open_sound(paths)
    if has_stray_journal(file):
        set_aside(file, paths.damaged)
    if paths.backups.is_dir() or paths.journal.is_dir():
        return _make_anew(paths, "")
    create_file(file, _fill)
    return OpenedDatabase(connect(file), StoreAccess.WRITABLE)


def _fill(file: Path) -> None:
    with closing(connect(file)) as connection:
        migrate(connection)


def _make_anew(paths: Paths, fault: str) -> OpenedDatabase:
    from bulletin_tui.store.mending import make_anew  # hardly any start needs it

    notice = make_anew(paths, fault)
    return OpenedDatabase(connect(paths.state_db), StoreAccess.WRITABLE, notice)


def _find_fault(file: Path) -> str:
    """Why the content cannot be used; empty when it can. Raises OSError and sqlite3.Error."""
    if file.stat().st_size == 0:
        return _("the file was empty")
    try:
        with closing(connect(file)) as connection:
            return _fault_inside(connection, file)
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return reason_of(error)
        raise


def _fault_inside(connection: sqlite3.Connection, file: Path) -> str:
    if pragma_number(connection, "application_id") != APPLICATION_ID:
        return _("the file was not made by this program")
    version = pragma_number(connection, "user_version")
    if version > SCHEMA_VERSION:
        return ""
    sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    device = connection.execute("SELECT value FROM meta WHERE key = 'device'").fetchone()
    is_whole = sound and version > 0 and device is not None and _is_long_enough(connection, file)
    return "" if is_whole else _("the database is damaged")


def _is_long_enough(connection: sqlite3.Connection, file: Path) -> bool:
    """Whether no page is missing; SQLite notices empty ones only when it writes again."""
    connection.execute("BEGIN")  # else another process may make it shorter in between
    length = pragma_number(connection, "page_count") * pragma_number(connection, "page_size")
    return file.stat().st_size >= length


def _open_sound(paths: Paths) -> OpenedDatabase:
    file = paths.state_db
    connection = connect(file)
    try:
        version = pragma_number(connection, "user_version")
        if version <= SCHEMA_VERSION and _is_writable(connection, version):
            connection.execute("PRAGMA journal_mode = DELETE")
            notices = [_migrate(connection, version, paths.backups)]
            fault = _fault_of_rows(connection, paths)
            if not fault:
                notices.append(_catch_up(connection, paths))
                notice = " ".join(filter(None, notices))
                return OpenedDatabase(connection, StoreAccess.WRITABLE, notice)
            connection.close()
            return _make_anew(paths, fault)
    except BaseException:
        connection.close()
        raise
    connection.close()
    if version > SCHEMA_VERSION:
        notice = _("Nothing will be saved: a newer version of this program made your notes.")
    else:
        notice = _("Nothing will be saved: the file {path} can only be read.")
    notice = notice.format(path=clean_line(str(file)))
    connection = _read_in_memory(file) if version < SCHEMA_VERSION else connect(file, mode="ro")
    return OpenedDatabase(connection, StoreAccess.READ_ONLY, notice)


def _read_in_memory(file: Path) -> sqlite3.Connection:
    """A copy of an older database that cannot be brought up where it is. Raises sqlite3.Error."""
    connection = connect_in_memory()
    with closing(connect(file, mode="ro")) as source:
        source.backup(connection)
    migrate(connection)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _migrate(connection: sqlite3.Connection, version: int, backups: Path) -> str:
    """Bring an older database up, with a backup of it first; says why there is none."""
    if version == SCHEMA_VERSION:
        return ""
    from bulletin_tui.store.mending import back_up_first  # only after an update

    notice = back_up_first(connection, backups)
    migrate(connection)
    return notice


def _fault_of_rows(connection: sqlite3.Connection, paths: Paths) -> str:
    """Why the database has to be made anew, if rows are damaged and copies have them sound.

    Of a large database rows are checked only when they were found damaged before.
    """
    (count,) = connection.execute("SELECT count(*) FROM annotation").fetchone()
    if count > _MOST_CHECKED and not _is_to_be_mended(connection):
        return ""
    rows = AnnotationRows(connection)
    rows.check()
    if rows.damaged:
        from bulletin_tui.store.mending import fault_of_rows  # hardly any start needs it

        if fault := fault_of_rows(connection, rows, paths):
            return fault
    if _is_to_be_mended(connection):
        with transaction(connection):
            connection.execute("DELETE FROM meta WHERE key = ?", (TO_BE_MENDED,))
    return ""


def _is_to_be_mended(connection: sqlite3.Connection) -> bool:
    found = connection.execute("SELECT 1 FROM meta WHERE key = ?", (TO_BE_MENDED,))
    return found.fetchone() is not None


def _catch_up(connection: sqlite3.Connection, paths: Paths) -> str:
    """Take in what the journal has and the database has not, as an old copy of it would."""
    if not paths.journal.is_dir():
        return ""
    from bulletin_tui.store.journal import journals_in  # nothing was ever marked without one

    rows = AnnotationRows(connection)
    if all(_knows_end_of(journal, rows) for journal in journals_in(paths.journal)):
        return ""
    from bulletin_tui.store.mending import bring_up  # hardly any start needs it

    return bring_up(connection, paths)


def _knows_end_of(journal: Journal, rows: AnnotationRows) -> bool:
    """Not the last event alone: one may have been saved after older ones had been lost."""
    try:
        recent = journal.recent_clocks(_RECENT)
    except OSError:
        return True
    return all(rows.has_name(journal.device, clock) for clock in recent)


def _is_writable(connection: sqlite3.Connection, version: int) -> bool:
    """Whether the file and its folder take a write, which is tried and taken back.

    A full disk counts as writable: there may be room by the time something is saved.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA user_version = {version}")
    except sqlite3.OperationalError as error:
        return not is_denied(error)
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    return True
