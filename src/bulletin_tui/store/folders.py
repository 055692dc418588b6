"""The folders that the reader added to the library, and whether the bundled reports are in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from bulletin_tui.store.database import Database

BUNDLED = "bundled"
"""Stands for the bundled reports where a path would; added folders have absolute paths."""


@dataclass(frozen=True, slots=True)
class AddedFolder:
    """A folder, by the real path that it had when it was added."""

    path: Path
    added_at: datetime


@dataclass(frozen=True, slots=True)
class FolderRows:
    """What the library is made of besides what was imported."""

    added: tuple[AddedFolder, ...] = ()
    """In the order in which they were added."""
    has_bundled: bool = True


def read_folders(connection: sqlite3.Connection) -> FolderRows:
    """What was added; nothing in a database that is older than this. Raises sqlite3.Error."""
    is_there = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'folder'"
    if connection.execute(is_there).fetchone() is None:
        return FolderRows()
    rows: list[tuple[str, str, int]] = connection.execute(
        "SELECT path, added_at, is_left_out FROM folder ORDER BY rowid"
    ).fetchall()
    return FolderRows(
        tuple(
            AddedFolder(Path(path), datetime.fromisoformat(added_at))
            for path, added_at, _is_left_out in rows
            if path != BUNDLED
        ),
        has_bundled=not any(path == BUNDLED and is_left_out for path, _at, is_left_out in rows),
    )


class Folders:
    """What the library is made of, in the open database."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def read(self) -> FolderRows:
        """The rows as they are now. Raises StateUnavailableError."""
        with self._database.reading() as connection:
            return read_folders(connection)

    def add(self, path: str) -> None:
        """Put a folder, or what is BUNDLED, into the library. Raises NotSavedError."""
        self._put(path, is_left_out=False)

    def remove(self, path: str) -> None:
        """Take a folder out; of what is BUNDLED it is noted that it is. Raises NotSavedError."""
        if path == BUNDLED:
            return self._put(path, is_left_out=True)
        with self._database.saving() as connection:
            connection.execute("DELETE FROM folder WHERE path = ?", (path,))
        return None

    def _put(self, path: str, *, is_left_out: bool) -> None:
        with self._database.saving() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO folder (path, added_at, is_left_out) VALUES (?, ?, ?)",
                (path, self._now().isoformat(), is_left_out),
            )
