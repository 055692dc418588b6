"""The JSON that the command line answers with; the names stay from one version to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.text.dates import iso_printed_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bulletin_tui.cli.output import JsonObject, JsonValue
    from bulletin_tui.model.annotation import PlacedAnnotation
    from bulletin_tui.model.article import (
        Article,
        ArticleSummary,
        Block,
        Evidence,
        PrintedDate,
        Span,
    )
    from bulletin_tui.model.search import Hit
    from bulletin_tui.services.noting import NoteInPlace


def article_record(article: ArticleSummary) -> JsonObject:
    """What is known about an article; dates in ISO 8601, as exactly as they are printed."""
    from bulletin_tui.services.reading import reading_minutes  # hits and marks do without it

    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "place": article.place,
        "authors": article.authors,
        "published": _date(article.published),
        "updated": _date(article.updated),
        "language": article.language,
        "documents": article.documents,
        "portal": article.portal,
        "paths": article.paths,
        "words": article.words,
        "minutes": reading_minutes(article.words),
    }


def text_record(article: Article) -> JsonObject:
    """An article with its canonical text; block offsets count code points of that text."""
    blocks: list[JsonValue] = [
        {
            "kind": block.kind,
            "span": _span(block),
            "level": block.level,
            "boilerplate": block.boilerplate,
            "is_folded": block.is_folded,
        }
        for block in article.document.blocks
    ]
    provenance = article.document.provenance
    return {
        **article_record(article.summary),
        "text_hash": article.text_hash,
        "text": article.text,
        "blocks": blocks,
        "encoding": provenance.encoding,
        "evidence": [_evidence(each) for each in provenance.evidence],
    }


def known_record(article: Article) -> JsonObject:
    """What is known about an article, and where each value that it says comes from."""
    from bulletin_tui.services.known_fields import known_fields  # only `edit` needs them

    data = article.document.metadata
    known = known_fields(article)
    return {
        **article_record(article.summary),
        "category": data.category,
        "tags": data.tags,
        "corrected": [each.field for each in known if each.is_corrected],
        "origins": {each.field: each.origin for each in known if each.origin},
    }


def hit_record(hit: Hit) -> JsonObject:
    """An article that was found; every span counts code points.

    `title_spans` are in the title, `spans` in the canonical text, and those of a passage in its own
    `text`, which begins at `offset` of the canonical text; higher scores come first within a tier.
    """
    passages: list[JsonValue] = [
        {
            "number": passage.number,
            "heading": passage.heading,
            "offset": passage.snippet.offset,
            "text": passage.snippet.text,
            "spans": _spans(passage.snippet.matches),
        }
        for passage in hit.passages
    ]
    return {
        "id": hit.article.id,
        "title": hit.article.title,
        "source": hit.article.source,
        "published": _date(hit.article.published),
        "path": hit.article.paths[0],
        "tier": hit.tier.name.lower(),
        "score": round(hit.score, 3),
        "why": hit.why,
        "title_spans": _spans(hit.title_matches),
        "spans": _spans(hit.matches),
        "passages": passages,
    }


def note_record(note: NoteInPlace) -> JsonObject:
    """A mark that was found: `text` is of its note, else of its passage, with `spans` in it."""
    snippet = note.hit.snippet
    return {
        **annotation_record(note.placed),
        "title": note.title,
        "source": note.source,
        "tier": note.hit.tier.name.lower(),
        "text": snippet.text,
        "spans": _spans(snippet.matches),
    }


def annotation_record(placed: PlacedAnnotation, state: str | None = None) -> JsonObject:
    """A mark and where it stands today, as `state` says if that is given.

    Instants are in ISO 8601 with their offset from UTC.
    """
    annotation = placed.annotation
    return {
        "id": annotation.id,
        "article_id": annotation.article_id,
        "kind": annotation.kind,
        "state": placed.state if state is None else state,
        "removed": annotation.deleted,
        "span": _span(placed.span) if placed.span else None,
        "quote": annotation.quote.exact,
        "now": placed.now or None,
        "color": annotation.color,
        "note": annotation.note,
        "other_notes": [other.note for other in annotation.other_notes],
        "tags": annotation.tags,
        "created_at": annotation.created_at.isoformat(),
        "updated_at": annotation.updated_at.isoformat(),
    }


def _evidence(evidence: Evidence) -> JsonObject:
    return {
        "field": evidence.field,
        "value": evidence.value,
        "rule": evidence.rule,
        "confidence": evidence.confidence,
        "span": _span(evidence.span) if evidence.span else None,
    }


def _date(date: PrintedDate | None) -> str | None:
    return iso_printed_date(date) if date else None


def _spans(spans: Iterable[Span]) -> list[JsonValue]:
    return [_span(span) for span in spans]


def _span(span: Span | Block) -> JsonObject:
    return {"start": span.start, "end": span.end}
