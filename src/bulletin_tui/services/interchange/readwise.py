"""Highlights in the CSV that Readwise takes in: https://readwise.io/import_bulk

Tags stand at the beginning of a note, as `.tag`; bookmarks have no place there.
"""

from __future__ import annotations

import re
from datetime import UTC
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnnotationKind, TextQuoteSelector
from bulletin_tui.services.interchange.csv_tables import column_names, read_table, set_in_table
from bulletin_tui.services.interchange.fields import cleaned_lines, read_instant
from bulletin_tui.services.interchange.incoming import (
    Incoming,
    IncomingArticle,
    IncomingMark,
    sound_quote,
)
from bulletin_tui.services.interchange.outgoing import paragraph_of, whole_note
from bulletin_tui.services.interchange.reading import read_each

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.model.annotation import Annotation, PlacedAnnotation
    from bulletin_tui.services.interchange.fields import Fields
    from bulletin_tui.services.marked_articles import MarkedArticle

COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")
_TAGS = re.compile(r"(?:\s*\.[^\s.]\S*(?=\s|\Z))+")


def set_in_readwise(articles: Sequence[MarkedArticle]) -> str:
    """The whole table; a location is the number of a paragraph."""
    rows = (
        _row(marked, placed)
        for marked in articles
        for placed in marked.placed
        if placed.annotation.kind is AnnotationKind.HIGHLIGHT
    )
    return set_in_table(COLUMNS, rows)


def is_readwise(text: str) -> bool:
    """Whether a text begins with the one column that there must be, and with a title's."""
    return {"highlight", "title"} <= set(column_names(text))


def read_readwise(text: str) -> Incoming:
    """The highlights of the rows. Raises NotAnExportError."""
    return read_each(read_table(text), _mark)


def _row(marked: MarkedArticle, placed: PlacedAnnotation) -> dict[str, str]:
    annotation = placed.annotation
    authors = marked.article.summary.authors if marked.article is not None else ()
    return {
        "Highlight": annotation.quote.exact,
        "Title": marked.title,
        "Author": ", ".join(authors) or marked.source or "",
        "Note": _tagged_note(annotation),
        "Location": paragraph_of(marked, placed),
        "Date": f"{annotation.created_at.astimezone(UTC):%Y-%m-%d %H:%M:%S}",
    }


def _tagged_note(annotation: Annotation) -> str:
    tags = " ".join("." + "_".join(tag.split()) for tag in annotation.tags)
    return "\n".join(filter(None, (tags, whole_note(annotation))))


def _mark(where: str, row: Fields) -> IncomingMark:
    note = row.note("note")
    tagged = _TAGS.match(note)
    tags = [tag[1:] for tag in tagged[0].split()] if tagged else []
    return IncomingMark(
        where=where,
        article=IncomingArticle(title=row.line("title"), source=row.line("author") or None),
        kind=AnnotationKind.HIGHLIGHT,
        quote=sound_quote(TextQuoteSelector(row.raw("highlight"), "", ""), None, ""),
        note=note[tagged.end() :].strip() if tagged else note,
        tags=cleaned_lines((tag.replace("_", " ") for tag in tags), "note"),
        created_at=read_instant(row.line("date")),
    )
