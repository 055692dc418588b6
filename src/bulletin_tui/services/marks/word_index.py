"""The words that marks have: which marks a word, or the beginning of one, is found in.

Kept by their bare letters, so that the words with one beginning stand together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from bulletin_tui.text.fold import fold, has_marks, strictly_matches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class WordIndex:
    """Made once from the words of every mark, each mark's apart by spaces and in `strict` form."""

    def __init__(self, every: Iterable[str]) -> None:
        marks_with: defaultdict[str, list[int]] = defaultdict(list)
        for index, words in enumerate(every):
            for word in words.split():
                marks_with[word].append(index)
        self._words = sorted((fold(word), word) for word in marks_with)
        self._marks_with = marks_with
        self._found: dict[str, frozenset[int]] = {}

    def beginning(self, typed: str) -> frozenset[int]:
        """The marks with a word that begins so; a bare letter stands for its marked forms."""
        found = self._found.get(typed)
        if found is None:
            words = self._words_beginning(typed)
            found = frozenset[int]().union(*(self._marks_with[word] for word in words))
            self._found[typed] = found
        return found

    def _words_beginning(self, typed: str) -> Iterator[str]:
        bare, is_bare = fold(typed), not has_marks(typed)
        for place in range(bisect_left(self._words, (bare, "")), len(self._words)):
            folded, word = self._words[place]
            if not folded.startswith(bare):
                return
            if is_bare or strictly_matches(typed, word[: len(typed)]):
                yield word
