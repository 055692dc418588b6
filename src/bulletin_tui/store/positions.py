"""Where reading stopped, which article came last, and what has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import Position
from bulletin_tui.text.words_at import words_at

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from bulletin_tui.model.article import Article

_LAST_OPENED = "last opened"


def save_position(
    connection: sqlite3.Connection, article: Article, position: Position, now: datetime
) -> None:
    """Overwrite the article's position and remember it as the last one opened."""
    connection.execute(
        """
        INSERT INTO position (document_id, top, cursor, words, recorded_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (document_id) DO UPDATE
            SET top = excluded.top, cursor = excluded.cursor, words = excluded.words,
                recorded_at = excluded.recorded_at
        """,
        (
            article.id,
            position.top,
            position.cursor,
            words_at(article.text, position.top),
            now.isoformat(),
        ),
    )
    connection.execute(
        """
        INSERT INTO meta (key, value) VALUES (?, ?)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value
        """,
        (_LAST_OPENED, article.id),
    )


def find_position(connection: sqlite3.Connection, document_id: str) -> Position | None:
    """The position as it was saved, though the text may be another one by now."""
    row: tuple[int, int, str] | None = connection.execute(
        "SELECT top, cursor, words FROM position WHERE document_id = ?", (document_id,)
    ).fetchone()
    return Position(*row) if row is not None else None


def last_opened_id(connection: sqlite3.Connection) -> str | None:
    """The article whose position was saved last."""
    row: tuple[str] | None = connection.execute(
        "SELECT value FROM meta WHERE key = ?", (_LAST_OPENED,)
    ).fetchone()
    return row[0] if row is not None else None


def set_read(
    connection: sqlite3.Connection, article: Article, now: datetime, *, is_read: bool
) -> None:
    """Add or take away the read mark."""
    if is_read:
        connection.execute(
            "INSERT INTO read_mark (document_id, recorded_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (article.id, now.isoformat()),
        )
    else:
        connection.execute("DELETE FROM read_mark WHERE document_id = ?", (article.id,))


def read_ids(connection: sqlite3.Connection) -> frozenset[str]:
    """The articles that have been read."""
    return frozenset(row[0] for row in connection.execute("SELECT document_id FROM read_mark"))
