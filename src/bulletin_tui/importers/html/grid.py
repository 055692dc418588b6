"""A table of a page while it is read: data to be set in columns, or a way to lay out a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bulletin_tui.importers.html.pieces import Piece
from bulletin_tui.importers.run import joined
from bulletin_tui.importers.styled_text import StyledText
from bulletin_tui.model.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDEST_CELL = 300
"""In code points; what is longer is prose."""
_MOST_PIECES = 4
"""In one cell."""
_MOST_COLUMNS = 60
_MOST_LINKS = 0.8
_FEWEST = 2
_PROSE = frozenset({BlockKind.HEADING, BlockKind.QUOTE, BlockKind.CODE})
_MOTTO = re.compile(r"\bcộng h(?:òa|oà) xã hội chủ nghĩa việt nam\b", re.IGNORECASE)
"""A table with it sets the head of a document in two columns."""
_NUMBER = re.compile(r"\s*([0-9]{1,3})")


@dataclass(slots=True)
class Cell:
    """What is in one cell, and how far it reaches."""

    pieces: list[Piece] = field(default_factory=list)
    columns: int = 1
    rows: int = 1


class Grid:
    """Rows of cells, in the order in which they come."""

    def __init__(self, region: int, *, is_apart: bool) -> None:
        self._region = region
        self._is_apart = is_apart
        self._rows: list[list[Cell]] = []
        self._has_header = False

    @property
    def is_begun(self) -> bool:
        """Whether a cell has been opened."""
        return bool(self._rows and self._rows[0])

    def open_row(self) -> None:
        """Begin the next row."""
        self._rows.append([])

    def open_cell(self, tag: str, attributes: dict[str, str]) -> Cell:
        """Begin the next cell of the row."""
        if not self._rows:
            self.open_row()
        cell = Cell(columns=_span(attributes, "colspan"), rows=_span(attributes, "rowspan"))
        self._rows[-1].append(cell)
        self._has_header |= tag == "th"
        return cell

    def pieces(self) -> list[Piece]:
        """What was in the cells, one after the other."""
        return [piece for row in self._rows for cell in row for piece in cell.pieces]

    def find_table(self) -> Piece | None:
        """The table, if it is one of data."""
        rows = [row for row in self._rows if any(cell.pieces for cell in row)]
        if not self._is_data(rows):
            return None
        widths = list(_set(rows))
        width = max(map(len, widths))
        if width > _MOST_COLUMNS:
            return None
        filled = tuple((*row, *[StyledText("")] * (width - len(row))) for row in widths)
        shares = [piece.link_share for piece in self.pieces()]
        share = sum(shares) / len(shares)
        return Piece(
            BlockKind.TABLE,
            StyledText(""),
            rows=filled,
            region=self._region,
            link_share=share,
            is_apart=self._is_apart,
        )

    def _is_data(self, rows: list[list[Cell]]) -> bool:
        full = sum(sum(bool(cell.pieces) for cell in row) >= _FEWEST for row in rows)
        if full < _FEWEST or not all(_is_value(cell) for row in rows for cell in row):
            return False
        pieces = self.pieces()
        if any(piece.region != self._region or _MOTTO.search(piece.words) for piece in pieces):
            return False
        links = sum(piece.link_share > _MOST_LINKS for piece in pieces)
        return self._has_header or links <= len(pieces) / _FEWEST


def _is_value(cell: Cell) -> bool:
    return (
        len(cell.pieces) <= _MOST_PIECES
        and not any(piece.kind in _PROSE for piece in cell.pieces)
        and sum(len(piece.content.text) for piece in cell.pieces) <= _WIDEST_CELL
    )


def _set(rows: list[list[Cell]]) -> Iterator[list[StyledText]]:
    """The rows in columns; what a cell reaches over is empty."""
    reached: dict[int, int] = {}
    """For how many more rows a column is reached into from above."""
    for row in rows:
        columns: list[StyledText] = []
        for cell in row:
            while reached.get(len(columns), 0) > 0:
                reached[len(columns)] -= 1
                columns.append(StyledText(""))
            for number in range(cell.columns):
                reached[len(columns)] = cell.rows - 1
                columns.append(_content(cell) if number == 0 else StyledText(""))
        for column in [column for column in reached if column >= len(columns)]:
            reached[column] = max(0, reached[column] - 1)
        yield columns


def _content(cell: Cell) -> StyledText:
    content = joined([piece.content for piece in cell.pieces])
    return StyledText(content.text.replace("\n", " "), content.styles)


def _span(attributes: dict[str, str], name: str) -> int:
    number = _NUMBER.match(attributes.get(name, ""))
    return min(max(1, int(number[1])), _MOST_COLUMNS) if number else 1
