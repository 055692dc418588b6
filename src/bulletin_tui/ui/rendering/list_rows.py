"""What a row of a list is made of, and how a line of it is set; safe from markup."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from rich.segment import Segment
from textual.strip import Strip

from bulletin_tui.ui.rendering.cells import cell_width, clusters, cut_to_cells, is_even

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.style import Style
    from textual.geometry import Size


class Role(StrEnum):
    """How a line or a part of it is set; each list gives every role a style."""

    TEXT = "text"
    TITLE = "title"
    MUTED = "muted"
    MATCH = "match"
    SECTION = "section"
    WARNING = "warning"
    OLD = "old"
    NEW = "new"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    ORANGE = "orange"


@dataclass(frozen=True, slots=True)
class RowSpan:
    """A part of a line that is set differently; half-open, in code points of the line's text."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class RowLine:
    """One line of a row; what does not fit is cut with an ellipsis."""

    text: str
    role: Role = Role.TEXT
    spans: tuple[RowSpan, ...] = ()
    right: str = ""
    """Set muted at the right edge, never cut; for counts."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """What stands in one row."""

    lines: tuple[RowLine, ...]
    is_section: bool = False
    """A heading: the cursor passes over it."""


RowProvider: TypeAlias = Callable[[int, int], ListRow]
"""Gives the row at an index for a width in cells; called for visible rows only."""
RoleStyle: TypeAlias = "Callable[[Role, Role | None], Style]"
"""How a line of one role is set, or a part of it that has a role of its own."""


def row_strips(row: ListRow, size: Size, gutter: str, style: RoleStyle) -> list[Strip]:
    """The row in so many lines behind the gutter, which is as wide as it is long."""
    lines = row.lines[: size.height]
    blank = (RowLine(""),) * (size.height - len(lines))
    edge, width = Segment(gutter, style(Role.TEXT, None)), size.width - len(gutter)
    return [Strip([edge, *_segments(line, width, style)], size.width) for line in (*lines, *blank)]


def _segments(line: RowLine, width: int, style: RoleStyle) -> Iterator[Segment]:
    """The line, exactly `width` cells wide."""
    right = cut_to_cells(f" {line.right}", width) if line.right else ""
    room = width - cell_width(right)
    left = cut_to_cells(line.text, room)
    spans = line.spans if is_even(left, 0, len(left)) else _uncut(left, line.spans)
    for start, end, role in _parts(len(left), spans):
        yield Segment(left[start:end], style(line.role, role))
    if gap := room - cell_width(left):
        yield Segment(" " * gap, style(Role.TEXT, None))
    if right:
        yield Segment(right, style(Role.MUTED, None))


def _uncut(text: str, spans: Iterable[RowSpan]) -> Iterator[RowSpan]:
    """The spans with all of the clusters that they begin and end in, which take other cells cut."""
    edges = [0, *(end for _start, end, _cells in clusters(text, 0, len(text)))]
    for span in spans:
        start, end = bisect_right(edges, span.start) - 1, bisect_left(edges, span.end)
        yield RowSpan(edges[start], edges[min(end, len(edges) - 1)], span.role)


def _parts(length: int, spans: Iterable[RowSpan]) -> Iterator[tuple[int, int, Role | None]]:
    """Where a line of this length is set in one way; where spans overlap, as the first one says."""
    at = 0
    for span in sorted(spans, key=attrgetter("start")):
        start, end = max(span.start, at), min(span.end, length)
        if start < end:
            if at < start:
                yield at, start, None
            yield start, end, span.role
            at = end
    if at < length:
        yield at, length, None
