"""What an index was built from: its files as they were then, and when a build last came to its end.

Functions raise IndexUnavailableError.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from threading import Timer
from typing import TYPE_CHECKING

from bulletin_tui.model.library import FileProblem
from bulletin_tui.paths import is_in_utf8
from bulletin_tui.search.failures import using_index
from bulletin_tui.search.schema import create_tables
from bulletin_tui.search.writing import FileState

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from bulletin_tui.search.opening import Index

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_BUILT_AT = "built_at"
_SEEN = "seen_at "
"""Before the path of a folder."""


def known_files(index: Index) -> dict[str, FileState]:
    """Every file that the index knows, by its path."""
    with using_index():
        rows = index.connection.execute("SELECT path, size, mtime_ns, article, problem FROM file")
        return {row[0]: FileState(*row) for row in rows}


def find_files(index: Index, paths: Collection[str]) -> list[FileState]:
    """Those of these files that the index knows, by path."""
    with using_index():
        rows = index.connection.execute(
            "SELECT path, size, mtime_ns, article, problem FROM file"
            " WHERE path IN (SELECT value FROM json_each(?)) ORDER BY path",
            (json.dumps(tuple(paths)),),
        )
        return [FileState(*row) for row in rows]


def known_problems(index: Index) -> tuple[FileProblem, ...]:
    """The files that could not be read, by path."""
    with using_index():
        rows = index.connection.execute(
            "SELECT path, problem FROM file WHERE problem <> '' ORDER BY path"
        )
        return tuple(FileProblem(path, problem) for path, problem in rows)


def count_articles(index: Index) -> int:
    """How many articles are listed."""
    with using_index():
        row: tuple[int] = index.connection.execute("SELECT count(*) FROM article").fetchone()
        return row[0]


def count_unworded(index: Index) -> int:
    """How many articles cannot be found by the words of their texts yet."""
    with using_index():
        row: tuple[int] = index.connection.execute("SELECT count(*) FROM unworded").fetchone()
        return row[0]


def count_files(index: Index) -> int:
    """How many files the index knows, those without an article too."""
    with using_index():
        row: tuple[int] = index.connection.execute("SELECT count(*) FROM file").fetchone()
        return row[0]


def note_build(index: Index, folders: Iterable[str] = ()) -> None:
    """Remember that the index is now what the files are, and that these folders were there."""
    now = datetime.now(UTC).isoformat()
    names = [_BUILT_AT, *(f"{_SEEN}{folder}" for folder in folders if is_in_utf8(folder))]
    with using_index():
        index.connection.execute("BEGIN IMMEDIATE")
        index.connection.executemany(
            "INSERT OR REPLACE INTO meta VALUES (?, ?)", ((name, now) for name in names)
        )
        index.connection.execute("COMMIT")


def seen_at(index: Index) -> dict[str, datetime]:
    """When each folder was last there, by its path."""
    with using_index():
        rows = index.connection.execute(
            "SELECT substr(key, ?), value FROM meta WHERE key GLOB ?", (len(_SEEN) + 1, f"{_SEEN}*")
        )
        return {path: datetime.fromisoformat(at) for path, at in rows}


def built_at(index: Index) -> datetime | None:
    """When the index last was what the files were; None if that never came to its end."""
    noted = _noted(index, _BUILT_AT)
    return datetime.fromisoformat(noted) if noted else None


def built_at_ns(index: Index) -> int:
    """The same as files have their times: in nanoseconds; 0 if that never came to its end."""
    built = built_at(index)
    return (built - _EPOCH) // timedelta(microseconds=1) * 1000 if built else 0


def read_by(index: Index) -> str:
    """The version that its files were read by; empty before any were."""
    return _noted(index, "read_by")


def worded_in(index: Index) -> str:
    """The language in which it says why files could not be read; empty before any build."""
    return _noted(index, "worded_in")


def _noted(index: Index, name: str) -> str:
    with using_index():
        row: tuple[str] | None = index.connection.execute(
            "SELECT value FROM meta WHERE key = ?", (name,)
        ).fetchone()
        return row[0] if row else ""


def find_damage(index: Index, seconds: float) -> str:
    """What is wrong with the file, in SQLite's words; empty if nothing was found in this time."""
    clock = Timer(seconds, index.interrupt)
    clock.start()
    try:
        if missing := _missing_tables(index.connection):
            return f"no such table: {missing[0]}"
        row: tuple[str] = index.connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.OperationalError:  # the time is over
        return ""
    except sqlite3.DatabaseError as error:
        return str(error)
    finally:
        clock.cancel()
        clock.join()  # what comes next is not to be interrupted
    return "" if row[0] == "ok" else " ".join(row[0].split())


def _missing_tables(connection: sqlite3.Connection) -> list[str]:
    """The tables that a new index has, also those in which SQLite keeps the words, and not this."""
    names = "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
    there = set(connection.execute(names))
    with closing(sqlite3.connect(":memory:")) as new:
        create_tables(new)
        return sorted(name for (name,) in set(new.execute(names)) - there)
