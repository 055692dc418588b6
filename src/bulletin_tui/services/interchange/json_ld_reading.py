"""Reading W3C Web Annotations in JSON-LD: the program's own, and what others say in its words."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from bulletin_tui.errors import NotAnExportError
from bulletin_tui.model.annotation import AnnotationKind, TextQuoteSelector, TextVersion
from bulletin_tui.services.interchange.fields import Fields, RefusedError, color_named
from bulletin_tui.services.interchange.incoming import (
    Incoming,
    IncomingArticle,
    IncomingMark,
    Refusal,
    sound_quote,
)
from bulletin_tui.services.interchange.json_ld import (
    ANNOTATION,
    ARTICLE,
    CONTEXT,
    MOTIVATIONS,
    VERSION,
)
from bulletin_tui.services.interchange.kept_texts import UnpackedTexts
from bulletin_tui.services.interchange.reading import numbered, read_each
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bulletin_tui.model.article import Span


def is_json_ld(value: object) -> bool:
    """Whether a JSON document says that it is one of Web Annotations."""
    context = value.get("@context") if isinstance(value, dict) else None
    return CONTEXT in (context if isinstance(context, list) else [context])


def read_json_ld(value: object) -> Incoming:
    """The annotations of a collection, a page, or one alone. Raises NotAnExportError."""
    try:
        document = Fields.of(value)
        version = document.number("bulletin:version")
        items = [value] if "target" in document else _items(document)
    except RefusedError as error:
        raise NotAnExportError(_("The file has no marks that can be read.")) from error
    if version is not None and version > VERSION:
        raise NotAnExportError(
            _("The file is of a version that is not known here."),
            advice=_("A newer Bulletin may understand it."),
        )
    articles = _articles(document)
    texts = _texts(document)
    read = read_each(numbered(items), lambda where, item: _mark(where, item, articles, texts))
    return Incoming(read.marks, (*texts.refusals, *read.refusals))


def _items(document: Fields) -> list[object]:
    page = document.record("first") if "first" in document else document
    if "items" not in page:
        raise RefusedError
    return page.items("items")


def _articles(document: Fields) -> dict[str, IncomingArticle]:
    """By what a target calls them; one that cannot be read is done without."""
    found: dict[str, IncomingArticle] = {}
    for value in document.items("bulletin:articles"):
        try:
            record = Fields.of(value)
            name = record.raw("id")
            found[name] = IncomingArticle(
                id=_article_id(name),
                title=record.line("title"),
                source=record.line("source") or None,
                text_hash=record.line("textHash"),
                paths=record.lines("paths"),
            )
        except RefusedError:
            continue
    return found


def _texts(document: Fields) -> UnpackedTexts:
    texts = UnpackedTexts()
    for number, value in enumerate(document.items("bulletin:texts"), start=1):
        try:
            record = Fields.of(value)
            texts.add(record.raw("digest"), record.raw("encoding"), record.raw("value"))
        except RefusedError as error:
            where = _("text {number}").format(number=number)
            texts.refusals.append(Refusal(where, str(error)))
    return texts


def _mark(
    where: str, item: object, articles: Mapping[str, IncomingArticle], texts: UnpackedTexts
) -> IncomingMark:
    record = Fields.of(item)
    target = _target(record)
    version = _version(target)
    digest = target.line("bulletin:textDigest") if version is not None else ""
    text = texts.find(digest)
    quote, span = selected(target, text)
    source = _source(target)
    kind = _kind(record)
    note, tags = _words(record)
    return IncomingMark(
        where=where,
        article=articles.get(source) or IncomingArticle(id=_article_id(source)),
        kind=kind,
        quote=quote,
        id=record.raw("id").removeprefix(ANNOTATION),
        revision=record.number("bulletin:revision") or 1,
        span=span,
        version=version,
        text_digest=digest,
        text=text,
        color=color_named(record.line("bulletin:color"), kind),
        note=note,
        tags=tags,
        created_at=record.instant("created"),
        updated_at=record.instant("modified"),
    )


def _target(record: Fields) -> Fields:
    targets = record.items("target")
    if not targets:
        raise RefusedError(_("it has no target"))
    return Fields.of(targets[0])


def _source(target: Fields) -> str:
    """What the target calls its article, which others may describe in place."""
    for source in target.items("source"):
        return source if isinstance(source, str) else Fields.of(source).raw("id")
    return ""


def _article_id(source: str) -> str:
    if source.startswith(ARTICLE):
        source = unquote(source.removeprefix(ARTICLE))
    return clean_line(source)


def selected(target: Fields, text: str) -> tuple[TextQuoteSelector, Span | None]:
    """The quote, and the span if the quote stands there or nothing is known against it."""
    selectors = [Fields.of(value) for value in target.items("selector")]
    by_type = {selector.line("type"): selector for selector in selectors}
    words = by_type.get("TextQuoteSelector", Fields())
    span = by_type.get("TextPositionSelector", Fields()).span()
    quote = TextQuoteSelector(words.raw("exact"), words.raw("prefix"), words.raw("suffix"))
    return sound_quote(quote, span, text), span


def _version(target: Fields) -> TextVersion | None:
    hashed = target.line("bulletin:textHash")
    parser = target.number("bulletin:parserVersion")
    return TextVersion(hashed, parser) if hashed and parser is not None else None


def _kind(record: Fields) -> AnnotationKind:
    is_place = MOTIVATIONS[AnnotationKind.BOOKMARK] in record.items("motivation")
    return AnnotationKind.BOOKMARK if is_place else AnnotationKind.HIGHLIGHT


def _words(record: Fields) -> tuple[str, tuple[str, ...]]:
    """The note, of as many paragraphs as there are comments, and the tags."""
    notes: dict[str, None] = {}
    tags: dict[str, None] = {}
    for value in record.items("body"):
        body = Fields({"value": value}) if isinstance(value, str) else Fields.of(value)
        if body.raw("purpose") == "tagging":
            tags[body.line("value")] = None
        else:
            notes[body.note("value")] = None
    return "\n\n".join(filter(None, notes)), tuple(filter(None, tags))
