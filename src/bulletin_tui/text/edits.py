"""The edits that lead from one row of words to another, and the way of words through them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from bulletin_tui.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BESIDE = 12
"""How many words on either side of a passage are looked at."""
_APART = 4
"""How many words may have been put in between them."""


class Edit(NamedTuple):
    """Words of the old text and what stands for them in the new one; either may be no words.

    If both are words there are as many of the one as of the other, each for each.
    """

    old: Span
    new: Span
    is_equal: bool


class Alignment:
    """All edits between two texts, in order and without gaps."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.edits = edits
        self._ends = [edit.old.end for edit in edits]
        matched = bytearray(edits[-1].new.end if edits else 0)
        for edit in edits:
            if edit.is_equal:
                matched[edit.new.start : edit.new.end] = b"\1" * len(edit.new)
        self._matched = bytes(matched)

    def counterpart(self, words: Span) -> Span | None:
        """What stands in the new text for some words of the old one, if anything does."""
        first = last = -1
        for edit in self._over(words):
            if edit.new and edit.old:
                start = edit.new.start + max(words.start - edit.old.start, 0)
                first = start if first < 0 else first
                last = min(edit.new.start + words.end - edit.old.start, edit.new.end)
        return Span(first, last) if first >= 0 else None

    def kept(self, words: Span, there: Span) -> int:
        """How many of some words of the old text have an equal one among words of the new text."""
        count = 0
        for edit in self._over(words):
            if edit.is_equal:
                shift = edit.new.start - edit.old.start
                start = max(words.start, edit.old.start, there.start - shift)
                count += max(min(words.end, edit.old.end, there.end - shift) - start, 0)
        return count

    def kept_beside(self, words: Span, there: Span) -> tuple[float, float]:
        """Which part of the words before and after a passage stands there too, from 0 to 1."""
        reach = _BESIDE + _APART
        before = self.kept(
            Span(max(words.start - _BESIDE, 0), words.start),
            Span(there.start - reach, there.start),
        )
        after = self.kept(Span(words.end, words.end + _BESIDE), Span(there.end, there.end + reach))
        return before / _BESIDE, after / _BESIDE

    def matched(self, there: Span) -> int:
        """How many of some words of the new text have an equal one in the old text."""
        return self._matched.count(1, there.start, there.end)

    def _over(self, words: Span) -> Iterator[Edit]:
        """The edits of some words of the old text."""
        number = bisect_right(self._ends, words.start)
        while number < len(self.edits) and self.edits[number].old.start < words.end:
            yield self.edits[number]
            number += 1
