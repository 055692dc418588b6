"""What scrolls: the head of an article and the rows of its text, as one run of lines.

Lines count from the top of what scrolls. The head stands above the text; where the report
begins with the title itself, the rest of the head stands below that heading instead.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.model.article import BlockKind
from bulletin_tui.ui.rendering.head import HeadRow, set_head
from bulletin_tui.ui.rendering.wrap import NOTHING_FOLDED, Row, WrapTable

if TYPE_CHECKING:
    from bulletin_tui.model.article import Document
    from bulletin_tui.ui.rendering.folds import Folds
    from bulletin_tui.ui.rendering.head import ArticleHeader


class Page:
    """`document` under `header`, set at `width` cells; lines appear as the table advances."""

    def __init__(
        self,
        document: Document,
        header: ArticleHeader,
        width: int,
        folds: Folds = NOTHING_FOLDED,
    ) -> None:
        self.table = WrapTable(document, width, folds)
        self._header = header
        self._title_block = _find_title(document, header.title)
        self._rows_above = self._count_rows_above()
        if self._title_block is not None:
            header = replace(header, title="")
        self._head = set_head(header, self.table.width)

    def set_folds(self, folds: Folds) -> None:
        """Open and close runs of folded lines."""
        self.table.set_folds(folds)
        self._rows_above = self._count_rows_above()

    def _count_rows_above(self) -> int:
        if self._title_block is None:
            return 0
        self.table.reach_block(self._title_block)
        return self.table.rows_of_block(self._title_block).stop

    def is_of(self, document: Document, header: ArticleHeader, width: int) -> bool:
        """Whether this is the page that these would make."""
        table = self.table
        return table.document is document and self._header == header and table.width == width

    @property
    def height(self) -> int:
        """The lines there are so far."""
        return len(self.table) + len(self._head)

    @property
    def text_top(self) -> int:
        """The line from which text follows: 0, or the height of a head above the text."""
        return 0 if self._rows_above else len(self._head)

    def line(self, number: int) -> HeadRow | Row:
        """What stands on a line."""
        inside = number - self._rows_above
        if 0 <= inside < len(self._head):
            return self._head[inside]
        return self.table.row(self.row_of_line(number))

    def row_of_line(self, line: int) -> int:
        """The row of the text on a line; in the head, the first row below it."""
        if line < self._rows_above:
            return line
        return max(self._rows_above, line - len(self._head))

    def line_of_row(self, row: int) -> int:
        """The line on which a row of the text stands."""
        return row if row < self._rows_above else row + len(self._head)


def _find_title(document: Document, title: str) -> int | None:
    """The block with which the report begins, where that is its title."""
    found = (index for index, block in enumerate(document.blocks) if block.boilerplate is None)
    first = next(found, None)
    if not title or first is None:
        return None
    block = document.blocks[first]
    is_title = document.text[block.start : block.end].split() == title.split()
    return first if is_title and block.kind is BlockKind.HEADING else None
