"""What a person corrected of what is known about articles.

Corrections stay on this device: neither the journal nor other devices are told of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.store.documents import keep_document, keep_sketch, known_as
from bulletin_tui.store.successions import Successions
from bulletin_tui.text.sketching import sketch

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from bulletin_tui.model.article import Article
    from bulletin_tui.store.database import Database


def read_corrections(connection: sqlite3.Connection) -> dict[str, dict[str, str]]:
    """The value of each field that was corrected, by today's article; none in an old database.

    Raises sqlite3.Error.
    """
    is_there = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'correction'"
    if connection.execute(is_there).fetchone() is None:
        return {}
    rows = connection.execute(
        "SELECT document_id, field, value FROM correction ORDER BY corrected_at"
    ).fetchall()
    found: dict[str, dict[str, str]] = {}
    if rows:
        today = Successions(connection)
        for document_id, field, value in rows:
            found.setdefault(today.article_of(document_id), {})[field] = value
    return found


class Corrections:
    """The corrections in the reader's database."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def all(self) -> dict[str, dict[str, str]]:
        """What was corrected, by article and field. Raises StateUnavailableError."""
        with self._database.reading() as connection:
            return read_corrections(connection)

    def save(self, article: Article, values: Mapping[str, str | None]) -> None:
        """Correct fields of an article; None takes a correction back. Raises NotSavedError."""
        self.save_all([article], values)

    def save_all(self, articles: Iterable[Article], values: Mapping[str, str | None]) -> None:
        """Correct the same fields of several articles, of all or of none. Raises NotSavedError."""
        with self._database.saving() as connection:
            successions, now = Successions(connection), self._now()
            for article in articles:
                keep_document(connection, known_as(article), now)
                keep_sketch(connection, article.id, sketch(article.text))
                documents = successions.documents_of(article.id)
                for field, value in values.items():
                    connection.executemany(
                        "DELETE FROM correction WHERE document_id = ? AND field = ?",
                        ((document_id, field) for document_id in documents),
                    )
                    if value is not None:
                        connection.execute(
                            "INSERT INTO correction VALUES (?, ?, ?, ?)",
                            (article.id, field, value, now.isoformat()),
                        )
