"""The head of an article: its title and what is known about it, above the text.

It scrolls with the text but is no part of the canonical text: no offset points into it.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from enum import Enum

from bulletin_tui.ui.rendering.breaking import break_text
from bulletin_tui.ui.rendering.cells import cell_width


@dataclass(frozen=True, slots=True)
class ArticleHeader:
    """What stands above the text; clean text, any of it may be empty."""

    title: str = ""
    meta_lines: tuple[str, ...] = ()
    """Items of a line are parted by " · "."""


class HeadRole(Enum):
    """How a row of the head is set."""

    TITLE = "title"
    META = "meta"
    RULE = "rule"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class HeadRow:
    """One row of the head."""

    role: HeadRole
    text: str = ""


_SEPARATOR, _NO_BREAK = " · ", "\u00a0"
_BLANK = HeadRow(HeadRole.BLANK)


def set_head(header: ArticleHeader, width: int) -> tuple[HeadRow, ...]:
    """The rows of the head at `width` cells, with the space below it; none for an empty one."""
    title = _rows(HeadRole.TITLE, header.title, width)
    meta = [row for line in header.meta_lines for row in _rows(HeadRole.META, line, width)]
    if not title and not meta:
        return ()
    between = [_BLANK] if title and meta else []
    return (*title, *between, *meta, HeadRow(HeadRole.RULE), _BLANK)


def _rows(role: HeadRole, text: str, width: int) -> list[HeadRow]:
    if not text:
        return []
    starts, ends = array("I"), array("I")
    unbreakable = _bound(text, width)
    break_text(unbreakable, 0, len(text), max(1, width), (starts, ends))
    return [HeadRow(role, text[start:end]) for start, end in zip(starts, ends, strict=True)]


def _bound(line: str, width: int) -> str:
    """`line` with the items between dots kept whole, where they fit on a row, and their dots."""
    items = line.split(_SEPARATOR)
    if len(items) == 1:
        return line
    return f"{_NO_BREAK}· ".join(
        item.replace(" ", _NO_BREAK) if cell_width(item) + 2 <= width else item for item in items
    )
