"""What a reader sees of a text: its blocks and runs with their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.importers.parsing import parse

if TYPE_CHECKING:
    from bulletin_tui.model.article import BlockKind, Document, InlineStyle


def read(*lines: str) -> Document:
    """The document in a Markdown file of these lines."""
    return parse("\n".join(lines).encode(), "bai.md")


def blocks(document: Document) -> list[tuple[BlockKind, str]]:
    """Each block's kind and words."""
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def items(document: Document) -> list[tuple[int, str, str]]:
    """Each block's level, marker and words."""
    return [
        (block.level, block.marker, document.text[block.start : block.end])
        for block in document.blocks
    ]


def runs(document: Document) -> list[tuple[InlineStyle, str]]:
    """Each run's style and words."""
    return [(run.style, document.text[run.start : run.end]) for run in document.inlines]


def cells(document: Document) -> list[list[str]]:
    """The words of each cell of each table."""
    return [
        [document.text[cell.start : cell.end] for cell in row]
        for block in document.blocks
        for row in block.rows
    ]
