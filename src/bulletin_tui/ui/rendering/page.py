"""What scrolls: the head of an article and the rows of its text, as one run of lines.

Lines count from the top of what scrolls. The head stands above the text; where the text begins
with the title itself, the rest of the head stands below that heading instead.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.model.article import BlockKind
from bulletin_tui.ui.rendering.head import HeadRow, set_head
from bulletin_tui.ui.rendering.wrap import Row, WrapTable

if TYPE_CHECKING:
    from bulletin_tui.model.article import Document
    from bulletin_tui.ui.rendering.head import ArticleHeader


class Page:
    """`document` under `header`, set at `width` cells; lines appear as the table advances."""

    def __init__(self, document: Document, header: ArticleHeader, width: int) -> None:
        self.table = WrapTable(document, width)
        self._header = header
        self._rows_above = 0
        if _begins_with(document, header.title):
            header = replace(header, title="")
            self.table.reach_row(0)
            self._rows_above = self.table.rows_of_block(0).stop
        self._head = set_head(header, self.table.width)

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


def _begins_with(document: Document, title: str) -> bool:
    if not title or not document.blocks or document.blocks[0].kind is not BlockKind.HEADING:
        return False
    first = document.blocks[0]
    return document.text[first.start : first.end].split() == title.split()
