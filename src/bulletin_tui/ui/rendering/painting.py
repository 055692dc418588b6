"""Painting one line of an article as a strip of styled cells.

A line is the margin, the gutter (two glyphs for marks, the passage cursor's bar, a blank) and the
text column. Styles are laid over each other in this order: block, inline runs, highlights (the
shorter over the longer), matches, selection.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from bulletin_tui.ui.rendering import palette
from bulletin_tui.ui.rendering.cells import cell_width
from bulletin_tui.ui.rendering.folds import fold_label
from bulletin_tui.ui.rendering.head import HeadRole, HeadRow
from bulletin_tui.ui.rendering.mark_glyphs import COLOR_OF_GLYPH, gutter_glyphs
from bulletin_tui.ui.rendering.overlays import Overlays, RangeIndex
from bulletin_tui.ui.rendering.tables import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rich.style import Style

    from bulletin_tui.model.article import Document
    from bulletin_tui.text.folded_runs import FoldedRun
    from bulletin_tui.ui.rendering.page import Page
    from bulletin_tui.ui.rendering.tables import Piece
    from bulletin_tui.ui.rendering.wrap import Row, WrapTable

GUTTER = 4
GLYPHS = 2
"""Cells of the gutter in which marks show what they are."""
CURSOR_BAR = "▌"
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


def set_frame(width: int, measure: int) -> tuple[Frame, int]:
    """The frame that centres a text column of at most `measure` cells, and the column's width."""
    column = max(1, min(measure, width - GUTTER - 1))
    return Frame(width, max(0, (width - GUTTER - column) // 2)), column


class _Cells:
    """A line as it grows; neighbours of one style are one segment, for terminals are slow."""

    def __init__(self) -> None:
        self.width = 0
        self._segments: list[Segment] = []

    def add(self, text: str, style: Style) -> None:
        """Append text."""
        self.width += cell_width(text)
        if self._segments and self._segments[-1].style == style:
            text = self._segments.pop().text + text
        self._segments.append(Segment(text, style))

    def strip(self, width: int, base: Style) -> Strip:
        """The line filled up with blanks, or cut, to `width` cells."""
        if self.width < width:
            self.add(" " * (width - self.width), base)
        strip = Strip(self._segments, self.width)
        return strip if self.width == width else strip.crop(0, width)


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
        cells = _Cells()
        if isinstance(found, HeadRow):
            cells.add(" " * self._frame.text_x, self._base)
            self._paint_head(cells, found, page.table.width)
        else:
            self._paint_gutter(cells, found, overlays)
            if found.fold is not None:
                self._paint_fold(cells, found.fold, page.table, overlays)
            else:
                self._paint_row(cells, found, overlays)
        return cells.strip(self._frame.width, self._base)

    def _paint_head(self, cells: _Cells, row: HeadRow, width: int) -> None:
        if row.role is not HeadRole.BLANK:
            text = _HEAD_RULE * width if row.role is HeadRole.RULE else row.text
            cells.add(text, self._style(palette.HEAD[row.role]))

    def _paint_gutter(self, cells: _Cells, row: Row, overlays: Overlays) -> None:
        glyphs = self._glyphs(row, overlays)
        has_cursor = not row.is_blank and row.block == overlays.cursor_block
        if not glyphs and not has_cursor:
            cells.add(" " * self._frame.text_x, self._base)
            return
        cells.add(" " * self._frame.margin, self._base)
        for glyph in glyphs:
            color = COLOR_OF_GLYPH.get(glyph)
            cells.add(glyph, self._style(palette.GLYPHS[color] if color else palette.GLYPH))
        cells.add(" " * (GLYPHS - len(glyphs)), self._base)
        cells.add(CURSOR_BAR if has_cursor else " ", self._style(palette.CURSOR))
        cells.add(" ", self._base)

    def _paint_fold(
        self, cells: _Cells, run: FoldedRun, table: WrapTable, overlays: Overlays
    ) -> None:
        marks = sum(1 for _mark in overlays.marks.touching(run.span.start, run.span.end))
        is_open = table.folds.is_open(run)
        label = fold_label(run, is_open=is_open, marks=marks, width=table.width)
        cells.add(label, self._style(palette.FOLD))

    def _paint_row(self, cells: _Cells, row: Row, overlays: Overlays) -> None:
        if row.rule is not None:
            cells.add(_RULES[row.rule] * row.rule_width, self._style(palette.RULE))
            return
        if row.lead:
            cells.add(row.lead, self._style(palette.LEAD))
        for piece in row.pieces:
            blank = self._frame.text_x + piece.x - cells.width
            if blank > 0:
                cells.add(" " * blank, self._base)
            self._paint_piece(cells, row, piece, overlays)

    def _paint_piece(self, cells: _Cells, row: Row, piece: Piece, overlays: Overlays) -> None:
        layers = list(self._layers(row, piece, overlays))
        cuts = {piece.start, piece.end}
        for start, end, _style in layers:
            cuts.update((max(start, piece.start), min(end, piece.end)))
        for start, end in pairwise(sorted(cuts)):
            style = self._base
            for layer_start, layer_end, layer in layers:
                if layer_start <= start and end <= layer_end:
                    style += layer
            words = self._document.text[start:end].replace("\n", " ")  # of a block that reflows
            cells.add(words, style)

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
        yield from self._highlights(start, end, overlays)
        for match in overlays.matches.touching(start, end):
            is_current = match == overlays.current_match
            name = palette.CURRENT_MATCH if is_current else palette.MATCH
            yield match.start, match.end, self._styles[name]
        selected = overlays.selection
        if selected is not None and selected.start < end and start < selected.end:
            yield selected.start, selected.end, self._styles[palette.SELECTION]

    def _highlights(
        self, start: int, end: int, overlays: Overlays
    ) -> Iterator[tuple[int, int, Style]]:
        """The highlights, the shortest last, and above them where they overlap."""
        marks = [mark for mark in overlays.marks.touching(start, end) if mark.color is not None]
        marks.sort(key=lambda mark: mark.start - mark.end)
        for mark in marks:
            if mark.color is not None:
                yield mark.start, mark.end, self._styles[palette.HIGHLIGHTS[mark.color]]
        for one, other in combinations(marks, 2):
            overlap = max(one.start, other.start), min(one.end, other.end)
            if overlap[0] < overlap[1]:
                yield *overlap, self._styles[palette.OVERLAP]

    def _glyphs(self, row: Row, overlays: Overlays) -> str:
        """What the marks are that begin in the row, as far as there is room."""
        marks = [
            mark
            for piece in row.pieces
            for mark in overlays.marks.touching(piece.start, max(piece.end, piece.start + 1))
            if piece.start <= mark.start
        ]
        return gutter_glyphs(marks)[:GLYPHS] if marks else ""

    def _style(self, name: str) -> Style:
        return self._base + self._styles[name]
