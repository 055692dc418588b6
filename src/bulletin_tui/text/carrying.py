"""Reading places carried from a text to its next version: to the same words, or the next kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnchorState, TextQuoteSelector
from bulletin_tui.model.article import Span
from bulletin_tui.text.anchoring import Reanchoring
from bulletin_tui.text.quoting import describe
from bulletin_tui.text.words_at import part_at

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_QUOTED = 160
"""Code points of a line that are looked for."""
_MOST_LINES = 12
"""Lines that are looked for one after the other when those before them are gone."""


class Carrying:
    """Two versions of a text, from the first of which places are carried to the second."""

    def __init__(self, before: str, after: str) -> None:
        self._before, self._after = before, after
        self._way = Reanchoring(before, after)

    def carry(self, offset: int) -> int:
        """Where the words at `offset` are now, else the next of the lines below that are kept.

        The beginning stays the beginning, whatever was put there.
        """
        if not offset or self._before == self._after:
            return min(offset, len(self._after))
        for line in _lines_from(self._before, offset):
            found = self.find(line)
            if found is not None:
                return found.start
        return min(offset, len(self._after))

    def find(self, span: Span) -> Span | None:
        """Where a passage is now, if its words are still there."""
        state, found = self._way.find(describe(self._before, span), span)
        return None if state is AnchorState.ORPHAN else found


def _lines_from(text: str, offset: int) -> Iterator[Span]:
    """What follows on the line at `offset`, then the lines below it, without empty ones."""
    start = offset
    for _number in range(_MOST_LINES):
        while start < len(text) and text[start].isspace():
            start += 1
        if start >= len(text):
            return
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield Span(start, min(end, start + _MOST_QUOTED))
        start = end


def find_words(text: str, words: str, offset: int) -> int:
    """Where in the text the words are that `words_at` an offset were; that offset if nowhere."""
    before, after = part_at(words, offset)
    for line in _lines_from(after, 0):
        quote = TextQuoteSelector(
            exact=after[line.start : line.end],
            prefix=before + after[: line.start],
            suffix=after[line.end :],
        )
        span = Span(offset + line.start, offset + line.end)
        state, found = Reanchoring(None, text).find(quote, span)
        if state is not AnchorState.ORPHAN and found is not None:
            return found.start
    return offset
