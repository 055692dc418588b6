"""The words that marks have: which marks a word, or the beginning of one, is found in.

Kept by their bare letters, so that the words with one beginning stand together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from bulletin_tui.services.marks.some_marks import SomeMarks
from bulletin_tui.text.fold import fold, has_marks, strictly_matches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class WordIndex:
    """Made once from the words of every mark, each mark's apart by spaces and in `strict` form."""

    def __init__(self, every: Sequence[str]) -> None:
        marks_with: defaultdict[str, list[int]] = defaultdict(list)
        for index, words in enumerate(every):
            for word in words.split():
                marks_with[word].append(index)
        self._words = sorted((fold(word), word) for word in marks_with)
        self._marks_with = marks_with
        self._total = len(every)
        self._found: dict[str, SomeMarks] = {}

    def beginning(self, typed: str) -> SomeMarks:
        """The marks with a word that begins so; a bare letter stands for its marked forms."""
        found = self._found.get(typed)
        if found is None:
            places = map(self._marks_with.__getitem__, self._words_beginning(typed))
            found = SomeMarks.at(chain.from_iterable(places), self._total)
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
