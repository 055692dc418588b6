"""Painting one line of an article as a strip of styled cells.

A line is the margin, the gutter (a glyph for marks, the passage cursor's bar, a blank) and the
text column. Styles are laid over each other in this order: block, inline runs, highlights,
matches, selection.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from bulletin_tui.model.annotation import AnnotationKind
from bulletin_tui.ui.rendering import palette
from bulletin_tui.ui.rendering.cells import cell_width
from bulletin_tui.ui.rendering.head import HeadRole, HeadRow
from bulletin_tui.ui.rendering.overlays import Overlays, RangeIndex
from bulletin_tui.ui.rendering.tables import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rich.style import Style

    from bulletin_tui.model.article import Document
    from bulletin_tui.ui.rendering.page import Page
    from bulletin_tui.ui.rendering.tables import Piece
    from bulletin_tui.ui.rendering.wrap import Row

GUTTER = 3
CURSOR_BAR = "▌"
BOOKMARK, BOOKMARK_WITH_NOTE, NOTE, MOVED = "◆", "◈", "✎", "↕"
_RULES = {Rule.HEADER: "━", Rule.ROW: "─"}
_HEAD_RULE = "─"


@dataclass(frozen=True, slots=True)
class Frame:
    """The line's measures in cells."""

    width: int
    """Of the whole line."""
    margin: int
    """Blank cells left of the gutter."""

    @property
    def text_x(self) -> int:
        """Where the text column begins."""
        return self.margin + GUTTER


def frame(width: int, measure: int) -> tuple[Frame, int]:
    """The frame that centres a text column of at most `measure` cells, and the column's width."""
    column = max(1, min(measure, width - GUTTER - 1))
    return Frame(width, max(0, (width - GUTTER - column) // 2)), column


class Painter:
    """Paints the lines of one document; `styles` has a style for every `STYLE_NAMES`."""

    def __init__(
        self, document: Document, styles: Mapping[str, Style], base: Style, frame: Frame
    ) -> None:
        self._document = document
        self._inlines = RangeIndex(document.inlines)
        self._styles = styles
        self._base = base
        self._frame = frame

    def paint(self, page: Page, line: int, overlays: Overlays) -> Strip:
        """The whole line, exactly as wide as the frame."""
        found = page.line(line)
        if isinstance(found, HeadRow):
            return self._strip([*self._left("", is_current=False), *self._head(found, page)])
        glyph = self._glyph(found, overlays)
        is_current = bool(found.pieces or found.rule) and found.block == overlays.cursor_block
        return self._strip([*self._left(glyph, is_current=is_current), *self._row(found, overlays)])

    def blank(self) -> Strip:
        """An empty line."""
        return Strip.blank(self._frame.width, self._base)

    def _strip(self, segments: list[Segment]) -> Strip:
        return Strip(segments).adjust_cell_length(self._frame.width, self._base)

    def _left(self, glyph: str, *, is_current: bool) -> list[Segment]:
        return [
            Segment(" " * self._frame.margin, self._base),
            Segment(glyph or " ", self._style(palette.GLYPH)),
            Segment(CURSOR_BAR if is_current else " ", self._style(palette.CURSOR)),
            Segment(" ", self._base),
        ]

    def _head(self, row: HeadRow, page: Page) -> list[Segment]:
        if row.role is HeadRole.BLANK:
            return []
        text = _HEAD_RULE * page.table.width if row.role is HeadRole.RULE else row.text
        return [Segment(text, self._style(palette.HEAD[row.role]))]

    def _row(self, row: Row, overlays: Overlays) -> Iterator[Segment]:
        if row.rule is not None:
            yield Segment(_RULES[row.rule] * row.rule_width, self._style(palette.RULE))
            return
        x = 0
        if row.lead:
            yield Segment(row.lead, self._style(palette.LEAD))
            x = cell_width(row.lead)
        for piece in row.pieces:
            if piece.x > x:
                yield Segment(" " * (piece.x - x), self._base)
            yield from self._piece(row, piece, overlays)
            x = piece.x + cell_width(self._document.text, piece.start, piece.end)

    def _piece(self, row: Row, piece: Piece, overlays: Overlays) -> Iterator[Segment]:
        layers = list(self._layers(row, piece, overlays))
        cuts = {piece.start, piece.end}
        for start, end, _style in layers:
            cuts.update((max(start, piece.start), min(end, piece.end)))
        edges = sorted(cuts)
        for start, end in pairwise(edges):
            style = self._base
            for layer_start, layer_end, layer in layers:
                if layer_start <= start and end <= layer_end:
                    style += layer
            yield Segment(self._document.text[start:end], style)

    def _layers(
        self, row: Row, piece: Piece, overlays: Overlays
    ) -> Iterator[tuple[int, int, Style]]:
        start, end = piece.start, piece.end
        name = palette.block_style(self._document.blocks[row.block])
        name = palette.TABLE_HEADER if row.is_header else name
        if name:
            yield start, end, self._styles[name]
        for inline in self._inlines.touching(start, end):
            yield inline.start, inline.end, self._styles[palette.INLINES[inline.style]]
        for mark in overlays.marks.touching(start, end):
            if mark.color is not None:
                yield mark.start, mark.end, self._styles[palette.HIGHLIGHTS[mark.color]]
        for match in overlays.matches.touching(start, end):
            is_current = match == overlays.current_match
            name = palette.CURRENT_MATCH if is_current else palette.MATCH
            yield match.start, match.end, self._styles[name]
        selected = overlays.selection
        if selected is not None and selected.start < end and start < selected.end:
            yield selected.start, selected.end, self._styles[palette.SELECTION]

    def _glyph(self, row: Row, overlays: Overlays) -> str:
        glyphs = [
            _GLYPHS[mark.kind, mark.has_note] if not mark.moved else MOVED
            for piece in row.pieces
            for mark in overlays.marks.touching(piece.start, max(piece.end, piece.start + 1))
            if piece.start <= mark.start
        ]
        return min(filter(None, glyphs), key=_BY_WEIGHT.index, default="")

    def _style(self, name: str) -> Style:
        return self._base + self._styles[name]


_BY_WEIGHT = (MOVED, BOOKMARK_WITH_NOTE, BOOKMARK, NOTE)
_GLYPHS = {
    (AnnotationKind.BOOKMARK, False): BOOKMARK,
    (AnnotationKind.BOOKMARK, True): BOOKMARK_WITH_NOTE,
    (AnnotationKind.HIGHLIGHT, False): "",
    (AnnotationKind.HIGHLIGHT, True): NOTE,
}
