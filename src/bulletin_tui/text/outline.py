"""Where an offset stands in a document: under which heading, in which paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.article import BlockKind
from bulletin_tui.text.folded_runs import is_of_report

if TYPE_CHECKING:
    from bulletin_tui.model.article import Block, Document


def paragraph_number(document: Document, offset: int) -> int:
    """Which paragraph of the report holds the offset, or stands before it, counted from 1."""
    before = (block for block in document.blocks if block.start <= offset and is_of_report(block))
    return max(1, sum(1 for _block in before))


def heading_at(document: Document, offset: int) -> str:
    """The nearest heading above the offset that is not folded; empty when there is none."""
    found: Block | None = None
    for block in document.blocks:
        if block.start > offset:
            break
        if block.kind is BlockKind.HEADING and not block.is_folded:
            found = block
    return document.text[found.start : found.end] if found else ""
