"""What holds for every document that is parsed, whatever the file was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.article import BlockKind, Span
from bulletin_tui.text.clean import clean
from bulletin_tui.text.forbidden import FORBIDDEN

if TYPE_CHECKING:
    from bulletin_tui.model.article import Document


def check_document(document: Document) -> None:
    """Assert the laws of the model on one document."""
    check_text(document)
    check_blocks(document)
    check_inlines(document)
    check_cells(document)


def check_text(document: Document) -> None:
    """The text is clean, so nothing in it reaches a terminal as anything but itself."""
    assert clean(document.text) == document.text
    assert not FORBIDDEN.search(document.text.replace("\n", ""))
    metadata = document.metadata
    lines = (metadata.id, metadata.title, metadata.source, *metadata.authors, *metadata.tags)
    assert not any(FORBIDDEN.search(line) for line in lines if line)


def check_blocks(document: Document) -> None:
    """Blocks are in order, apart, inside the text, and no visible character is outside them."""
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(document.text)
        assert not document.text[end : block.start].strip()
        assert document.text[block.start : block.end].strip()
        assert not FORBIDDEN.search(block.marker)
        end = block.end
    assert not document.text[end:].strip()


def check_inlines(document: Document) -> None:
    """Runs are in order, and each is inside one block."""
    order = [(run.start, -run.end) for run in document.inlines]
    assert order == sorted(order)
    for run in document.inlines:
        holders = [block for block in document.blocks if block.start <= run.start < block.end]
        assert [run.start < run.end <= holder.end for holder in holders] == [True]


def check_cells(document: Document) -> None:
    """Cells fill their table but for separators, and every row is as long as the header."""
    for block in document.blocks:
        assert (block.kind is BlockKind.TABLE) == bool(block.rows)
        end = block.start
        for cell in [cell for row in block.rows for cell in row]:
            assert end <= cell.start <= cell.end <= block.end
            assert document.text[end : cell.start] in ("", " | ", "\n")
            assert "\n" not in document.text[cell.start : cell.end]
            end = cell.end
        assert len({len(row) for row in block.rows}) <= 1
        assert not block.rows or Span(end, block.end) == Span(end, end)
