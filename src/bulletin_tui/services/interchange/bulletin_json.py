"""Annotations as one JSON document, for programs; the field names stay from version to version."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from bulletin_tui.services.interchange.json_text import dump
from bulletin_tui.text.dates import iso_printed_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.model.annotation import PlacedAnnotation
    from bulletin_tui.model.article import PrintedDate
    from bulletin_tui.services.interchange.json_text import Json
    from bulletin_tui.services.marked_articles import MarkedArticle

FORMAT = "bulletin-annotations"
VERSION = 2


def set_in_json(articles: Sequence[MarkedArticle]) -> str:
    """The whole document. `start` and `end` count code points of today's text, those in
    `made_on` of the text that was marked.
    """
    document: dict[str, Json] = {
        "format": FORMAT,
        "version": VERSION,
        "articles": [_article_record(marked) for marked in articles],
    }
    return dump(document)


def _article_record(marked: MarkedArticle) -> Json:
    summary = marked.article.summary if marked.article is not None else None
    return {
        "id": marked.id,
        "title": marked.title,
        "source": marked.source,
        "published": _date(summary.published if summary is not None else None),
        "updated": _date(summary.updated if summary is not None else None),
        "text_hash": marked.text_hash,
        "paths": list(marked.paths),
        "gone": summary is None,
        "annotations": [_mark_record(placed) for placed in marked.placed],
    }


def _mark_record(placed: PlacedAnnotation) -> Json:
    annotation = placed.annotation
    span = placed.span
    return {
        "id": annotation.id,
        "revision": annotation.revision,
        "kind": annotation.kind.value,
        "state": placed.state.value,
        "start": span.start if span is not None else None,
        "end": span.end if span is not None else None,
        "quote": annotation.quote.exact,
        "prefix": annotation.quote.prefix,
        "suffix": annotation.quote.suffix,
        "made_on": {
            "text_hash": annotation.version.text_hash,
            "parser_version": annotation.version.parser_version,
            "text_digest": annotation.text_digest,
            "start": annotation.span.start,
            "end": annotation.span.end,
        },
        "color": annotation.color.value if annotation.color is not None else None,
        "note": annotation.note,
        "other_notes": [other.note for other in annotation.other_notes],
        "tags": list(annotation.tags),
        "created_at": annotation.created_at.astimezone(UTC).isoformat(),
        "updated_at": annotation.updated_at.astimezone(UTC).isoformat(),
    }


def _date(date: PrintedDate | None) -> Json:
    return iso_printed_date(date) if date is not None else None
