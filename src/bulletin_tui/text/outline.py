"""Where an offset stands in a document: under which heading, in which paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.article import BlockKind

if TYPE_CHECKING:
    from bulletin_tui.model.article import Block, Document


def paragraph_number(document: Document, offset: int) -> int:
    """Which block that is not a heading holds the offset, counted from 1."""
    before = (
        block
        for block in document.blocks
        if block.kind is not BlockKind.HEADING and block.start <= offset
    )
    return max(1, sum(1 for _block in before))


def heading_at(document: Document, offset: int) -> str:
    """The nearest heading above the offset; empty when there is none."""
    found: Block | None = None
    for block in document.blocks:
        if block.start > offset:
            break
        if block.kind is BlockKind.HEADING:
            found = block
    return document.text[found.start : found.end] if found else ""
