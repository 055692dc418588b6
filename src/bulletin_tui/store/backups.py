"""Backups: whole copies of the database, each checked before it gets its name.

They are made when what was marked or corrected, the encodings that were chosen or the folders that
were added are not what the newest of them has; reading alone makes none.
Kept are the ten newest, and the newest of each of the latest days and months that have one.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

from bulletin_tui.store.database import connect, connect_to_copy
from bulletin_tui.store.files import create_file, hold_folder, stamp_of
from bulletin_tui.store.revisions import CHECKED_COLUMNS, is_sound
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_Made: TypeAlias = tuple[int | str | None, ...]
MOST_NEWEST, MOST_DAYS, MOST_MONTHS = 10, 14, 12
LEAST_APART = timedelta(minutes=10)
"""Starts that follow one another more closely share a backup; the journal has the rest."""

_MADE = """
    SELECT (SELECT max(rowid) FROM annotation), (SELECT max(clock) FROM annotation),
        (SELECT count(*) FROM purged),
        (SELECT group_concat(path || added_at || is_left_out) FROM folder),
        (SELECT count(*) FROM correction), (SELECT max(corrected_at) FROM correction),
        (SELECT count(*) FROM encoding_choice), (SELECT max(chosen_at) FROM encoding_choice)
"""
_ROWS = f"SELECT {CHECKED_COLUMNS} FROM annotation"  # noqa: S608 - constants alone
_NOTHING_MADE: _Made = (None, None, 0, None, 0, None, 0, None)
_PREFIX, _SUFFIX = "state-", ".db"
_STAMP_LENGTH, _DAY_LENGTH, _MONTH_LENGTH = map(len, ("YYYYmmddTHHMMSSZ", "YYYYmmdd", "YYYYmm"))


def backup_files(folder: Path) -> list[Path]:
    """The backups, the newest first."""
    files = (file for file in folder.glob(f"{_PREFIX}*{_SUFFIX}") if file.is_file())
    return sorted(files, key=lambda file: file.name, reverse=True)


def made_at(backup: Path) -> datetime | None:
    """When a backup was made; None for a file that has another kind of name."""
    try:
        return datetime.strptime(_stamp(backup), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None


def make_backup(connection: sqlite3.Connection, folder: Path, now: datetime) -> Path:
    """Copy the whole database. Raises OSError, sqlite3.Error and StateUnavailableError."""
    folder.mkdir(mode=0o700, exist_ok=True)
    with hold_folder(folder):
        return _make(connection, folder, now)


def is_due(connection: sqlite3.Connection, folder: Path, now: datetime) -> bool:
    """Whether marks have changed since the last backup, and some time has gone by.

    Raises sqlite3.Error.
    """
    made = _made(connection)
    last = _last(folder, now)
    if last is None:
        return made != _NOTHING_MADE
    return not _is_recent(last, now) and _made_in(last) != made


def back_up_changes(connection: sqlite3.Connection, folder: Path, now: datetime) -> Path | None:
    """Copy the database if that is due, and drop old copies.

    Raises OSError, sqlite3.Error and StateUnavailableError.
    """
    if not is_due(connection, folder, now):
        return None
    folder.mkdir(mode=0o700, exist_ok=True)
    with hold_folder(folder):
        if not is_due(connection, folder, now):  # another window was quicker
            return None
        backup = _make(connection, folder, now)
        for old in set(backup_files(folder)) - kept_of(backup_files(folder)) - {backup}:
            old.unlink()
        return backup


def rewrite_backup(backup: Path, change: Callable[[sqlite3.Connection], None]) -> None:
    """Put a copy with a change in it in the place of a backup.

    Raises OSError and sqlite3.Error, with the backup as it was.
    """
    with closing(connect_to_copy(backup)) as connection:
        create_file(backup, lambda file: _fill(file, connection, change))


def kept_of(backups: Iterable[Path]) -> set[Path]:
    """Those that are worth keeping."""
    newest_first = sorted(backups, key=lambda file: file.name, reverse=True)
    kept = set(newest_first[:MOST_NEWEST])
    for length, most in ((_DAY_LENGTH, MOST_DAYS), (_MONTH_LENGTH, MOST_MONTHS)):
        newest_of: dict[str, Path] = {}
        for backup in newest_first:
            newest_of.setdefault(_stamp(backup)[:length], backup)
        kept.update(list(newest_of.values())[:most])
    return kept


def _make(connection: sqlite3.Connection, folder: Path, now: datetime) -> Path:
    for leftover in folder.glob(f"{_PREFIX}*{_SUFFIX}.new*"):
        leftover.unlink()
    backup = _free_name(folder, now)
    create_file(backup, lambda file: _fill(file, connection))
    return backup


def _fill(
    file: Path,
    source: sqlite3.Connection,
    change: Callable[[sqlite3.Connection], None] | None = None,
) -> None:
    with closing(connect(file)) as copy:
        source.backup(copy)
        if change is not None:
            change(copy)
        is_whole = copy.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        damaged = _damaged_rows(copy)
        if not is_whole or (damaged and damaged > _damaged_rows(source)):
            raise sqlite3.DatabaseError(_("the copy was not as the original"))


def _damaged_rows(connection: sqlite3.Connection) -> int:
    return sum(not is_sound(row) for row in connection.execute(_ROWS))


def _made(connection: sqlite3.Connection) -> _Made:
    """Changes with all that is marked, removed for good, added, corrected or chosen."""
    made: _Made = connection.execute(_MADE).fetchone()
    return made


def _made_in(backup: Path) -> _Made | None:
    try:
        with closing(connect_to_copy(backup)) as connection:
            return _made(connection)
    except sqlite3.DatabaseError:
        return None


def _last(folder: Path, now: datetime) -> Path | None:
    """The newest backup; one with a time to come, from a clock that was wrong, if all have one."""
    newest_first = backup_files(folder)
    latest = now + LEAST_APART
    by_now = (backup for backup in newest_first if (made_at(backup) or now) <= latest)
    return next(by_now, next(iter(newest_first), None))


def _is_recent(backup: Path, now: datetime) -> bool:
    made = made_at(backup)
    return made is not None and abs(now - made) < LEAST_APART


def _stamp(backup: Path) -> str:
    return backup.name.removeprefix(_PREFIX)[:_STAMP_LENGTH]


def _free_name(folder: Path, now: datetime) -> Path:
    stamp, number = stamp_of(now), 1
    free = folder / f"{_PREFIX}{stamp}{_SUFFIX}"
    while free.exists():
        number += 1
        free = folder / f"{_PREFIX}{stamp}-{number}{_SUFFIX}"
    return free
