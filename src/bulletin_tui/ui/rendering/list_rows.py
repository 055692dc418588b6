"""What a row of a list is made of, and how a line of it is set; safe from markup."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from textual.content import Content, Span
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.style import Style


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


def line_content(line: RowLine, width: int, style: Callable[[Role], Style]) -> Content:
    """The line, exactly `width` cells wide."""
    spans = [Span(0, len(line.text), style(line.role))]
    spans += [Span(span.start, span.end, style(span.role)) for span in line.spans]
    text = Content(line.text, spans)
    if not line.right:
        return text.truncate(width, ellipsis=True, pad=True)
    right = Content.styled(f" {line.right}", style(Role.MUTED))
    room = max(0, width - right.cell_length)
    return (text.truncate(room, ellipsis=True, pad=True) + right).truncate(width)


def row_strips(
    row: ListRow, size: Size, gutter: str, base: Style, style: Callable[[Role], Style]
) -> list[Strip]:
    """The row in so many lines behind the gutter, which is as wide as it is long; on `base`."""
    lines = row.lines[: size.height]
    blank = (RowLine(""),) * (size.height - len(lines))
    edge, width = Content(gutter), size.width - len(gutter)
    return [
        Strip((edge + line_content(line, width, style)).render_segments(base), size.width)
        for line in (*lines, *blank)
    ]
