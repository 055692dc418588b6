"""How wide each column of a table is, and which ones hold numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from bulletin_tui.ui.rendering.cells import cell_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.model.article import Span

COLUMN_GAP = 2
_LONGEST_UNBROKEN = 16
"""Words up to this many cells are not cut to make a table fit."""
_NARROWEST = 4
_NUMBER = re.compile(r"[+\-−–]?\d[\d.,/\s]*[%‰]?")


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column stands, in cells."""

    x: int
    width: int
    is_numeric: bool = False


def set_columns(text: str, rows: Sequence[Sequence[Span]], width: int) -> tuple[Column, ...] | None:
    """Columns side by side in `width` cells, or None if they would be too narrow to read.

    The first of `rows` is the header.
    """
    cells = ([text[cell.start : cell.end] for cell in row] for row in rows)
    contents = list(zip_longest(*cells, fillvalue=""))
    natural = [_natural_width(column) for column in contents]
    least = [
        min(_least_width(column), most) for column, most in zip(contents, natural, strict=True)
    ]
    widths = share_width(natural, least, width - COLUMN_GAP * (len(contents) - 1))
    if widths is None:
        return None
    columns, x = [], 0
    for column, share in zip(contents, widths, strict=True):
        columns.append(Column(x, share, _is_numeric(column[1:])))
        x += share + COLUMN_GAP
    return tuple(columns)


def _natural_width(contents: Sequence[str]) -> int:
    return max(1, *(cell_width(line) for cell in contents for line in cell.split("\n")))


def _least_width(contents: Sequence[str]) -> int:
    longest_word = max((cell_width(word) for cell in contents for word in cell.split()), default=0)
    return max(_NARROWEST, min(longest_word, _LONGEST_UNBROKEN))


def _is_numeric(contents: Sequence[str]) -> bool:
    filled = [cell for cell in contents if cell]
    return bool(filled) and all(map(_NUMBER.fullmatch, filled))


def share_width(natural: Sequence[int], least: Sequence[int], room: int) -> list[int] | None:
    """Widths for columns that want `natural` cells and bear `least`; None when `room` is less.

    Short columns keep what they want; the long ones share what is left evenly.
    """
    if sum(least) > room:
        return None
    widths = list(natural)
    spoken_for = sum(least)
    for place, index in enumerate(sorted(range(len(widths)), key=natural.__getitem__)):
        spoken_for -= least[index]
        share = min(room // (len(widths) - place), room - spoken_for)
        widths[index] = max(least[index], min(natural[index], share))
        room -= widths[index]
    return widths


def stack_columns(text: str, rows: Sequence[Sequence[Span]], width: int) -> tuple[Column, ...]:
    """The same column for every cell, to the right of the names of the header's cells."""
    names = max(cell_width(text, name.start, name.end) for name in rows[0])
    x = min(names + COLUMN_GAP, width // 3)
    return (Column(x, max(1, width - x)),) * max(len(row) for row in rows)
