"""Breaking a stretch of text into rows of at most so many cells.

Rows are appended to two arrays of offsets, starts and ends; spaces at a break belong to no row.
A row is never empty unless its line is, so every stretch comes to an end.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from bulletin_tui.ui.rendering.cells import cell_width, clusters, is_even

if TYPE_CHECKING:
    from typing import TypeAlias

    Rows: TypeAlias = tuple[array[int], array[int]]


def break_text(text: str, start: int, end: int, width: int, rows: Rows) -> None:
    """Break at spaces and line feeds; words longer than a row are cut."""
    break_line = _break_even_line if is_even(text, start, end) else _break_uneven_line
    for line_start, line_end in _lines(text, start, end):
        stop = _without_last_spaces(text, line_start, line_end)
        break_line(text, line_start, stop, width, rows)


def break_flowing(text: str, start: int, end: int, width: int, rows: Rows) -> None:
    """Break at spaces, and take line feeds for some."""
    starts, ends = array("I"), array("I")
    flowing = text[start:end].replace("\n", " ")
    break_text(flowing, 0, len(flowing), width, (starts, ends))
    rows[0].extend(start + each for each in starts)
    rows[1].extend(start + each for each in ends)


def break_hard(text: str, start: int, end: int, width: int, rows: Rows) -> None:
    """Break at line feeds, and within lines exactly where a row is full: for code."""
    for line_start, line_end in _lines(text, start, end):
        _break_full_line(text, line_start, line_end, width, rows)


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines = []
    while (feed := text.find("\n", start, end)) >= 0:
        lines.append((start, feed))
        start = feed + 1
    lines.append((start, end))
    return lines


def _without_last_spaces(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _break_even_line(text: str, start: int, end: int, width: int, rows: Rows) -> None:
    add_start, add_end = rows[0].append, rows[1].append
    find_space = text.rfind
    while end - start > width:
        limit = start + width
        cut = find_space(" ", start, limit + 1)
        if cut <= start:
            cut = limit
        add_start(start)
        add_end(cut)
        start = cut
        while text[start] == " ":
            start += 1
    add_start(start)
    add_end(end)


def _break_uneven_line(text: str, start: int, end: int, width: int, rows: Rows) -> None:
    starts, ends = rows
    while (limit := _row_limit(text, start, end, width)) < end:
        cut = _word_break(text, start, limit)
        starts.append(start)
        ends.append(cut)
        start = cut
        while text[start] == " ":
            start += 1
    starts.append(start)
    ends.append(end)


def _break_full_line(text: str, start: int, end: int, width: int, rows: Rows) -> None:
    starts, ends = rows
    while (limit := _row_limit(text, start, end, width)) < end:
        starts.append(start)
        ends.append(limit)
        start = limit
    starts.append(start)
    ends.append(end)


def _row_limit(text: str, start: int, end: int, width: int) -> int:
    """The furthest end of a row from `start`; one cluster is taken even if it is too wide."""
    if is_even(text, start, min(end, start + width)):
        limit = min(end, start + width)
        if limit == end or is_even(text, limit, limit + 1):
            return limit
    used = 0
    for begin, _stop, cells in clusters(text, start, end):
        used += cells
        if used > width and begin > start:
            return begin
    return end


def _word_break(text: str, start: int, limit: int) -> int:
    """The last place up to `limit` to break at: before a space, or between wide characters."""
    if text[limit] == " ":
        return limit
    space = text.rfind(" ", start, limit)
    if cell_width(text, limit, limit + 1) == 2 or cell_width(text, limit - 1, limit) == 2:
        return limit
    return space if space > start else limit
