"""How each kind of block is set: its indent, what is painted in it, and the space above."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin_tui.model.article import Block, BlockKind
from bulletin_tui.text.stanzas import stand_together
from bulletin_tui.ui.rendering.cells import cell_width, cut_to_cells

NARROWEST_TEXT = 12
"""Cells that indents leave to the text, as far as the width allows."""
QUOTE_BAR = "│ "
_NESTING_STEP = 2
_CODE_INDENT = 2
_CAPTION_INDENT = 2


@dataclass(frozen=True, slots=True)
class Setting:
    """A block's indent in cells, with what is painted there before its text."""

    indent: int
    first: str = ""
    """Painted on the first row, at most `indent` cells."""
    rest: str = ""
    """Painted on the rows after it, and on blank rows inside a run of quotes."""


def set_block(block: Block, width: int) -> Setting:
    """How `block` stands in a column of `width` cells."""
    room = max(0, width - NARROWEST_TEXT)
    match block.kind:
        case BlockKind.LIST_ITEM:
            return _set_list_item(block, room)
        case BlockKind.QUOTE:
            bars = min(block.level + 1, room // len(QUOTE_BAR)) * QUOTE_BAR
            return Setting(len(bars), bars, bars)
        case BlockKind.CODE:
            return Setting(min(_CODE_INDENT, room))
        case BlockKind.CAPTION:
            return Setting(min(_CAPTION_INDENT, room))
        case _:
            return Setting(0)


def _set_list_item(block: Block, room: int) -> Setting:
    marker = cut_to_cells(block.marker, room - 1)
    hang = max(_NESTING_STEP, cell_width(marker) + 1)
    nesting = max(0, min(block.level * _NESTING_STEP, room - hang))
    first = " " * nesting + marker if marker else ""
    return Setting(min(nesting + hang, room), first)


def gap_above(previous: Block | None, block: Block) -> int:
    """Blank rows between two neighbours; nothing above the first block."""
    if previous is None:
        return 0
    if block.kind is BlockKind.HEADING:
        return 2 if block.level <= 2 and previous.kind is not BlockKind.HEADING else 1
    if block.kind is previous.kind is BlockKind.LIST_ITEM:
        return 0 if block.marker else 1
    if block.kind is BlockKind.CAPTION and previous.kind is BlockKind.TABLE:
        return 0
    return 0 if stand_together(previous, block) else 1
