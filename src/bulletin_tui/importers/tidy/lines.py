"""The lines of a saved page, as its importer sees them, and what they turn out to be."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from bulletin_tui.model.article import Metadata
from bulletin_tui.model.enums import with_plain_members

if TYPE_CHECKING:
    from bulletin_tui.model.article import BlockKind, Boilerplate, Evidence


@with_plain_members
class LineContext(StrEnum):
    """What the markup of a page says of a line; plain text says nothing."""

    UNKNOWN = "unknown"
    NAVIGATION = "navigation"
    HEADER = "header"
    FOOTER = "footer"
    ASIDE = "aside"
    FORM = "form"
    ARTICLE = "article"
    CAPTION = "caption"
    TITLE = "title"
    """The largest heading of the page."""
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE = "table"


class Line(NamedTuple):
    """One block of the page; in plain text, one physical line that is not blank."""

    start: int
    end: int
    """Half-open, in the canonical text."""
    text: str
    """Its words, with single spaces between them."""
    context: LineContext = LineContext.UNKNOWN
    link_share: float = 0.0
    """How much of its text is links, from 0 to 1."""
    is_apart: bool = False
    """Whether a blank line, or what stands for one, is above it."""


class LineReading(NamedTuple):
    """What a line turned out to be."""

    kind: BlockKind | None = None
    """None for what the importer said it is."""
    level: int = 0
    """Of a heading."""
    boilerplate: Boilerplate | None = None
    confidence: float = 1.0
    """From 0 to 1; boilerplate below `FOLDED_FROM` stays shown."""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Tidied:
    """What the lines are, one reading each in their order, and what is known from them."""

    readings: tuple[LineReading, ...]
    metadata: Metadata = field(default_factory=Metadata)
    evidence: tuple[Evidence, ...] = ()


FOLDED_FROM = 0.7
"""The least confidence with which boilerplate is folded."""
