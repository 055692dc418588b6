"""Short lines that stand right below one another: verses, items, an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.article import BlockKind

if TYPE_CHECKING:
    from bulletin_tui.model.article import Block

LONGEST_LINE = 70
"""In code points; a longer one is a paragraph, which has space above and below."""


def stand_together(before: Block, block: Block) -> bool:
    """Whether two neighbours are such lines: nothing but a line feed is between them.

    Only plain text has blocks so close; the others are joined by blank lines.
    """
    return (
        before.kind is block.kind is BlockKind.PARAGRAPH
        and block.start - before.end == 1
        and max(before.end - before.start, block.end - block.start) <= LONGEST_LINE
    )
