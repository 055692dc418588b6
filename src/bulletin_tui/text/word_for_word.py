"""The same words in other letters: where a passage is once a text was read by another encoding.

Whatever letters a table makes of them, the words of a line stay as many as they were.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from bulletin_tui.model.article import Span

_WORD = re.compile(r"[^\x00-/:-@\[-`{-\x7f]+")
"""What no table changes parts words: white space and punctuation of ASCII."""


class WordForWord:
    """Two texts of one file, from which passages are carried from the first to the second."""

    def __init__(self, before: str, after: str) -> None:
        self._lines = before.splitlines(keepends=True), after.splitlines(keepends=True)
        self._starts = tuple([0, *accumulate(len(line) for line in lines)] for lines in self._lines)

    def find(self, span: Span) -> Span | None:
        """The words at the places of those that the span touches; None where there are none.

        A line that has not as many words in both texts is taken whole.
        """
        first, last = self._line_at(span.start), self._line_at(max(span.start, span.end - 1))
        begins = self._word(first, span.start)
        ends = self._word(last, max(span.start, span.end - 1))
        if begins is None or ends is None:
            return None
        return Span(begins.start, ends.end)

    def _line_at(self, offset: int) -> int:
        return bisect_right(self._starts[0], offset) - 1

    def _word(self, number: int, offset: int) -> Span | None:
        """The word of the second text that stands where the one at `offset` stands in the first."""
        before, after = self._lines
        if len(before) != len(after) or number >= len(before):
            return None
        old, new = (list(_WORD.finditer(lines[number])) for lines in self._lines)
        start = self._starts[1][number]
        if not new:
            return None
        if len(old) != len(new):
            return Span(start + new[0].start(), start + new[-1].end())
        place = offset - self._starts[0][number]
        index = min(bisect_right([word.end() for word in old], place), len(old) - 1)
        return Span(start + new[index].start(), start + new[index].end())
