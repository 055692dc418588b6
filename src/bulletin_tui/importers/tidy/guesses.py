"""What a line of a page may be, and how sure that is; only the door makes readings of it."""

from __future__ import annotations

from enum import IntEnum, auto
from typing import NamedTuple

from bulletin_tui.model.enums import with_plain_members


@with_plain_members
class LineClass(IntEnum):
    """Everything that the rules tell apart."""

    UNKNOWN = auto()
    BODY = auto()
    PROSE = auto()
    """A sentence too short to be sure of."""
    ITEM = auto()
    """Of a list in the text."""
    EXCERPT = auto()
    """The beginning of another report, cut off."""
    DATELINE = auto()
    BYLINE = auto()
    BREADCRUMB = auto()
    NAVIGATION = auto()
    SITE = auto()
    """The name of the site, or of whose site it is."""
    FOOTER = auto()
    WIDGET = auto()
    RELATED_HEADING = auto()
    RELATED = auto()
    COUNTER = auto()
    CONTROL = auto()
    DEBRIS = auto()
    REPEATED = auto()
    TITLE = auto()
    CATEGORY = auto()
    CAPTION = auto()
    HEADING = auto()


class Guess(NamedTuple):
    """A class with its confidence, from 0 to 1, and the name of the rule that gave it."""

    what: LineClass
    confidence: float
    rule: str


NOTHING = Guess(LineClass.UNKNOWN, 0.0, "")
FURNITURE = frozenset(
    {
        LineClass.BREADCRUMB,
        LineClass.NAVIGATION,
        LineClass.FOOTER,
        LineClass.WIDGET,
        LineClass.RELATED_HEADING,
        LineClass.RELATED,
        LineClass.COUNTER,
        LineClass.CONTROL,
        LineClass.DEBRIS,
    }
)
"""What only a page has, and no report."""
READ = frozenset({LineClass.BODY, LineClass.PROSE, LineClass.ITEM})
"""What a report is made of."""
