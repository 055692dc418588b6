"""Annotations to search."""

from __future__ import annotations

from datetime import UTC, datetime

from bulletin_tui.model.annotation import (
    Annotation,
    AnnotationKind,
    HighlightColor,
    TextQuoteSelector,
    TextVersion,
)
from bulletin_tui.model.article import Span

_NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def mark(
    mark_id: str,
    passage: str,
    *,
    note: str = "",
    tags: tuple[str, ...] = (),
    article_id: str = "cau-treo",
    kind: AnnotationKind = AnnotationKind.HIGHLIGHT,
) -> Annotation:
    """An annotation of a passage, wherever that stands."""
    return Annotation(
        id=mark_id,
        revision=1,
        article_id=article_id,
        kind=kind,
        span=Span(0, len(passage)),
        quote=TextQuoteSelector(passage, "", ""),
        version=TextVersion("", 1),
        color=HighlightColor.GREEN if kind is AnnotationKind.HIGHLIGHT else None,
        note=note,
        tags=tags,
        created_at=_NOW,
        updated_at=_NOW,
    )


def bookmark(mark_id: str, passage: str, *, article_id: str = "cau-treo") -> Annotation:
    """A bookmark without a note."""
    return mark(mark_id, passage, article_id=article_id, kind=AnnotationKind.BOOKMARK)
