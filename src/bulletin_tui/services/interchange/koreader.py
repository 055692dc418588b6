"""Highlights in the JSON that KOReader exports, of one book or of several."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnnotationKind, TextQuoteSelector
from bulletin_tui.services.interchange.fields import Fields, color_named
from bulletin_tui.services.interchange.incoming import (
    Incoming,
    IncomingArticle,
    IncomingMark,
    Refusal,
    sound_quote,
)
from bulletin_tui.services.interchange.json_text import dump
from bulletin_tui.services.interchange.outgoing import whole_note
from bulletin_tui.services.interchange.reading import marks_of, read_each
from bulletin_tui.text.outline import heading_at, paragraph_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.model.annotation import PlacedAnnotation
    from bulletin_tui.services.interchange.json_text import Json
    from bulletin_tui.services.marked_articles import MarkedArticle


def set_in_koreader(articles: Sequence[MarkedArticle]) -> str:
    """The whole document; the page of a highlight is the number of its paragraph."""
    return dump({"version": "json/1.0.0", "documents": [_document(each) for each in articles]})


def is_koreader(value: object) -> bool:
    """Whether a JSON document is one of these."""
    if not isinstance(value, dict):
        return False
    return isinstance(value.get("entries"), list) or isinstance(value.get("documents"), list)


def read_koreader(value: object) -> Incoming:
    """The highlights of every book; bookmarks quote nothing and are refused."""
    refusals: list[Refusal] = []
    books = Fields.of(value).items("documents") or [value]
    read = read_each(marks_of(books, _book, "entries", refusals), _mark)
    return Incoming(read.marks, (*refusals, *read.refusals))


def _document(marked: MarkedArticle) -> Json:
    summary = marked.article.summary if marked.article is not None else None
    authors = ", ".join(summary.authors) if summary is not None else ""
    return {
        "title": marked.title,
        "author": authors or marked.source or "",
        "entries": [
            _entry(marked, placed)
            for placed in marked.placed
            if placed.annotation.kind is AnnotationKind.HIGHLIGHT
        ],
    }


def _entry(marked: MarkedArticle, placed: PlacedAnnotation) -> Json:
    annotation = placed.annotation
    entry: dict[str, Json] = {
        "sort": "highlight",
        "text": annotation.quote.exact,
        "time": int(annotation.created_at.timestamp()),
        "drawer": "lighten",
        "color": annotation.color.value if annotation.color is not None else None,
    }
    if note := whole_note(annotation):
        entry["note"] = note
    if placed.span is not None and marked.article is not None:
        document = marked.article.document
        entry["chapter"] = heading_at(document, placed.span.start)
        entry["page"] = paragraph_number(document, placed.span.start)
    return entry


def _book(record: Fields) -> IncomingArticle:
    return IncomingArticle(title=record.line("title"), source=record.line("author") or None)


def _mark(where: str, item: tuple[IncomingArticle, object]) -> IncomingMark:
    article, value = item
    entry = Fields.of(value)
    time = entry.number("time")
    return IncomingMark(
        where=where,
        article=article,
        kind=AnnotationKind.HIGHLIGHT,
        quote=sound_quote(TextQuoteSelector(entry.raw("text"), "", ""), None, ""),
        color=color_named(entry.line("color"), AnnotationKind.HIGHLIGHT),
        note=entry.note("note"),
        created_at=datetime.fromtimestamp(time, UTC) if time else None,
    )
