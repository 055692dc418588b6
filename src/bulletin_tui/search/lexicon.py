"""The words of an index: how common they are, how they go on, what is spelt alike."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise, starmap
from typing import TYPE_CHECKING

from bulletin_tui.search.spelling import shortenings
from bulletin_tui.search.tokens import pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.search.opening import Index

MOST_COUNTED = 64
"""Rows that are counted of a pair of words; more make it no likelier."""
MOST_ENDINGS = 10
"""Words that a beginning is taken for, the commonest first."""
_REMEMBERED = 2048
_FEW = 2
_LAST_LETTER = "\U0010ffff"


class Lexicon:
    """Looks words up in an index; what was looked up is remembered until it is written to."""

    def __init__(self, index: Index) -> None:
        self._connection = index.connection
        self.count = lru_cache(_REMEMBERED)(self._count)
        self.beginning = lru_cache(_REMEMBERED)(self._beginning)
        self.pair_count = lru_cache(_REMEMBERED)(self._pair_count)
        self.one_key_away = lru_cache(_REMEMBERED)(self._one_key_away)
        self.alike = lru_cache(_FEW)(self._alike)

    def __contains__(self, word: str) -> bool:
        return self.count(word) > 0

    def _count(self, word: str) -> int:
        """The articles that hold a word."""
        row = self._connection.execute(
            "SELECT articles FROM vocabulary WHERE word = ?", (word,)
        ).fetchone()
        return row[0] if row else 0

    def _beginning(self, prefix: str, most: int) -> tuple[str, ...]:
        """The words that begin so, the commonest first."""
        rows = self._connection.execute(
            "SELECT word FROM vocabulary WHERE word >= ? AND word < ? AND articles > 0"
            " ORDER BY articles DESC, word LIMIT ?",
            (prefix, prefix + _LAST_LETTER, most),
        )
        return tuple(word for (word,) in rows)

    def _pair_count(self, first: str, second: str) -> int:
        """The titles and passages in which two words stand in a row, up to twice MOST_COUNTED."""
        return sum(
            self._connection.execute(
                f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT ?)",  # noqa: S608 - two names of our own
                (f'"{pair(first, second)}"', MOST_COUNTED),
            ).fetchone()[0]
            for table in ("title_words", "passage_words")
        )

    def row_count(self, row: Sequence[str], *, is_prefix: bool = False) -> int:
        """How common a row is: as its word, else as its rarest pair, however often that is."""
        if is_prefix:
            *front, last = row
            endings = self.beginning(last, MOST_ENDINGS)
            return max((self.row_count((*front, ending)) for ending in endings), default=0)
        if len(row) == 1:
            return self.count(row[0])
        return min(starmap(self.pair_count, pairwise(row)))

    def near(self, word: str, most: int) -> list[tuple[int, str]]:
        """The words at most so many keys away, with how many; those one away come first.

        Two keys away are only words that begin with the same letter. The commonest come first.
        """
        from rapidfuzz.distance import OSA

        near = [(1, other) for other in self.one_key_away(word)]
        if most > 1:
            known = {word, *(other for _slips, other in near)}
            near += [
                (2, other)
                for other in self.alike(word[0], len(word))
                if other not in known and OSA.distance(word, other, score_cutoff=2) == 2
            ]
        return near

    def _one_key_away(self, word: str) -> tuple[str, ...]:
        from rapidfuzz.distance import OSA

        shorter = shortenings(word)
        near = {other for other in shorter if other in self}
        find = "SELECT word FROM shortened WHERE short = ?"
        for short in (word, *shorter):
            near.update(other for (other,) in self._connection.execute(find, (short,)))
        near.discard(word)
        alike = [other for other in near if other in self and OSA.distance(word, other) == 1]
        return tuple(sorted(alike, key=lambda other: (-self.count(other), other)))

    def _alike(self, first: str, length: int) -> tuple[str, ...]:
        """The words that begin with a letter and are nearly so long, the commonest first."""
        rows = self._connection.execute(
            "SELECT word FROM vocabulary WHERE word >= ? AND word < ? AND articles > 0"
            " AND length(word) BETWEEN ? AND ? ORDER BY articles DESC, word",
            (first, first + _LAST_LETTER, length - 2, length + 2),
        )
        return tuple(word for (word,) in rows)
