"""Reading the program's own JSON: everything but the texts that were marked."""

from __future__ import annotations

from bulletin_tui.errors import NotAnExportError
from bulletin_tui.model.annotation import TextQuoteSelector, TextVersion
from bulletin_tui.services.interchange.bulletin_json import FORMAT, VERSION
from bulletin_tui.services.interchange.fields import (
    Fields,
    cleaned_lines,
    color_named,
    kind_named,
)
from bulletin_tui.services.interchange.incoming import (
    Incoming,
    IncomingArticle,
    IncomingMark,
    Refusal,
    sound_quote,
)
from bulletin_tui.services.interchange.reading import marks_of, read_each
from bulletin_tui.words import _


def is_bulletin_json(value: object) -> bool:
    """Whether a JSON document says that it is one of these."""
    return isinstance(value, dict) and value.get("format") == FORMAT


def read_bulletin_json(value: object) -> Incoming:
    """The annotations of every article. Raises NotAnExportError."""
    document = Fields.of(value)
    version = document.number("version")
    if version is None or version > VERSION:
        raise NotAnExportError(
            _("The file is of a version that is not known here."),
            advice=_("A newer Bulletin may understand it."),
        )
    refusals: list[Refusal] = []
    records = marks_of(document.items("articles"), _article, "annotations", refusals)
    read = read_each(records, _mark)
    return Incoming(read.marks, (*refusals, *read.refusals))


def _article(record: Fields) -> IncomingArticle:
    return IncomingArticle(
        id=record.line("id"),
        title=record.line("title"),
        source=record.line("source") or None,
        text_hash=record.line("text_hash"),
        paths=record.lines("paths"),
    )


def _mark(where: str, item: tuple[IncomingArticle, object]) -> IncomingMark:
    article, value = item
    record = Fields.of(value)
    made_on = record.record("made_on")
    hashed, parser = made_on.line("text_hash"), made_on.number("parser_version")
    quote = TextQuoteSelector(record.raw("quote"), record.raw("prefix"), record.raw("suffix"))
    kind = kind_named(record.line("kind"))
    others = [
        Fields({"other_notes": one}).note("other_notes") for one in record.items("other_notes")
    ]
    return IncomingMark(
        where=where,
        article=article,
        kind=kind,
        quote=sound_quote(quote, None, ""),
        id=record.raw("id"),
        revision=record.number("revision") or 1,
        span=made_on.span(),
        version=TextVersion(hashed, parser) if hashed and parser is not None else None,
        text_digest=made_on.line("text_digest"),
        color=color_named(record.line("color"), kind),
        note="\n\n".join(filter(None, (record.note("note"), *others))),
        tags=cleaned_lines(record.items("tags"), "tags"),
        created_at=record.instant("created_at"),
        updated_at=record.instant("updated_at"),
    )
