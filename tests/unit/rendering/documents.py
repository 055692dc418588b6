"""Documents put together block by block, for tests of how they are set."""

from __future__ import annotations

from dataclasses import replace

from bulletin_tui.model.article import (
    Block,
    BlockKind,
    Boilerplate,
    Document,
    Inline,
    InlineStyle,
    Span,
)

P = BlockKind.PARAGRAPH


def document_of(*parts: str | tuple[Block, str], separator: str = "\n\n") -> Document:
    """A document of these texts; a bare string is a paragraph."""
    text = ""
    blocks: list[Block] = []
    for part in parts:
        block, content = (Block(P, 0, 0), part) if isinstance(part, str) else part
        text += separator if blocks else ""
        blocks.append(replace(block, start=len(text), end=len(text) + len(content)))
        text += content
    return Document(text, tuple(blocks))


def heading(text: str, level: int = 2) -> tuple[Block, str]:
    """A heading."""
    return Block(BlockKind.HEADING, 0, 0, level=level), text


def item(text: str, marker: str = "•", level: int = 0) -> tuple[Block, str]:
    """A list item."""
    return Block(BlockKind.LIST_ITEM, 0, 0, level=level, marker=marker), text


def quote(text: str, level: int = 0) -> tuple[Block, str]:
    """A quotation."""
    return Block(BlockKind.QUOTE, 0, 0, level=level), text


def code(text: str) -> tuple[Block, str]:
    """A listing."""
    return Block(BlockKind.CODE, 0, 0), text


def folded(text: str, kind: Boilerplate = Boilerplate.COUNTER) -> tuple[Block, str]:
    """A line of the page around the report."""
    return Block(P, 0, 0, boilerplate=kind, is_folded=True), text


def doubtful(text: str) -> tuple[Block, str]:
    """A line that may belong to the report."""
    return Block(P, 0, 0, boilerplate=Boilerplate.RELATED), text


def table_document(*rows: tuple[str, ...]) -> Document:
    """A document that is one table, the header first; cells are joined by tabs and line feeds."""
    text = ""
    spans: list[tuple[Span, ...]] = []
    for row in rows:
        text += "\n" if spans else ""
        cells: list[Span] = []
        for cell in row:
            text += "\t" if cells else ""
            cells.append(Span(len(text), len(text) + len(cell)))
            text += cell
        spans.append(tuple(cells))
    return Document(text, (Block(BlockKind.TABLE, 0, len(text), rows=tuple(spans)),))


def with_inline(document: Document, words: str, style: InlineStyle) -> Document:
    """The document with these words set in a style."""
    start = document.text.index(words)
    run = Inline(start, start + len(words), style)
    return replace(document, inlines=(*document.inlines, run))


def span_of(document: Document, words: str) -> Span:
    """Where these words stand first."""
    start = document.text.index(words)
    return Span(start, start + len(words))
