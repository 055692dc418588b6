"""Pieces of a page put into one canonical text, and what their markup says of each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bulletin_tui.importers.html.regions import BOILERPLATE
from bulletin_tui.importers.page import Page
from bulletin_tui.importers.tidy.lines import Line, LineContext
from bulletin_tui.model.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.importers.html.pieces import Piece

_BY_KIND = {
    BlockKind.HEADING: LineContext.HEADING,
    BlockKind.CAPTION: LineContext.CAPTION,
    BlockKind.TABLE: LineContext.TABLE,
    BlockKind.LIST_ITEM: LineContext.LIST_ITEM,
}


def set_page(pieces: Sequence[Piece]) -> Page:
    """All pieces, in order."""
    page = Page()
    for piece in pieces:
        if piece.rows:
            page.add_table(piece.rows)
        else:
            page.add(piece.kind, piece.content, level=piece.level, marker=piece.marker)
    return page


def lines_of(
    page: Page, pieces: Sequence[Piece], region_contexts: Sequence[LineContext]
) -> list[Line]:
    """One line for each block of the page that was set from the pieces."""
    title_level = _title_level(pieces, region_contexts)
    return [
        Line(
            block.start,
            block.end,
            piece.words,
            _context(piece, region_contexts[piece.region], title_level),
            piece.link_share,
            piece.is_apart,
        )
        for block, piece in zip(page.blocks, pieces, strict=True)
    ]


def _context(piece: Piece, around: LineContext, title_level: int) -> LineContext:
    if around in BOILERPLATE:
        return around
    if piece.kind is BlockKind.HEADING and piece.level == title_level:
        return LineContext.TITLE
    if around is LineContext.HEADER:
        return around
    return _BY_KIND.get(piece.kind, around)


def _title_level(pieces: Sequence[Piece], region_contexts: Sequence[LineContext]) -> int:
    """The level of the page's title: the first, or another of which there is but one; else 0."""
    levels = Counter(
        piece.level
        for piece in pieces
        if piece.kind is BlockKind.HEADING and region_contexts[piece.region] not in BOILERPLATE
    )
    top = min(levels, default=0)
    return top if top == 1 or levels[top] == 1 else 0
