"""A note while it is being written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bulletin_tui.model.annotation import HighlightColor
    from bulletin_tui.model.article import Span


@dataclass(frozen=True, slots=True)
class DraftedPassage:
    """The passage that is highlighted when the note is saved."""

    article_id: str
    span: Span
    """In the text as it was when the note was begun."""
    quote: str
    color: HighlightColor


@dataclass(frozen=True, slots=True)
class Draft:
    """What is typed so far, and where it belongs: on a mark, or on a passage without one."""

    note: str
    begun_with: str
    """The note as it was before."""
    at: str | DraftedPassage
    """The mark's id, or the passage."""
