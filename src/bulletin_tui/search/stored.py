"""Articles out of the index, as they were when they were put in."""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bulletin_tui.model.article import Article, Document, Span, summarize
from bulletin_tui.model.packing import unpack_layout, unpack_metadata, unpack_provenance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bulletin_tui.model.article import ArticleSummary, Metadata
    from bulletin_tui.search.preparing import PreparedArticle

_FIND = """
SELECT id, key, text_hash, title, dated, metadata, paths, words, first_passage, passages, length,
    layout, provenance, folded
FROM article WHERE
"""


class Passage(NamedTuple):
    """A stretch of a canonical text."""

    start: int
    text: str


class StoredArticle(NamedTuple):
    """The row of an article."""

    number: int
    key: str
    text_hash: bytes
    title: str
    dated: str
    metadata: str
    paths: str
    words: int
    first_passage: int
    passages: int
    length: int
    layout: str
    provenance: str
    folded: str

    def folded_spans(self) -> tuple[Span, ...]:
        """The stretches of its text that are folded."""
        if not self.folded:
            return ()
        with reading_values():
            return tuple(Span(start, end) for start, end in json.loads(self.folded))

    def unpacked_metadata(self) -> Metadata:
        """What the article says of itself; the title is the one it is listed by."""
        with reading_values():
            return replace(unpack_metadata(json.loads(self.metadata)), title=self.title)

    def unpacked_paths(self) -> tuple[str, ...]:
        """Every file that holds it."""
        with reading_values():
            return tuple(json.loads(self.paths))

    def summary(self) -> ArticleSummary:
        """What lists show of it."""
        data, paths = self.unpacked_metadata(), self.unpacked_paths()
        return summarize(data, self.key, self.title, paths, self.words)


def find_stored(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[StoredArticle]:
    """The rows with these numbers that are there, in no order. Raises sqlite3.Error."""
    marks = ", ".join("?" * len(numbers))
    return [StoredArticle(*row) for row in connection.execute(f"{_FIND} id IN ({marks})", numbers)]


def find_stored_by_key(connection: sqlite3.Connection, key: str) -> StoredArticle | None:
    """The row of the article with this id. Raises sqlite3.Error."""
    row = connection.execute(f"{_FIND} key = ?", (key,)).fetchone()
    return StoredArticle(*row) if row else None


def find_number(connection: sqlite3.Connection, key: str) -> int | None:
    """The number of the article with this id. Raises sqlite3.Error."""
    row = connection.execute("SELECT id FROM article WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def load_passages(connection: sqlite3.Connection, stored: StoredArticle) -> list[Passage]:
    """The passages in order; together they are the text. Raises sqlite3.Error."""
    rows = connection.execute(
        "SELECT start, text FROM passage WHERE id BETWEEN ? AND ? ORDER BY id",
        (stored.first_passage, stored.first_passage + stored.passages - 1),
    )
    return [Passage(*row) for row in rows]


def load_text(connection: sqlite3.Connection, stored: StoredArticle) -> str:
    """The canonical text. Raises sqlite3.Error."""
    return "".join(passage.text for passage in load_passages(connection, stored))


def load_article(connection: sqlite3.Connection, stored: StoredArticle) -> Article:
    """The whole article. Raises sqlite3.Error."""
    return article_of(stored, load_text(connection, stored))


def row_of(prepared: PreparedArticle, *, number: int, first_passage: int) -> StoredArticle:
    """The row that a prepared article has where it is put in under this number."""
    return StoredArticle(
        number=number,
        key=prepared.key,
        text_hash=bytes.fromhex(prepared.text_hash),
        title=prepared.title,
        dated=prepared.dated,
        metadata=prepared.metadata,
        paths=json.dumps(prepared.paths, ensure_ascii=False),
        words=prepared.words,
        first_passage=first_passage,
        passages=len(prepared.passages),
        length=prepared.length,
        layout=prepared.layout,
        provenance=prepared.provenance,
        folded=prepared.folded,
    )


def restore(prepared: PreparedArticle) -> Article:
    """The article that was prepared, as the index would give it back."""
    stored = row_of(prepared, number=0, first_passage=0)
    return article_of(stored, "".join(passage.text for passage in prepared.passages))


def article_of(stored: StoredArticle, text: str) -> Article:
    """The article that a row and its text are."""
    with reading_values():
        blocks, inlines = unpack_layout(json.loads(stored.layout))
        read, warnings = unpack_provenance(json.loads(stored.provenance))
    document = Document(text, blocks, inlines, stored.unpacked_metadata(), warnings, read)
    return Article(stored.summary(), document, stored.text_hash.hex())


@contextmanager
def reading_values() -> Iterator[None]:
    """Raises sqlite3.DatabaseError if a value is not what was written, as in a damaged page."""
    try:
        yield
    except ValueError as error:
        raise sqlite3.DatabaseError(f"malformed value: {error}") from error
