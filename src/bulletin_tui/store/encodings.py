"""The encodings that the reader chose for files, by path.

By path, because a choice is to outlast edits of the file, and because an article's id is that of
the text that the choice makes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from bulletin_tui.store.database import Database


def read_encodings(connection: sqlite3.Connection) -> dict[str, str]:
    """Every choice; none in a database that is older than this. Raises sqlite3.Error."""
    is_there = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'encoding_choice'"
    if connection.execute(is_there).fetchone() is None:
        return {}
    return dict(connection.execute("SELECT path, encoding FROM encoding_choice"))


def choose_encoding(
    connection: sqlite3.Connection, path: str, encoding: str | None, now: datetime
) -> None:
    """Have a file read by this encoding; with None, by the likeliest again."""
    connection.execute("DELETE FROM encoding_choice WHERE path = ?", (path,))
    if encoding is not None:
        connection.execute(
            "INSERT INTO encoding_choice (path, encoding, chosen_at) VALUES (?, ?, ?)",
            (path, encoding, now.isoformat()),
        )


class EncodingChoices:
    """The choices in the reader's database, by path."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, str]:
        """Every choice. Raises StateUnavailableError."""
        with self._database.reading() as connection:
            return read_encodings(connection)
