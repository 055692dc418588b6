"""Selecting passages by sentences and words, with one end fixed and the other moving.

What words and sentences are is loaded with the first selection, not with the first article.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from bulletin_tui.model.article import BlockKind, Span

if TYPE_CHECKING:
    from bulletin_tui.model.article import Document


class Units(Protocol):
    """What a selection grows and shrinks by; None where the text has no further one."""

    def after(self, offset: int) -> Span | None:
        """The first unit that ends after `offset`."""

    def before(self, offset: int) -> Span | None:
        """The last unit that starts before `offset`."""


class Words:
    """The words of a text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def at(self, offset: int) -> Span | None:
        """The word that holds `offset`; None between words."""
        from bulletin_tui.text.words import word_span_at

        return word_span_at(self._text, offset)

    def after(self, offset: int) -> Span | None:
        """The first word that ends after `offset`."""
        from bulletin_tui.text.words import next_word

        return self.at(offset) or next_word(self._text, offset)

    def before(self, offset: int) -> Span | None:
        """The last word that starts before `offset`."""
        from bulletin_tui.text.words import previous_word

        return previous_word(self._text, offset)


class Sentences:
    """The sentences of a document, found block by block; in tables, the cells."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._in_block = lru_cache(maxsize=64)(self._find)

    def after(self, offset: int) -> Span | None:
        """The first sentence that ends after `offset`."""
        blocks = self._document.blocks
        first = bisect_right(blocks, offset, key=lambda block: block.end)
        for index in range(first, len(blocks)):
            spans = self._in_block(index)
            found = bisect_right(spans, offset, key=lambda span: span.end)
            if found < len(spans):
                return spans[found]
        return None

    def before(self, offset: int) -> Span | None:
        """The last sentence that starts before `offset`."""
        blocks = self._document.blocks
        last = bisect_left(blocks, offset, key=lambda block: block.start) - 1
        for index in range(last, -1, -1):
            spans = self._in_block(index)
            found = bisect_left(spans, offset, key=lambda span: span.start) - 1
            if found >= 0:
                return spans[found]
        return None

    def _find(self, index: int) -> list[Span]:
        block = self._document.blocks[index]
        if block.kind is BlockKind.TABLE and block.rows:
            return [cell for row in block.rows for cell in row if cell.start < cell.end]
        from bulletin_tui.text.sentences import sentence_spans

        return sentence_spans(self._document.text, Span(block.start, block.end))


@dataclass(frozen=True, slots=True)
class Selecting:
    """A selection being made; `head` moves, on either side of `anchor`."""

    anchor: int
    head: int

    @property
    def span(self) -> Span:
        """What is selected."""
        return Span(min(self.anchor, self.head), max(self.anchor, self.head))

    @property
    def last(self) -> int:
        """A code point at the moving end, inside the selection."""
        return self.head - 1 if self.head > self.anchor else self.head

    def step(self, units: Units, direction: int) -> Selecting:
        """Move the head by one unit, forward (+1) or back (-1).

        The last unit is never given up: the selection turns around it and grows on its other
        side. At the edge of the text nothing changes.
        """
        step = _forward if direction > 0 else _back
        return step(self, units)

    def turned(self) -> Selecting:
        """The same passage with the other end moving."""
        return Selecting(self.head, self.anchor)


def _forward(selecting: Selecting, units: Units) -> Selecting:
    anchor, head = selecting.anchor, selecting.head
    here = units.after(head)
    if head >= anchor:
        return Selecting(anchor, here.end) if here else selecting
    following = units.after(here.end) if here else None
    if following and following.start < anchor:
        return Selecting(anchor, following.start)
    return _forward(selecting.turned(), units)


def _back(selecting: Selecting, units: Units) -> Selecting:
    anchor, head = selecting.anchor, selecting.head
    here = units.before(head)
    if head <= anchor:
        return Selecting(anchor, here.start) if here else selecting
    previous = units.before(here.start) if here else None
    if previous and previous.end > anchor:
        return Selecting(anchor, min(previous.end, head))
    return _back(selecting.turned(), units)
