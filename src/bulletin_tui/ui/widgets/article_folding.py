"""Folded lines of an article: opened where one stands, all at once, or by a jump into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.ui.rendering.blocks import block_index
from bulletin_tui.ui.rendering.wrap import Row
from bulletin_tui.ui.widgets.article_page import ArticlePage

if TYPE_CHECKING:
    from bulletin_tui.text.folded_runs import FoldedRun
    from bulletin_tui.ui.rendering.folds import Folds


class FoldingPage(ArticlePage):
    """An article whose folded lines open; `_cursor` is the offset of the passage cursor."""

    _cursor = 0

    @property
    def opened_folds(self) -> frozenset[int]:
        """Where the runs start that are open, as offsets."""
        return self._folds.opened

    def toggle_fold_here(self) -> bool:
        """Open or close the run whose line the passage cursor is on; whether there is one."""
        run = self._folds.begun_by(block_index(self._document, self._cursor))
        if run is not None:
            self._turn(self._folds.with_open(run, is_open=not self._folds.is_open(run)))
        return run is not None

    def toggle_all_folds(self) -> bool:
        """Open every run, or close them where all are open; whether there are any."""
        if self._folds.runs:
            self._turn(self._folds.with_all_open(are_open=bool(self._folds.closed)))
        return bool(self._folds.runs)

    def _open_over(self, offset: int) -> None:
        """Show what stands at `offset`."""
        run = self._folds.closed_over(block_index(self._document, offset))
        if run is not None:
            self._set_folds(self._folds.with_open(run, is_open=True))

    def _shown_offset(self, offset: int) -> int:
        """`offset`, or the start of the closed run that it is in."""
        run = self._folds.closed_over(block_index(self._document, offset))
        return offset if run is None else run.span.start

    def _turn(self, folds: Folds) -> None:
        """Show these runs; the passage cursor's line stays where it is on the screen."""
        if not self._is_settled:
            self._set_folds(folds)
            return
        above = self._cursor_line() - self.scroll_offset.y
        self._set_folds(folds)
        self._scroll_to_line(max(0, self._cursor_line() - above))
        self._folds_turned()

    def _cursor_line(self) -> int:
        """The line of the passage cursor: of a run, open or closed, its own one."""
        index = block_index(self._document, self._cursor)
        line = self._line_of(self._cursor)
        if self._folds.begun_by(index) is None:
            return line
        return self._page.line_of_row(self._page.table.rows_of_block(index).start)

    def _folds_turned(self) -> None:
        """What else follows from opening and closing."""

    def _fold_under(self, y: int) -> FoldedRun | None:
        """The run whose line is `y` cells below the top of the pane."""
        line = y + self.scroll_offset.y
        if not 0 <= line < self._page.height:
            return None
        row = self._page.line(line)
        return row.fold if isinstance(row, Row) else None
