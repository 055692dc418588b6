"""The wrap table: a document's text broken into rows for one width, and both ways between the two.

Offsets count code points of the canonical text; rows count from the first row of text; x counts
cells from the text column's left edge. Rows are kept as two arrays of offsets, so 20 MB of text
cost about 2 MB. Blocks are wrapped in order and on demand: `advance` goes on where it stopped.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.model.article import BlockKind, Span
from bulletin_tui.ui.rendering.blocks import block_index
from bulletin_tui.ui.rendering.breaking import break_flowing, break_hard, break_text
from bulletin_tui.ui.rendering.cells import cell_of_offset, cluster_end, offset_at_cell
from bulletin_tui.ui.rendering.folds import Folds
from bulletin_tui.ui.rendering.setting import gap_above, set_block
from bulletin_tui.ui.rendering.tables import Piece, Rule, TableLayout

if TYPE_CHECKING:
    from bulletin_tui.model.article import Block, Document
    from bulletin_tui.text.folded_runs import FoldedRun


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the text column."""

    block: int
    """Its block's index; for the blank rows above a block, that block's."""
    pieces: tuple[Piece, ...] = ()
    """In the order they are painted; none on blank rows and rules."""
    lead: str = ""
    """Painted from the left edge: a list marker, a quote's bar, a label of a stacked table."""
    rule: Rule | None = None
    rule_width: int = 0
    is_header: bool = False
    fold: FoldedRun | None = None
    """The run that the row stands for; while that is closed, its blocks have no other row."""

    @property
    def is_blank(self) -> bool:
        """Whether this is a row above a block, with none of its text."""
        return self.is_without_text and self.rule is None

    @property
    def is_without_text(self) -> bool:
        """Whether it shows nothing that could be pointed at."""
        return not self.pieces and self.fold is None


NOTHING_FOLDED = Folds()


class WrapTable:
    """The rows of `document` at `width` cells."""

    def __init__(self, document: Document, width: int, folds: Folds = NOTHING_FOLDED) -> None:
        self.document = document
        self.folds = folds
        self.width = max(1, width)
        self._starts, self._ends = array("I"), array("I")
        self._first_rows = array("I")
        self._gaps = array("B")
        self._tables: dict[int, TableLayout] = {}

    def __len__(self) -> int:
        """The rows wrapped so far."""
        return len(self._starts)

    @property
    def is_complete(self) -> bool:
        """Whether every block is wrapped."""
        return len(self._first_rows) == len(self.document.blocks)

    def advance(self, characters: int) -> bool:
        """Wrap whole blocks until about `characters` more are done; returns `is_complete`."""
        blocks = self.document.blocks
        while characters > 0 and not self.is_complete:
            block = blocks[len(self._first_rows)]
            self._wrap_block(block)
            characters -= max(1, block.end - block.start)
        return self.is_complete

    def finish(self) -> None:
        """Wrap what is left."""
        self.advance(sys.maxsize)

    def reach_row(self, row: int) -> None:
        """Wrap until `row` is there, or the text ends."""
        while len(self) <= row and not self.is_complete:
            self.advance(1)

    def reach_block(self, index: int) -> None:
        """Wrap until a block is there."""
        while not self.has_block(index) and not self.is_complete:
            self.advance(1)

    def reach_offset(self, offset: int) -> None:
        """Wrap until the block of `offset` is there."""
        self.reach_block(block_index(self.document, offset))

    def has_block(self, index: int) -> bool:
        """Whether a block is wrapped."""
        return index < len(self._first_rows)

    def set_folds(self, folds: Folds) -> None:
        """Open and close runs; what stands around them is not wrapped again."""
        changed = [run for run in folds.runs if folds.is_open(run) != self.folds.is_open(run)]
        for run in changed:
            if self.has_block(run.first):
                self.reach_block(run.stop - 1)
        self.folds = folds
        for run in changed:
            if self.has_block(run.first):
                self._wrap_run(run)

    def rows_of_block(self, index: int) -> range:
        """The rows of a wrapped block, without the blank ones above it; none where it is hidden.

        The row of a run is one of its first block's.
        """
        is_last = index + 1 == len(self._first_rows)
        end = len(self) if is_last else self._first_rows[index + 1] - self._gaps[index + 1]
        return range(self._first_rows[index], end)

    def rows_of(self, span: Span) -> range:
        """The rows that `span` touches, as far as they are wrapped; of a table always all."""
        first = block_index(self.document, span.start)
        last_offset = max(span.start, span.end - 1)
        last = min(block_index(self.document, last_offset), len(self._first_rows) - 1)
        if first > last:
            return range(0)
        above, below = self.rows_of_block(first), self.rows_of_block(last)
        is_whole = first in self._tables or span.start <= self.document.blocks[first].start
        top = above.start if is_whole and above else self.place(span.start)[0]
        bottom = below.stop - 1 if last in self._tables else self.place(last_offset)[0]
        return range(top, bottom + 1)

    def row(self, number: int) -> Row:
        """What stands on a wrapped row."""
        index, is_gap = self._block_at(number)
        if is_gap:
            return Row(index, lead=self._lead_of_gap(index))
        first = self._text_rows(index).start
        if number < first:
            return Row(index, fold=self.folds.begun_by(index))
        if index in self._tables:
            return self._table_row(index, number - first)
        setting = set_block(self.document.blocks[index], self.width)
        lead = setting.first if number == first else setting.rest
        piece = Piece(self._starts[number], self._ends[number], setting.indent)
        return Row(index, (piece,), lead)

    def place(self, offset: int) -> tuple[int, int]:
        """The row and x of `offset`; what is not shown is where the row before it ends.

        In a closed run it is the row of the run.
        """
        if not self._first_rows:
            return 0, 0
        index = min(block_index(self.document, offset), len(self._first_rows) - 1)
        closed = self.folds.closed_over(index)
        if closed is not None:
            return self._first_rows[closed.first], 0
        rows = self._text_rows(index)
        if index in self._tables:
            number = rows.start + self._tables[index].row_of(offset)
        else:
            number = bisect_right(self._starts, offset, rows.start, rows.stop) - 1
            number = max(number, rows.start)
        piece = _piece_before(self.row(number).pieces, offset)
        shown = max(piece.start, min(offset, piece.end))
        return number, piece.x + cell_of_offset(self.document.text, piece.start, piece.end, shown)

    def cluster_at(self, number: int, x: int) -> Span:
        """The letter under a cell, with what is joined to it.

        Right of a piece it is the empty span at its end; on rows without text, the one at the end
        of the text before them, and on the row of a run the one at its start.
        """
        number = min(number, len(self) - 1)
        while number >= 0 and (row := self.row(number)).is_without_text:
            number, x = number - 1, self.width
        if number < 0:
            return Span(0, 0)
        if row.fold is not None:
            return Span(row.fold.span.start, row.fold.span.start)
        pieces = row.pieces
        piece = next((piece for piece in reversed(pieces) if piece.x <= x), pieces[0])
        start = offset_at_cell(self.document.text, piece.start, piece.end, x - piece.x)
        return Span(start, cluster_end(self.document.text, start, piece.end))

    def first_offset(self, number: int) -> int:
        """Where the text of a row begins; for blank rows and rules, of the next row with text.

        Below the last row it is where the text goes on that is not wrapped yet, or the end.
        """
        for row in map(self.row, range(number, len(self))):
            if row.fold is not None:
                return row.fold.span.start
            if row.pieces:
                return min(piece.start for piece in row.pieces)
        if self.is_complete:
            return len(self.document.text)
        return self.document.blocks[len(self._first_rows)].start

    def _block_at(self, number: int) -> tuple[int, bool]:
        index = bisect_right(self._first_rows, number) - 1
        if index < 0 or number >= self.rows_of_block(index).stop:
            return index + 1, True
        return index, False

    def _text_rows(self, index: int) -> range:
        """The rows of a block, without that of a run."""
        rows = self.rows_of_block(index)
        return rows[1:] if self.folds.runs and self.folds.begun_by(index) else rows

    def _lead_of_gap(self, index: int) -> str:
        before, after = self.document.blocks[index - 1], self.document.blocks[index]
        if before.kind is after.kind is BlockKind.QUOTE:
            outer = before if before.level < after.level else after
            return set_block(outer, self.width).rest
        return ""

    def _table_row(self, index: int, number: int) -> Row:
        table = self._tables[index]
        row = table.row(number)
        return Row(index, row.pieces, row.label, row.rule, table.width, row.is_header)

    def _wrap_block(self, block: Block) -> None:
        index = len(self._first_rows)
        gap = self._gap_above(index)
        self._pad(block.start, gap)
        self._gaps.append(gap)
        self._first_rows.append(len(self))
        if self.folds.begun_by(index):
            self._pad(block.start, 1)
        if self.folds.closed_over(index) is None:
            self._break(index, block)

    def _gap_above(self, index: int) -> int:
        """Blank rows above a block; the lines of a run stand close together."""
        block, before = self.document.blocks[index], self.document.blocks[index - 1]
        if index == 0 or (block.is_folded and before.is_folded):
            return 0
        gap = gap_above(before, block)
        return max(1, gap) if block.is_folded or before.is_folded else gap

    def _wrap_run(self, run: FoldedRun) -> None:
        """Wrap the blocks of a run again, and move what is below them."""
        top = self._first_rows[run.first] - self._gaps[run.first]
        end = self.rows_of_block(run.stop - 1).stop
        starts, ends = self._starts[end:], self._ends[end:]
        first_rows, gaps = self._first_rows[run.stop :], self._gaps[run.stop :]
        del self._starts[top:], self._ends[top:]
        del self._first_rows[run.first :], self._gaps[run.first :]
        for index in range(run.first, run.stop):
            self._tables.pop(index, None)
            self._wrap_block(self.document.blocks[index])
        moved = len(self) - end
        self._starts.extend(starts)
        self._ends.extend(ends)
        self._first_rows.extend(row + moved for row in first_rows)
        self._gaps.extend(gaps)

    def _break(self, index: int, block: Block) -> None:
        rows = (self._starts, self._ends)
        text, indent = self.document.text, set_block(block, self.width).indent
        if block.kind is BlockKind.TABLE and any(block.rows):
            self._tables[index] = TableLayout(text, block, self.width)
            self._pad(block.start, len(self._tables[index]))
        elif block.kind is BlockKind.CODE:
            break_hard(text, block.start, block.end, max(1, self.width - indent), rows)
        elif block.reflows:
            break_flowing(text, block.start, block.end, max(1, self.width - indent), rows)
        else:
            break_text(text, block.start, block.end, max(1, self.width - indent), rows)

    def _pad(self, offset: int, count: int) -> None:
        self._starts.extend([offset] * count)
        self._ends.extend([offset] * count)


def _piece_before(pieces: tuple[Piece, ...], offset: int) -> Piece:
    before = [piece for piece in pieces if piece.start <= offset]
    return max(before, key=lambda piece: piece.start) if before else pieces[0]
