"""What was searched for: a short list, the last one first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

MOST_QUERIES = 50


def recent_queries(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The last one first; the order is that of asking, whatever the clock said."""
    rows = connection.execute("SELECT text FROM recent_query ORDER BY rowid DESC")
    return tuple(row[0] for row in rows)


def remember_query(connection: sqlite3.Connection, text: str, now: datetime) -> None:
    """Put `text` first, and forget what then is one too many."""
    connection.execute(
        "INSERT OR REPLACE INTO recent_query (text, asked_at) VALUES (?, ?)",
        (text, now.isoformat()),
    )
    connection.execute(
        """
        DELETE FROM recent_query WHERE rowid NOT IN
            (SELECT rowid FROM recent_query ORDER BY rowid DESC LIMIT ?)
        """,
        (MOST_QUERIES,),
    )


def forget_query(connection: sqlite3.Connection, text: str) -> None:
    """Forget one, so that its bytes are gone from the file as well."""
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("DELETE FROM recent_query WHERE text = ?", (text,))


def forget_queries(connection: sqlite3.Connection) -> None:
    """Forget all of them, so that their bytes are gone from the file as well."""
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("DELETE FROM recent_query")
