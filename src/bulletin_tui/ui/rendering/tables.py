"""Setting a table in columns, its cells wrapped inside them.

A table that is too wide for that is stacked: its header once, then every cell on rows of its own
behind its column's name. Only the columns and the height of each row are kept; the rows of cells
are broken again when they are asked for, so a long table costs little at rest.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from itertools import zip_longest
from typing import TYPE_CHECKING

from bulletin_tui.ui.rendering.breaking import break_text
from bulletin_tui.ui.rendering.cells import cell_width, cut_to_cells
from bulletin_tui.ui.rendering.columns import COLUMN_GAP, Column, set_columns, stack_columns

if TYPE_CHECKING:
    from bulletin_tui.model.article import Block, Span


class Rule(Enum):
    """A line drawn across a table."""

    HEADER = "header"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the canonical text on one row, `x` cells from the column's left edge."""

    start: int
    end: int
    x: int


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of the screen: pieces of cells, with a label before them, or a rule."""

    pieces: tuple[Piece, ...]
    label: str = ""
    rule: Rule | None = None
    is_header: bool = False


class TableLayout:
    """A table set for a width; `block.rows` must have cells. Rows count from the table's first."""

    def __init__(self, text: str, block: Block, width: int) -> None:
        self._text = text
        self._cells = tuple(row for row in block.rows if row)
        columns = set_columns(text, self._cells, width)
        self._is_stacked = columns is None
        self._columns = columns or stack_columns(text, self._cells, width)
        heights = [len(self._lines(group)) for group in range(len(self._cells))]
        self._is_ruled = self._is_stacked or max(heights[1:], default=1) > 1
        self._first_rows = array("I", [0])
        for group, height in enumerate(heights):
            self._first_rows.append(self._first_rows[-1] + height + self._rules_below(group))

    def __len__(self) -> int:
        """The rows on the screen."""
        return self._first_rows[-1]

    @property
    def width(self) -> int:
        """The cells from the first column's left edge to the last one's right."""
        last = self._columns[-1]
        return last.x + last.width

    def row(self, number: int) -> TableRow:
        """What stands on a row."""
        group = bisect_right(self._first_rows, number) - 1
        lines = self._lines(group)
        inside = number - self._first_rows[group]
        if inside < len(lines):
            return lines[inside]
        return TableRow((), rule=Rule.HEADER if group == 0 else Rule.ROW)

    def row_of(self, offset: int) -> int:
        """The row on which `offset` stands; between cells, the last row of the one before."""
        group = bisect_right(self._cells, offset, key=lambda cells: cells[0].start) - 1
        found, nearest = 0, -1
        for inside, line in enumerate(self._lines(max(0, group))):
            for piece in line.pieces:
                if nearest < piece.start <= offset:
                    nearest, found = piece.start, inside
        return self._first_rows[max(0, group)] + found

    def _rules_below(self, group: int) -> int:
        is_last = group == len(self._cells) - 1
        return int(not is_last and (group == 0 or self._is_ruled))

    def _lines(self, group: int) -> list[TableRow]:
        cells = self._cells[group]
        return self._stack(group, cells) if self._is_stacked else self._side_by_side(group, cells)

    def _side_by_side(self, group: int, cells: tuple[Span, ...]) -> list[TableRow]:
        columns = self._columns[: len(cells)]
        broken = [self._pieces(cell, column) for cell, column in zip(cells, columns, strict=True)]
        return [
            TableRow(tuple(piece for piece in line if piece), is_header=group == 0)
            for line in zip_longest(*broken)
        ]

    def _stack(self, group: int, cells: tuple[Span, ...]) -> list[TableRow]:
        whole = Column(0, self.width)
        lines = []
        for number, cell in enumerate(cells):
            column = self._columns[number] if group else whole
            label = self._label(number, column.x) if group else ""
            for piece in self._pieces(cell, column):
                lines.append(TableRow((piece,), label, is_header=group == 0))
                label = ""
        return lines

    def _label(self, number: int, width: int) -> str:
        names = self._cells[0]
        if number >= len(names):
            return ""
        name = self._text[names[number].start : names[number].end].replace("\n", " ")
        label = cut_to_cells(name, width - COLUMN_GAP)
        return label + ":" if label else ""

    def _pieces(self, cell: Span, column: Column) -> list[Piece]:
        starts, ends = array("I"), array("I")
        break_text(self._text, cell.start, cell.end, column.width, (starts, ends))
        return [
            Piece(start, end, column.x + self._indent(start, end, column))
            for start, end in zip(starts, ends, strict=True)
        ]

    def _indent(self, start: int, end: int, column: Column) -> int:
        if not column.is_numeric:
            return 0
        return max(0, column.width - cell_width(self._text, start, end))
