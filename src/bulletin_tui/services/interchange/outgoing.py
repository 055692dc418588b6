"""What every format says of a mark in the same way."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from bulletin_tui.text.outline import paragraph_number

if TYPE_CHECKING:
    from datetime import datetime

    from bulletin_tui.model.annotation import Annotation, PlacedAnnotation
    from bulletin_tui.services.marked_articles import MarkedArticle


def instant(value: datetime) -> str:
    """An instant in ISO 8601, in UTC."""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def whole_note(annotation: Annotation) -> str:
    """The note, and those of other devices that nobody has settled yet."""
    notes = (annotation.note, *(other.note for other in annotation.other_notes))
    return "\n\n".join(filter(None, notes))


def paragraph_of(marked: MarkedArticle, placed: PlacedAnnotation) -> str:
    """The number of the paragraph that the mark stands in; empty when it stands nowhere."""
    if placed.span is None or marked.article is None:
        return ""
    return str(paragraph_number(marked.article.document, placed.span.start))
