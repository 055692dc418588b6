"""The elements that are open at one place of a page, and what ends which of them.

How far back an end looks for its beginning is bounded, or deep nesting would take quadratic time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bulletin_tui.importers.html import elements
from bulletin_tui.importers.html.regions import PAGE
from bulletin_tui.model.article import BlockKind

if TYPE_CHECKING:
    from bulletin_tui.importers.html.grid import Grid

BULLET = "•"
_FARTHEST = 64
"""Open elements that an end looks through for its beginning."""
_NEAREST = 16
"""Open elements that a beginning looks through for what it ends."""
_TABLE = frozenset({"table"})
_KINDS = {
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
    **dict.fromkeys(elements.PREFORMATTED, BlockKind.CODE),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """How the words in an element are set; most elements share that of the one around them."""

    kind: BlockKind = BlockKind.PARAGRAPH
    heading: int = 0
    lists: int = 0
    quotes: int = 0
    region: int = PAGE
    is_hidden: bool = False

    @property
    def level(self) -> int:
        """The level of a block that is set like this."""
        depths = {
            BlockKind.HEADING: self.heading,
            BlockKind.LIST_ITEM: max(0, self.lists - 1),
            BlockKind.QUOTE: max(0, self.quotes - 1),
        }
        return depths.get(self.kind, 0)

    def inside(self, name: str) -> Setting:
        """How words are set in an element of this name that is inside."""
        if name in elements.HEADINGS:
            return replace(self, kind=BlockKind.HEADING, heading=elements.HEADINGS[name])
        if name in elements.LISTS:
            return replace(self, kind=BlockKind.LIST_ITEM, lists=self.lists + 1)
        if name == "blockquote":
            return replace(self, kind=BlockKind.QUOTE, quotes=self.quotes + 1)
        if name in elements.CELLS:
            return replace(self, kind=BlockKind.PARAGRAPH, lists=0, quotes=0)
        kind = _KINDS.get(name, self.kind)
        return self if kind is self.kind else replace(self, kind=kind)


@dataclass(slots=True)
class Open:
    """An element that has not ended."""

    tag: str
    is_block: bool
    setting: Setting
    number: int | None = None
    """Of the item before, in an ordered list."""
    grid: Grid | None = None
    is_raised: bool = False
    """Whether the mark of a note may be in it."""


class Nesting:
    """The open elements, the outermost first; the page itself is one of them."""

    def __init__(self) -> None:
        self._open = [Open("", is_block=True, setting=Setting())]

    @property
    def here(self) -> Open:
        """The innermost one."""
        return self._open[-1]

    def enter(self, element: Open) -> None:
        """Go into an element."""
        self._open.append(element)

    def leave(self, position: int) -> list[Open]:
        """Leave the element at this position and all inside it; they are given innermost first."""
        left = self._open[position:]
        del self._open[position:]
        return left[::-1]

    def is_block(self, position: int) -> bool:
        """Whether the element at this position is set on lines of its own."""
        return self._open[position].is_block

    def next_marker(self) -> str:
        """What the item that has just been entered has in the innermost list."""
        for element in self._open[-2 : -_NEAREST - 2 : -1]:
            if element.tag in elements.LISTS:
                if element.number is None:
                    return BULLET
                element.number += 1
                return f"{element.number}."
        return BULLET

    def find_ended_by_start(self, name: str) -> int | None:
        """The element that ends by itself when one of this name begins, paragraphs aside."""
        ended = elements.CLOSED_BY.get(name)
        if ended is None:
            return None
        borders = elements.KEPT_APART.get(name, _TABLE)
        for position in self._backwards(_NEAREST):
            tag = self._open[position].tag
            if tag in ended:
                return position
            if tag in borders:
                return None
        return None

    def find_paragraph(self) -> int | None:
        """The paragraph that is being read: it ends when a block begins."""
        for position in self._backwards(_NEAREST):
            if self._open[position].is_block:
                return position if self._open[position].tag == "p" else None
        return None

    def find_ended_by_end(self, name: str) -> int | None:
        """The innermost element that an end of this name can mean."""
        is_block = elements.is_block(name)
        is_of_table = name in elements.TABLE_PARTS
        for position in self._backwards(_FARTHEST):
            element = self._open[position]
            if element.tag == name:
                return position
            if not is_block and element.is_block:
                return None
            if name == "table":
                continue
            if element.tag == "table" or (not is_of_table and element.tag in elements.CELLS):
                return None
        return None

    def innermost(self) -> int:
        """The position of the innermost element."""
        return len(self._open) - 1

    def _backwards(self, count: int) -> range:
        """The positions of the innermost elements, the page itself aside."""
        last = len(self._open) - 1
        return range(last, max(0, last - count), -1)
