"""What is remembered of the articles that carry marks: their names, and the texts marked.

Of those that were only corrected or read there is a sketch of the text, to be known again by.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.text.hashing import text_digest

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from bulletin_tui.model.article import Article


_LEVEL = 1
"""Of compression: a text of 20 MB takes 0.3 s; 6 would take 2 s and save a sixth of the room."""


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """An article as it was when it last got a mark, a position or a read flag."""

    id: str
    text_hash: str
    title: str
    source: str | None
    paths: tuple[str, ...]


def known_as(article: Article) -> KnownDocument:
    """What is to be remembered of an article."""
    summary = article.summary
    return KnownDocument(
        summary.id, article.text_hash, summary.title, summary.source, summary.paths
    )


def keep_document(connection: sqlite3.Connection, known: KnownDocument, now: datetime) -> None:
    """Remember the article as it is today."""
    connection.execute(
        """
        INSERT INTO document (id, text_hash, title, source, paths, recorded_at)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET text_hash = excluded.text_hash, title = excluded.title,
            source = excluded.source, paths = excluded.paths, recorded_at = excluded.recorded_at
        """,
        (
            known.id,
            known.text_hash,
            known.title,
            known.source,
            json.dumps(known.paths),
            now.isoformat(),
        ),
    )


def keep_foreign_document(
    connection: sqlite3.Connection, known: KnownDocument, now: datetime
) -> None:
    """Remember an article as another device knew it, unless it is known here."""
    if find_document(connection, known.id) is None:
        keep_document(connection, known, now)


def find_document(connection: sqlite3.Connection, document_id: str) -> KnownDocument | None:
    """What is remembered of an article that may be gone."""
    row: tuple[str, str, str, str | None, str] | None = connection.execute(
        "SELECT id, text_hash, title, source, paths FROM document WHERE id = ?", (document_id,)
    ).fetchone()
    if row is None:
        return None
    return _known(row)


def sketched_documents(connection: sqlite3.Connection) -> list[KnownDocument]:
    """The articles of which there is a sketch."""
    rows = connection.execute(
        """
        SELECT id, text_hash, title, source, paths
        FROM document JOIN document_sketch ON document_id = id
        """
    )
    return [_known(row) for row in rows]


def _known(row: tuple[str, str, str, str | None, str]) -> KnownDocument:
    known_id, text_hash, title, source, paths = row
    return KnownDocument(known_id, text_hash, title, source, tuple(json.loads(paths)))


def keep_sketch(connection: sqlite3.Connection, document_id: str, sketch: bytes) -> None:
    """Keep the sketch of a text by which a remembered article is to be known again."""
    connection.execute(
        "INSERT OR REPLACE INTO document_sketch VALUES (?, ?)", (document_id, sketch)
    )


def find_sketches(connection: sqlite3.Connection, document_id: str) -> list[bytes]:
    """The sketch that was kept, and that of the text which the marks are shown on, if another's."""
    rows = connection.execute(
        """
        SELECT sketch FROM document_sketch WHERE document_id = ?1
        UNION SELECT sketch FROM succession WHERE document_id = ?1
        """,
        (document_id,),
    )
    return [row[0] for row in rows]


def keep_text(connection: sqlite3.Connection, text: str) -> str:
    """Keep a canonical text, once however often it is marked; returns its digest.

    Only this text can tell what a mark meant when its article has changed or is gone.
    """
    digest = text_digest(text)
    known = connection.execute(
        "SELECT 1 FROM text_version WHERE digest = ? AND text <> x''", (digest,)
    )
    if known.fetchone() is None:
        connection.execute(
            "INSERT OR REPLACE INTO text_version (digest, text) VALUES (?, ?)",
            (digest, zlib.compress(text.encode(), _LEVEL)),
        )
    return digest


def expect_text(connection: sqlite3.Connection, digest: str) -> None:
    """Make room for a text that has not come yet: `find_text` does not know it."""
    connection.execute(
        "INSERT OR IGNORE INTO text_version (digest, text) VALUES (?, x'')", (digest,)
    )


def forget_text(connection: sqlite3.Connection, digest: str) -> None:
    """Forget a text that no mark is on."""
    connection.execute(
        """
        DELETE FROM text_version WHERE digest = ?
            AND NOT EXISTS (SELECT 1 FROM annotation WHERE text_digest = ?)
        """,
        (digest, digest),
    )


def find_text(connection: sqlite3.Connection, digest: str) -> str | None:
    """The text kept under a digest; None when it is not there, or not as it was written."""
    row: tuple[bytes] | None = connection.execute(
        "SELECT text FROM text_version WHERE digest = ?", (digest,)
    ).fetchone()
    if row is None:
        return None
    try:
        text = zlib.decompress(row[0]).decode()
    except (zlib.error, UnicodeDecodeError):
        return None
    return text if text_digest(text) == digest else None
