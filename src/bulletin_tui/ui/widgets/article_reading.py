"""Reading a page: the passage cursor, the ways to move, and how far reading has come."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.message import Message

from bulletin_tui.model.annotation import Position
from bulletin_tui.model.article import Block, BlockKind, Document, Span
from bulletin_tui.ui.rendering.blocks import block_index
from bulletin_tui.ui.rendering.progress import ProgressMeter, ReadingProgress
from bulletin_tui.ui.widgets.article_folding import FoldingPage

if TYPE_CHECKING:
    from bulletin_tui.ui.rendering.head import ArticleHeader

NOTHING_OPEN: frozenset[int] = frozenset()


class ReadingPage(FoldingPage):
    """An article being read: a position, and motions that change it."""

    @dataclass
    class PositionChanged(Message, namespace="article_view"):
        """Other text is at the top, or the passage cursor is elsewhere."""

        position: Position

    class BottomMoved(Message, namespace="article_view"):
        """Other text may be at the bottom: the page was set anew, or folds were turned."""

    class ReachedEnd(Message, namespace="article_view"):
        """The report's last line was on screen, for the first time since it was shown."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._cursor = 0
        self._announced = Position(0, 0)
        self._reached_end = False
        self._to_reveal: int | None = None
        self._meter = ProgressMeter(self._document)

    def show(
        self,
        document: Document,
        header: ArticleHeader,
        position: Position | None,
        opened: frozenset[int] = NOTHING_OPEN,
    ) -> None:
        """Show another article where it was left, or from its beginning.

        `opened` are the starts of folded runs that are to be open.
        """
        self._meter = ProgressMeter(document)
        self._reached_end = False
        self._to_reveal = None
        self._announced = position or Position(0, 0)
        self._cursor = self._announced.cursor
        self._show_page(document, header, self._announced.top, opened)
        self._put_cursor(self._cursor)

    @property
    def position(self) -> Position:
        """What is at the top of the pane, and where the passage cursor stands."""
        return Position(self._top, self._cursor)

    @property
    def cursor_block(self) -> int:
        """The index of the block that the passage cursor is in; 0 without blocks."""
        return block_index(self._document, self._cursor)

    @property
    def progress(self) -> ReadingProgress:
        """How far reading has come."""
        return self._meter.measure(self._top, self._offset_at_bottom(), self.cursor_block)

    def reveal(self, offset: int) -> None:
        """Put the passage cursor on `offset`, about a third down the pane unless it stands well.

        A fold over it opens.
        """
        self._open_over(offset)
        self._put_cursor(offset)
        if not self._is_settled:
            self._to_reveal, self._top = offset, offset
            return
        line = self._line_of(offset)
        above = line - self.scroll_offset.y
        if not self._pane.height // 6 <= above <= self._pane.height * 2 // 3:
            self._scroll_to_line(max(0, line - self._pane.height // 3))
        self._announce()

    def scroll_line(self, step: int) -> None:
        """Scroll by lines, down where `step` is positive."""
        self._scroll_to_line(self.scroll_offset.y + step)

    def scroll_page(self, step: int) -> None:
        """Scroll by screenfuls, one line of which stays to find one's way."""
        self.scroll_line(step * max(1, self._pane.height - 1))

    def scroll_half_page(self, step: int) -> None:
        """Scroll by half screenfuls."""
        self.scroll_line(step * max(1, self._pane.height // 2))

    def go_to_start(self) -> None:
        """To the head of the article."""
        self._scroll_to_line(0)
        self._put_cursor(0)
        self._announce()

    def go_to_end(self) -> None:
        """To the last line."""
        self._wrap_to_end()
        self._scroll_to_line(self._page.height)
        self._put_cursor(self._last_visible_offset())
        self._announce()

    def cursor_paragraph(self, step: int) -> None:
        """Move the passage cursor by blocks, and show the whole block if it fits.

        A closed fold is one block.
        """
        blocks = self._document.blocks
        if blocks:
            index = max(0, min(self._next_block(step), len(blocks) - 1))
            self._put_cursor(blocks[index].start)
            rows = self._rows_of_block(self.cursor_block)
            self._show_lines(*map(self._page.line_of_row, (rows.start, rows.stop - 1)))
            self._announce()

    def _next_block(self, step: int) -> int:
        closed = self._folds.closed_over(self.cursor_block)
        return closed.stop if closed and step > 0 else self.cursor_block + step

    def _rows_of_block(self, index: int) -> range:
        self._page.table.reach_block(index)
        self._measure_height()
        return self._page.table.rows_of_block(index)

    def cursor_heading(self, step: int) -> None:
        """Move the passage cursor to the next (+1) or previous (-1) heading; none: stay."""
        blocks, index = self._document.blocks, self.cursor_block + step
        while 0 <= index < len(blocks) and not _is_heading(blocks[index]):
            index += step
        if 0 <= index < len(blocks):
            self.reveal(blocks[index].start)

    def _put_cursor(self, offset: int) -> None:
        self._cursor = self._shown_offset(max(0, min(offset, len(self._document.text))))
        blocks, index = self._document.blocks, self.cursor_block
        before = self._overlays.cursor_block
        if blocks and index != before:
            self._overlays = replace(self._overlays, cursor_block=index)
            shown = [blocks[number] for number in (before, index) if number is not None]
            self._paint_anew(*(Span(block.start, block.end) for block in shown))

    @property
    def _cursor_span(self) -> Span | None:
        """The passage cursor's block; None on a closed fold, which shows no passage."""
        if not self._document.blocks or self._folds.closed_over(self.cursor_block):
            return None
        block = self._document.blocks[self.cursor_block]
        return Span(block.start, block.end)

    def _follow(self, offset: int) -> None:
        """Scroll as little as shows `offset`, and put the passage cursor there."""
        line = self._line_of(offset)
        self._show_lines(line, line)
        self._put_cursor(offset)
        self._announce()

    def _folds_turned(self) -> None:
        self._put_cursor(self._cursor)
        self._scrolled()
        self.post_message(self.BottomMoved())

    def _scrolled(self) -> None:
        self._pull_cursor()
        self._announce()

    def _pull_cursor(self) -> None:
        """Bring the passage cursor to the nearest visible row."""
        line = self._line_of(self._cursor)
        top, height = self.scroll_offset.y, self._pane.height
        if line < top:
            self._put_cursor(self._top)
        elif line >= top + height:
            self._put_cursor(self._last_visible_offset())

    def _last_visible_offset(self) -> int:
        lowest = min(self._pane.height, self.virtual_size.height) - 1
        return self._cluster_under(0, lowest).start

    def _page_set(self) -> None:
        if self._to_reveal is not None:
            offset, self._to_reveal = self._to_reveal, None
            self.reveal(offset)
        self._announce()
        self.post_message(self.BottomMoved())

    def _announce(self) -> None:
        position = self.position
        if position != self._announced:
            self._announced = position
            self.post_message(self.PositionChanged(position))
        if not self._reached_end and self._is_end_visible:
            self._reached_end = True
            self.post_message(self.ReachedEnd())

    @property
    def _is_end_visible(self) -> bool:
        table, last = self._page.table, self._meter.last_block
        if last < 0 or not table.has_block(last):
            return False
        line = self._page.line_of_row(table.rows_of_block(last).stop - 1)
        return self.scroll_offset.y + self._pane.height > line


def _is_heading(block: Block) -> bool:
    return block.kind is BlockKind.HEADING and not block.is_folded
