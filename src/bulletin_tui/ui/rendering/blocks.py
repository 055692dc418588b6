"""Finding the block of an offset."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bulletin_tui.model.article import Document


def block_index(document: Document, offset: int) -> int:
    """The block that `offset` is in, or that ends before it; 0 before the first."""
    return max(0, bisect_right(document.blocks, offset, key=lambda block: block.start) - 1)
