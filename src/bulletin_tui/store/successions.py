"""Which article an edited file became: marks made on the one are shown on the other.

Nothing is rewritten for it: a mark stays with the article it was made on, and comes back to it when
the file does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from bulletin_tui.model.annotation import Annotation


class Successions:
    """The articles of today by those that were marked, as they are when this is made."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        rows = connection.execute("SELECT document_id, article_id FROM succession")
        self.by_document: dict[str, str] = dict(rows.fetchall())

    def article_of(self, document_id: str) -> str:
        """The article that shows the document's marks: itself, unless another succeeded it."""
        return self.by_document.get(document_id, document_id)

    def documents_of(self, article_id: str) -> tuple[str, ...]:
        """The article itself, and those that it succeeded."""
        earlier = (known for known, today in self.by_document.items() if today == article_id)
        return (article_id, *earlier)

    def shown(self, annotations: Iterable[Annotation]) -> Iterator[Annotation]:
        """The annotations with the articles of today."""
        for annotation in annotations:
            article_id = self.article_of(annotation.article_id)
            same = article_id == annotation.article_id
            yield annotation if same else replace(annotation, article_id=article_id)


def succeed(
    connection: sqlite3.Connection, document_id: str, article_id: str, sketch: bytes, now: datetime
) -> None:
    """Show the document's marks on another article from now on; `sketch` is that of its text."""
    connection.execute(
        """
        INSERT OR REPLACE INTO succession (document_id, article_id, sketch, recorded_at)
        VALUES (?, ?, ?, ?)
        """,
        (document_id, article_id, sketch, now.isoformat()),
    )


def forget_succession(connection: sqlite3.Connection, document_id: str) -> None:
    """Show the document's marks on itself again."""
    connection.execute("DELETE FROM succession WHERE document_id = ?", (document_id,))
