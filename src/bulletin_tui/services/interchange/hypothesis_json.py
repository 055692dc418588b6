"""Highlights as Hypothesis answers with them: https://h.readthedocs.io/en/latest/api-reference/v1/

It knows no colours, and its bookmarks are another thing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from bulletin_tui.model.annotation import AnnotationKind
from bulletin_tui.services.interchange.fields import Fields
from bulletin_tui.services.interchange.incoming import (
    Incoming,
    IncomingArticle,
    IncomingMark,
)
from bulletin_tui.services.interchange.json_ld import ARTICLE, selectors
from bulletin_tui.services.interchange.json_ld_reading import selected
from bulletin_tui.services.interchange.json_text import dump
from bulletin_tui.services.interchange.outgoing import instant, whole_note
from bulletin_tui.services.interchange.reading import numbered, read_each
from bulletin_tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.services.interchange.json_text import Json
    from bulletin_tui.services.marked_articles import MarkedArticle


def set_in_hypothesis(articles: Sequence[MarkedArticle]) -> str:
    """The whole document."""
    rows: list[Json] = [
        _record(marked, placed.annotation)
        for marked in articles
        for placed in marked.placed
        if placed.annotation.kind is AnnotationKind.HIGHLIGHT
    ]
    return dump({"total": len(rows), "rows": rows})


def is_hypothesis(value: object) -> bool:
    """Whether a JSON document is what a search of Hypothesis answers, or a list of such rows."""
    rows = value.get("rows") if isinstance(value, dict) else value
    is_answer = rows is not value or bool(rows)
    return (
        isinstance(rows, list)
        and is_answer
        and all(isinstance(row, dict) and "uri" in row and "target" in row for row in rows)
    )


def read_hypothesis(value: object) -> Incoming:
    """The highlights; notes on whole pages are refused."""
    rows = value.get("rows") if isinstance(value, dict) else value
    return read_each(numbered(rows if isinstance(rows, list) else []), _mark)


def _record(marked: MarkedArticle, annotation: Annotation) -> Json:
    source = ARTICLE + quote(marked.id, safe="")
    return {
        "id": annotation.id,
        "created": instant(annotation.created_at),
        "updated": instant(annotation.updated_at),
        "uri": source,
        "document": {"title": [marked.title]},
        "text": whole_note(annotation),
        "tags": list(annotation.tags),
        "target": [{"source": source, "selector": selectors(annotation)}],
    }


def _mark(where: str, value: object) -> IncomingMark:
    record = Fields.of(value)
    targets = record.items("target")
    words, span = selected(Fields.of(targets[0]) if targets else Fields(), "")
    uri = record.raw("uri")
    is_ours = uri.startswith(ARTICLE)
    titles = record.record("document").lines("title")
    return IncomingMark(
        where=where,
        article=IncomingArticle(
            id=clean_line(unquote(uri.removeprefix(ARTICLE))) if is_ours or not titles else "",
            title=titles[0] if titles else "",
        ),
        kind=AnnotationKind.HIGHLIGHT,
        quote=words,
        id=record.raw("id"),
        span=span if is_ours else None,  # offsets in a web page count in no text of ours
        note=record.note("text"),
        tags=record.lines("tags"),
        created_at=record.instant("created"),
        updated_at=record.instant("updated"),
    )
