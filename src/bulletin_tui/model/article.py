"""Articles: a document's canonical text with its blocks, and what is known about it.

Every offset counts code points of one canonical text; spans are half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bulletin_tui.model.enums import with_plain_members

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in a canonical text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


@with_plain_members
class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    QUOTE = "quote"
    CAPTION = "caption"
    CODE = "code"


@with_plain_members
class Boilerplate(StrEnum):
    """What a block is that belongs to the page it stood on, and not to the report."""

    NAVIGATION = "navigation"
    COUNTER = "counter"
    WIDGET = "widget"
    RELATED = "related"
    FOOTER = "footer"
    CONTROL = "control"
    """What one would click: share, print, back to the top."""
    DEBRIS = "debris"
    """Names of picture files, ids of portlets, broken code."""
    REPEATED = "repeated"
    """Said once already, such as a caption that stands in the page twice."""
    RUNNING_HEAD = "running_head"
    """Printed on page after page: heads, feet and page numbers."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the canonical text that is set as one unit; blocks never overlap."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    """Headings: 1 to 6. List items and quotes: nesting depth, from 0."""
    marker: str = ""
    """What is painted before a list item ("•", "3."); not part of the text."""
    rows: tuple[tuple[Span, ...], ...] = ()
    """Tables: the cells of each row, the header first."""
    boilerplate: Boilerplate | None = None
    """None for what is part of the report."""
    is_folded: bool = False
    """Whether it is hidden until it is asked for; boilerplate that is not certain stays shown."""
    reflows: bool = False
    """Whether its line feeds are only where a margin broke its lines, and are set as spaces."""


@with_plain_members
class InlineStyle(StrEnum):
    """How a run inside a block is set."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    STRIKE = "strike"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Inline:
    """A styled run inside one block; runs may nest."""

    start: int
    end: int
    style: InlineStyle


@with_plain_members
class Precision(StrEnum):
    """How exactly a printed date is given."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A wall-clock date as an article prints it; naive on purpose, never an instant."""

    value: datetime
    precision: Precision


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an article says of itself; None or empty where it says nothing."""

    id: str | None = None
    title: str | None = None
    source: str | None = None
    place: str | None = None
    authors: tuple[str, ...] = ()
    published: PrintedDate | None = None
    updated: PrintedDate | None = None
    language: str | None = None
    documents: tuple[str, ...] = ()
    """Symbols of the documents cited, such as `29-NQ/TW`."""
    portal: str | None = None
    category: str | None = None
    tags: tuple[str, ...] = ()


BOILERPLATE_FIELD = "boilerplate"
"""What evidence is of that says by which rule lines are folded: its value is their class."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value of the metadata comes from, or why lines are folded."""

    field: str
    """The name of the field of `Metadata`, or `BOILERPLATE_FIELD`."""
    value: str
    """The value as it is printed there."""
    rule: str
    """Why it was taken for that: a short name, such as `byline` or `og:title`."""
    confidence: float
    """From 0 to 1."""
    span: Span | None = None
    """The line of the canonical text; None for what is not in it, such as a page's `<meta>`."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """How a document was read from its file."""

    encoding: str = "utf-8"
    """Its name among those that a reader can choose."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One parsed file: its canonical text, the blocks and runs over it, and its metadata."""

    text: str
    blocks: tuple[Block, ...]
    inlines: tuple[Inline, ...] = ()
    """Ordered by start, then by descending end."""
    metadata: Metadata = Metadata()
    warnings: tuple[str, ...] = ()
    """Sentences about what could not be used, in the interface language."""
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """What lists show of an article without holding its text."""

    id: str
    title: str
    source: str | None
    place: str | None
    authors: tuple[str, ...]
    published: PrintedDate | None
    updated: PrintedDate | None
    language: str | None
    documents: tuple[str, ...]
    portal: str | None
    paths: tuple[str, ...]
    """Every file that holds this text; never empty."""
    words: int

    @property
    def dated(self) -> PrintedDate | None:
        """The date to sort by: published, else updated."""
        return self.published or self.updated


def summarize(
    data: Metadata, article_id: str, title: str, paths: tuple[str, ...], words: int
) -> ArticleSummary:
    """The summary of an article that says this of itself."""
    return ArticleSummary(
        id=article_id,
        title=title,
        source=data.source,
        place=data.place,
        authors=data.authors,
        published=data.published,
        updated=data.updated,
        language=data.language,
        documents=data.documents,
        portal=data.portal,
        paths=paths,
        words=words,
    )


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its text, ready to be read."""

    summary: ArticleSummary
    document: Document
    text_hash: str
    """`text.hashing.text_hash` of the canonical text."""

    @property
    def id(self) -> str:
        """The article's identity, independent of its paths."""
        return self.summary.id

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.document.text
