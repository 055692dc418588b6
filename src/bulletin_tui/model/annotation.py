"""Annotations: bookmarks and highlights, their notes, and where they stand in a text.

Selector names follow the W3C Web Annotation Data Model
(https://www.w3.org/TR/annotation-model/#selectors).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bulletin_tui.model.article import Span


class AnnotationKind(StrEnum):
    """A place, or a passage."""

    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"


class HighlightColor(StrEnum):
    """The five colours, in the order of the keys 1 to 5."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    ORANGE = "orange"


@dataclass(frozen=True, slots=True)
class TextQuoteSelector:
    """The passage by its words."""

    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class TextVersion:
    """The canonical text that a selector's offsets count in."""

    text_hash: str
    parser_version: int


@dataclass(frozen=True, slots=True)
class OtherNote:
    """A note that another device wrote at the same time: kept beside the one that is shown."""

    note: str
    device: str
    updated_at: datetime

    @property
    def short_device(self) -> str:
        """The beginning of the device's id, which tells a few devices apart."""
        return self.device[:4]


@dataclass(frozen=True, slots=True)
class Annotation:
    """One revision of a mark that a reader made."""

    id: str
    revision: int
    article_id: str
    kind: AnnotationKind
    span: Span
    """TextPositionSelector on `version`; a bookmark's span covers its paragraph's first words."""
    quote: TextQuoteSelector
    version: TextVersion
    color: HighlightColor | None
    """None for bookmarks."""
    note: str
    tags: tuple[str, ...]
    created_at: datetime
    updated_at: datetime
    deleted: bool = False
    text_digest: str = ""
    """SHA-256 of the very text that was marked; empty before it is saved."""
    other_notes: tuple[OtherNote, ...] = ()
    """Notes of other devices that nobody has settled yet, the newest first."""

    @property
    def anchor(self) -> tuple[str, Span, TextQuoteSelector, str]:
        """The passage it is on: equal for two revisions that are on the same one."""
        return (self.article_id, self.span, self.quote, self.text_digest)

    def anchored_as(self, other: Annotation) -> Annotation:
        """The same mark on the passage of another revision."""
        return replace(
            self,
            article_id=other.article_id,
            span=other.span,
            quote=other.quote,
            version=other.version,
            text_digest=other.text_digest,
        )


class AnchorState(StrEnum):
    """How an annotation stands in today's text."""

    KEPT = "kept"
    MOVED = "moved"
    """The same words, found somewhere else."""
    CHANGED = "changed"
    """The words are not the same any more; a person has yet to confirm the place."""
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class PlacedAnnotation:
    """An annotation and where it is in today's canonical text."""

    annotation: Annotation
    state: AnchorState
    span: Span | None
    """None exactly when the state is ORPHAN."""
    now: str = ""
    """What stands there today, when the state is CHANGED."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where reading stopped: what was at the top of the pane, and the passage cursor."""

    top: int
    cursor: int
    words: str = field(default="", compare=False)
    """What stood there when it was saved: up to 64 code points before the top, then 160."""
