"""How wide each column of a table is, and which ones hold numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
    """Columns side by side in `width` cells, the header being the first of `rows`; None if they
    would be too narrow to read.
    """
    count = max(len(row) for row in rows)
    natural, least = [1] * count, [1] * count
    numeric = [len(rows) > 1] * count
    for number, row in enumerate(rows):
        for index, cell in enumerate(row):
            content = text[cell.start : cell.end]
            natural[index] = max(natural[index], *map(cell_width, content.split("\n")))
            longest_word = max(map(cell_width, content.split()), default=0)
            least[index] = max(least[index], min(longest_word, _LONGEST_UNBROKEN))
            if number and content and not _NUMBER.fullmatch(content):
                numeric[index] = False
    least = [min(max(least[i], _NARROWEST), natural[i]) for i in range(count)]
    widths = share_width(natural, least, width - COLUMN_GAP * (count - 1))
    if widths is None:
        return None
    columns, x = [], 0
    for index, cells_wide in enumerate(widths):
        columns.append(Column(x, cells_wide, numeric[index]))
        x += cells_wide + COLUMN_GAP
    return tuple(columns)


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
