"""Two versions of a text, and what is worked out once for all that was marked in the old one."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Span
from bulletin_tui.text.aligning import align
from bulletin_tui.text.wording import Vocabulary, Wording, put_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bulletin_tui.text.edits import Alignment

MOST_COMPARED = 1_000_000
"""Code points of each text that are compared, in two or three seconds."""

_SMALL = 100_000
"""Code points up to which a whole text is compared."""
_MARGIN = 10_000
"""How much is compared of what the texts have in common, so that edits can still be moved there."""

_FEW = 24
"""Words of a text that are too few to tell it from another."""
_SHORT_ROW, _LONG_ROW = 3, 12
_LEAST_SHORT, _LEAST_LONG = 0.2, 0.25
"""Which part of the shorter text's rows of words both texts must have."""
_LEAST_MATCHED = 0.55
"""Which part of the shorter text's words must be in both, in one order."""


class Versions:
    """An old text, empty if it is not known, and a new one.

    Of large texts only what lies between their common ends is compared.
    """

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        self.common_start, self.common_end = _common_ends(old, new)
        start = max(self.common_start - _MARGIN, 0)
        end = max(self.common_end - _MARGIN, 0)
        self.old_middle = Span(start, len(old) - end)
        self.new_middle = Span(start, len(new) - end)

    @property
    def is_too_long(self) -> bool:
        """Whether there is more to compare than there is time for."""
        return max(len(self.old_middle), len(self.new_middle)) > MOST_COMPARED

    @cached_property
    def new_words(self) -> Wording:
        """The words of the new text, between the common ends."""
        return put_in_words(self.new, self._vocabulary.learn, self.new_middle)

    @cached_property
    def old_words(self) -> Wording:
        """The words of the old text, between the common ends."""
        return self.written_down(self.old, self.old_middle)

    def written_down(self, text: str, stretch: Span | None = None) -> Wording:
        """A text in the vocabulary of the new one."""
        return put_in_words(text, self._learnt.look_up, stretch)

    @cached_property
    def alignment(self) -> Alignment:
        """The words of both, side by side."""
        return align(self.old_words, self.new_words)

    @cached_property
    def is_another_text(self) -> bool:
        """Whether the new text has too little of the old one to be its next version.

        Reports of one kind share many short rows of words, but hardly any order; an article whose
        parts were put in another order has long rows left, one that was worked over has the order.
        """
        if 5 * (len(self.old) - len(self.old_middle)) >= len(self.old):
            return False
        least = min(len(self.old_words), len(self.new_words))
        if least < _FEW:
            return False
        if self._shared(_SHORT_ROW) < _LEAST_SHORT * least:
            return True
        everywhere = Span(0, len(self.new_words))
        if self.alignment.matched(everywhere) >= _LEAST_MATCHED * least:
            return False
        return self._shared(_LONG_ROW) < _LEAST_LONG * least

    def _shared(self, length: int) -> int:
        """How many rows of words of the old text the new one has."""
        today = set(_rows(self.new_words.codes, length))
        return sum(map(today.__contains__, _rows(self.old_words.codes, length)))

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary()

    @property
    def _learnt(self) -> Vocabulary:
        """The vocabulary, once it has all words of the new text."""
        _ = self.new_words
        return self._vocabulary


def _rows(codes: str, length: int) -> Iterator[str]:
    """All rows of a length, or the whole when it is shorter."""
    starts = range(max(len(codes) - length, 0) + 1)
    return map(codes.__getitem__, map(slice, starts, range(length, length + len(starts))))


def _common_ends(old: str, new: str) -> tuple[int, int]:
    """How much two large texts have in common at their starts, and at their ends."""
    shorter = min(len(old), len(new))
    if not shorter or max(len(old), len(new)) <= _SMALL:
        return 0, 0
    start = _longest(shorter, lambda length: old.startswith(new[:length]))
    end = _longest(shorter - start, lambda length: old.endswith(new[len(new) - length :]))
    return start, end


def _longest(most: int, is_common: Callable[[int], bool]) -> int:
    """The greatest length that is common, where all that are less are common too."""
    return bisect_left(range(1, most + 1), x=True, key=lambda length: not is_common(length))
