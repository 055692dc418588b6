"""Annotations as a table: one row a mark, for spreadsheets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import TextQuoteSelector, TextVersion
from bulletin_tui.model.article import Span
from bulletin_tui.services.interchange.csv_tables import column_names, read_table, set_in_table
from bulletin_tui.services.interchange.fields import (
    cleaned_lines,
    color_named,
    kind_named,
    read_instant,
)
from bulletin_tui.services.interchange.incoming import (
    Incoming,
    IncomingArticle,
    IncomingMark,
    sound_quote,
)
from bulletin_tui.services.interchange.outgoing import instant, paragraph_of, whole_note
from bulletin_tui.services.interchange.reading import read_each

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.model.annotation import PlacedAnnotation
    from bulletin_tui.services.interchange.fields import Fields
    from bulletin_tui.services.marked_articles import MarkedArticle

COLUMNS = (
    "id",
    "kind",
    "color",
    "quote",
    "note",
    "tags",
    "article_id",
    "title",
    "source",
    "paragraph",
    "state",
    "start",
    "end",
    "prefix",
    "suffix",
    "text_hash",
    "parser_version",
    "created_at",
    "updated_at",
)
"""`start` and `end` count code points of the text that was marked; tags stand one a line."""


def set_in_csv(articles: Sequence[MarkedArticle]) -> str:
    """The whole table."""
    rows = (_row(marked, placed) for marked in articles for placed in marked.placed)
    return set_in_table(COLUMNS, rows)


def is_marks_csv(text: str) -> bool:
    """Whether a text begins with the columns that a row cannot do without."""
    return {"quote", "article_id"} <= set(column_names(text))


def read_csv(text: str) -> Incoming:
    """The marks of the rows. Raises NotAnExportError."""
    return read_each(read_table(text), _mark)


def _row(marked: MarkedArticle, placed: PlacedAnnotation) -> dict[str, str]:
    annotation = placed.annotation
    return {
        "id": annotation.id,
        "kind": annotation.kind,
        "color": annotation.color or "",
        "quote": annotation.quote.exact,
        "note": whole_note(annotation),
        "tags": "\n".join(annotation.tags),
        "article_id": marked.id,
        "title": marked.title,
        "source": marked.source or "",
        "paragraph": paragraph_of(marked, placed),
        "state": placed.state,
        "start": str(annotation.span.start),
        "end": str(annotation.span.end),
        "prefix": annotation.quote.prefix,
        "suffix": annotation.quote.suffix,
        "text_hash": annotation.version.text_hash,
        "parser_version": str(annotation.version.parser_version),
        "created_at": instant(annotation.created_at),
        "updated_at": instant(annotation.updated_at),
    }


def _mark(where: str, row: Fields) -> IncomingMark:
    article = IncomingArticle(
        id=row.line("article_id"), title=row.line("title"), source=row.line("source") or None
    )
    kind = kind_named(row.line("kind"))
    quote = TextQuoteSelector(row.raw("quote"), row.raw("prefix"), row.raw("suffix"))
    return IncomingMark(
        where=where,
        article=article,
        kind=kind,
        quote=sound_quote(quote, None, ""),
        id=row.raw("id"),
        span=_span(row),
        version=_version(row),
        color=color_named(row.line("color"), kind),
        note=row.note("note"),
        tags=cleaned_lines(row.raw("tags").splitlines(), "tags"),
        created_at=read_instant(row.line("created_at")),
        updated_at=read_instant(row.line("updated_at")),
    )


def _span(row: Fields) -> Span | None:
    start, end = _number(row, "start"), _number(row, "end")
    return Span(start, end) if start is not None and end is not None and start < end else None


def _version(row: Fields) -> TextVersion | None:
    hashed, parser = row.line("text_hash"), _number(row, "parser_version")
    return TextVersion(hashed, parser) if hashed and parser is not None else None


def _number(row: Fields, name: str) -> int | None:
    """A whole number of as many digits as an offset can have."""
    digits = row.line(name)
    return int(digits) if re.fullmatch("[0-9]{1,9}", digits) else None
