"""The words of a library in their bare letters, and the articles that hold them."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PART = 1 << 20
"""Code points split at a time, so that a long text is never held as a list of words."""


class Vocabulary:
    """Which articles, by their number, hold a word; complete before it is asked."""

    def __init__(self) -> None:
        self._articles: dict[str, set[int]] = {}

    def add(self, number: int, words: str) -> None:
        """Take the words of a text of this article, in the form of `SearchText.words`."""
        start = 0
        while start < len(words):
            end = words.find(" ", start + _PART)
            end = len(words) if end < 0 else end
            for word in set(words[start:end].split()):
                self._articles.setdefault(word, set()).add(number)
            start = end

    def __contains__(self, word: str) -> bool:
        return word in self._articles

    def articles_with(self, words: Sequence[str], *, is_prefix: bool = False) -> set[int]:
        """The articles that hold every word; with `is_prefix` the last is a beginning."""
        *others, last = words
        found = [self._articles.get(word, set()) for word in others]
        found.append(self._beginning(last) if is_prefix else self._articles.get(last, set()))
        return set.intersection(*found)

    def row_count(self, row: Sequence[str], *, is_prefix: bool) -> int:
        """How many articles hold every word; with `is_prefix` the last is a beginning."""
        return len(self.articles_with(row, is_prefix=is_prefix))

    def near(self, word: str, most: int) -> list[tuple[int, str]]:
        """The other words at most so many keys away, with how many; the commonest first."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        near = [
            (slips, other)
            for length in range(len(word) - most, len(word) + most + 1)
            for other, slips, _at in extract(
                word,
                self.by_length.get(length, []),
                scorer=OSA.distance,
                score_cutoff=most,
                limit=None,
            )
            if slips
        ]
        return sorted(near, key=lambda each: (each[0], -len(self._articles[each[1]]), each[1]))

    def _beginning(self, prefix: str) -> set[int]:
        numbers: set[int] = set()
        for at in range(bisect_left(self._in_order, prefix), len(self._in_order)):
            word = self._in_order[at]
            if not word.startswith(prefix):
                break
            numbers |= self._articles[word]
        return numbers

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(self._articles)

    @cached_property
    def by_length(self) -> dict[int, list[str]]:
        """The words that are letters alone, by how many they have."""
        lengths: dict[int, list[str]] = {}
        for word in self._articles:
            if word.isalpha():
                lengths.setdefault(len(word), []).append(word)
        return lengths
