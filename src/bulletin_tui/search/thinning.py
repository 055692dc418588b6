"""Articles as long as books, as far as a search looks at them: the passages that have its words."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Span
from bulletin_tui.search.expressions import all_of
from bulletin_tui.search.texts import Entry, Place

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from bulletin_tui.model.article import ArticleSummary, Metadata
    from bulletin_tui.search.retrieving import Asked
    from bulletin_tui.search.stored import StoredArticle

LONGEST_WHOLE = 200_000
"""Code points of an article that is looked at as a whole."""
MOST_TOGETHER = 64
"""Passages that have all the terms."""
MOST_SINGLE = 16
"""Passages that have one of the terms, the first ones."""
_WITH_WORDS = """
SELECT rowid FROM passage_words WHERE passage_words MATCH ? AND rowid BETWEEN ? AND ?
ORDER BY rowid LIMIT ?
"""


class ThinnedEntry(Entry):
    """Some passages of an article, a line feed between those that are not next to each other."""

    def __init__(self, stored: StoredArticle, passages: Sequence[tuple[int, str]]) -> None:
        starts: list[int] = []
        texts: list[str] = []
        length = 0
        for _start, text in passages:
            starts.append(length)
            texts.append(text)
            length += len(text) + 1
        super().__init__(stored.title, "\n".join(texts))
        self._stored = stored
        self._starts = starts
        self._shifts = [start - at for at, (start, _text) in zip(starts, passages, strict=True)]

    @cached_property
    def summary(self) -> ArticleSummary:
        """As it is stored."""
        return self._stored.summary()

    @cached_property
    def metadata(self) -> Metadata:
        """As it is stored."""
        return self._stored.unpacked_metadata()

    @cached_property
    def blocks(self) -> Sequence[Span]:
        """The lines of the passages, which are blocks or parts of them."""
        return list(_lines(self.body.raw)) or [Span(0, 0)]

    def place(self, offset: int) -> Place:  # noqa: ARG002 - nobody counted
        """Nothing: the paragraphs before it were not looked at."""
        return Place(0, "")

    def canonical(self, offset: int) -> int:
        """The offset in the article's text."""
        if not self._shifts:
            return 0
        return offset + self._shifts[max(0, bisect_right(self._starts, offset) - 1)]


def thinned(
    connection: sqlite3.Connection, stored: StoredArticle, terms: Sequence[Asked]
) -> ThinnedEntry:
    """The passages of an article in which terms stand. Raises sqlite3.Error."""
    first, last = stored.first_passage, stored.first_passage + stored.passages - 1
    rows = [each.in_a_row() for each in terms if each.rows or each.sets]
    asked = [(all_of(rows), MOST_TOGETHER), *((row, MOST_SINGLE) for row in rows)]
    numbers = {
        number
        for expression, most in asked
        if expression
        for (number,) in connection.execute(_WITH_WORDS, (expression, first, last, most))
    }
    find = "SELECT start, text FROM passage WHERE id = ?"
    found = (connection.execute(find, (number,)).fetchone() for number in sorted(numbers))
    return ThinnedEntry(stored, [row for row in found if row])


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1
