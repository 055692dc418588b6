"""Articles as long as books, as far as a search looks at them: the passages that have its words."""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Span
from bulletin_tui.search.expressions import all_of
from bulletin_tui.search.filters import fits
from bulletin_tui.search.texts import Place, SearchText, StoredEntry
from bulletin_tui.search.unfolded import unfolded

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from bulletin_tui.search.retrieving import Sought
    from bulletin_tui.search.stored import StoredArticle

LONGEST_WHOLE = 200_000
"""Code points of an article that is looked at as a whole."""
PAGE = 32
"""Passages that are read at a time."""
MOST_PAGES = 20
"""Pages that are looked through for words with the very marks that were typed."""
_WITH_WORDS = """
SELECT passage.id, passage.start, passage.text
FROM passage_words CROSS JOIN passage ON passage.id = passage_words.rowid
WHERE passage_words MATCH ? AND passage_words.rowid BETWEEN ? AND ?
ORDER BY 1 LIMIT ?
"""
_WITH_NUMBERS = """
SELECT id, start, text FROM passage
WHERE id BETWEEN ? AND ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id
"""


class ThinnedEntry(StoredEntry):
    """Some passages of an article, a line feed between those that are not next to each other."""

    def __init__(self, stored: StoredArticle, passages: Sequence[tuple[int, int, str]]) -> None:
        """`passages` are number, start and text of each, in order."""
        starts: list[int] = []
        shifts: list[int] = []
        parts: list[str] = []
        length, after = 0, 0
        folded = stored.folded_spans()
        for number, start, text in passages:
            if parts and number != after:
                parts.append("\n")
                length += 1
            starts.append(length)
            shifts.append(start - length)
            parts.append(unfolded(text, folded, start))
            length, after = length + len(text), number + 1
        super().__init__(stored, "".join(parts))
        self._starts = starts
        self._shifts = shifts

    @cached_property
    def blocks(self) -> Sequence[Span]:
        """The lines of the passages, which are blocks or parts of them."""
        return list(_lines(self.body.raw)) or [Span(0, 0)]

    def place(self, offset: int) -> Place:  # noqa: ARG002 - nobody counted
        """Nothing: the paragraphs before it were not looked at."""
        return Place(0, "")

    def canonical(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The spans in the article's text."""
        starts = (self._canonical_start(span.start) for span in spans)
        return tuple(
            Span(start, start + len(span)) for start, span in zip(starts, spans, strict=True)
        )

    def _canonical_start(self, offset: int) -> int:
        if not self._shifts:
            return 0
        return offset + self._shifts[max(0, bisect_right(self._starts, offset) - 1)]


def thinned(
    connection: sqlite3.Connection,
    stored: StoredArticle,
    wanted: Sequence[Sought],
    unwanted: Sequence[Sought],
) -> ThinnedEntry:
    """The passages of an article that tell whether terms stand in it. Raises sqlite3.Error.

    Those with all of what is wanted, and of each term those up to the first that has it with the
    very marks that were typed; each with the one behind it, into which a row of words may reach.
    """
    first, last = stored.first_passage, stored.first_passage + stored.passages - 1
    numbers: set[int] = set()
    folded = stored.folded_spans()
    known = [each for each in wanted if each.rows or each.sets]
    if together := all_of(each.in_a_row() for each in known):
        rows = connection.execute(_WITH_WORDS, (together, first, last, 2 * PAGE))
        numbers.update(number for number, _start, _text in rows)
    for each in (*known, *(each for each in unwanted if each.rows or each.sets)):
        numbers.update(_up_to_the_first(connection, each, (first, last), folded))
    chosen = sorted(numbers | {number + 1 for number in numbers})
    return ThinnedEntry(
        stored, connection.execute(_WITH_NUMBERS, (first, last, json.dumps(chosen))).fetchall()
    )


def _up_to_the_first(
    connection: sqlite3.Connection, term: Sought, numbers: tuple[int, int], folded: Sequence[Span]
) -> Iterator[int]:
    """The passages that may have a term, until a page of them does have it."""
    expression = term.in_a_row()
    first, last = numbers
    for _page in range(MOST_PAGES):
        rows = connection.execute(_WITH_WORDS, (expression, first, last, PAGE)).fetchall()
        yield from (number for number, _start, _text in rows)
        texts = (SearchText(unfolded(text, folded, start)) for _number, start, text in rows)
        if len(rows) < PAGE or any(fits(term.slot, text) for text in texts):
            return
        first = rows[-1][0] + 1


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1
