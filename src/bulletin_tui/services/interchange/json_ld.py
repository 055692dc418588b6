"""W3C Web Annotations as JSON-LD, with nothing lost: https://www.w3.org/TR/annotation-model/

What the model has no word for stands under `bulletin:`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from bulletin_tui.model.annotation import AnnotationKind
from bulletin_tui.services.interchange.json_text import dump
from bulletin_tui.services.interchange.kept_texts import ENCODING, packed
from bulletin_tui.services.interchange.outgoing import instant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.services.interchange.json_text import Json
    from bulletin_tui.services.marked_articles import MarkedArticle

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
TERMS = "urn:bulletin:terms:"
ANNOTATION = "urn:bulletin:annotation:"
ARTICLE = "urn:bulletin:article:"
VERSION = 1
MOTIVATIONS = {
    AnnotationKind.HIGHLIGHT: "highlighting",
    AnnotationKind.BOOKMARK: "bookmarking",
}


def set_in_json_ld(articles: Sequence[MarkedArticle], texts: Mapping[str, str]) -> str:
    """The whole document, the annotation made first at its beginning.

    `texts` are those that were marked, by their digests; they may be missing.
    """
    annotations = [placed.annotation for marked in articles for placed in marked.placed]
    annotations.sort(key=lambda each: each.created_at)
    items: list[Json] = [annotation_record(each) for each in annotations]
    return dump(
        {
            "@context": [CONTEXT, {"bulletin": TERMS}],
            "id": "urn:bulletin:annotations",
            "type": "AnnotationCollection",
            "label": "Bulletin",
            "bulletin:version": VERSION,
            "total": len(items),
            "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
            "bulletin:articles": [_article_record(marked) for marked in articles],
            "bulletin:texts": [
                {"digest": digest, "encoding": ENCODING, "value": packed(text)}
                for digest, text in sorted(texts.items())
            ],
        }
    )


def annotation_record(annotation: Annotation) -> Json:
    """One annotation; offsets count code points of the text that was marked."""
    record: dict[str, Json] = {
        "id": ANNOTATION + annotation.id,
        "type": "Annotation",
        "motivation": MOTIVATIONS[annotation.kind],
        "created": instant(annotation.created_at),
        "modified": instant(annotation.updated_at),
        "body": _bodies(annotation),
        "target": {
            "source": ARTICLE + quote(annotation.article_id, safe=""),
            "selector": selectors(annotation),
            "bulletin:textHash": annotation.version.text_hash,
            "bulletin:parserVersion": annotation.version.parser_version,
            "bulletin:textDigest": annotation.text_digest,
        },
        "bulletin:revision": annotation.revision,
    }
    if annotation.color is not None:
        record["bulletin:color"] = annotation.color.value
    return record


def selectors(annotation: Annotation) -> list[Json]:
    """The passage by its words and by its offsets."""
    return [
        {
            "type": "TextQuoteSelector",
            "exact": annotation.quote.exact,
            "prefix": annotation.quote.prefix,
            "suffix": annotation.quote.suffix,
        },
        {
            "type": "TextPositionSelector",
            "start": annotation.span.start,
            "end": annotation.span.end,
        },
    ]


def _bodies(annotation: Annotation) -> list[Json]:
    notes = [annotation.note, *(other.note for other in annotation.other_notes)]
    comments = [_body("commenting", note) for note in notes if note]
    return comments + [_body("tagging", tag) for tag in annotation.tags]


def _body(purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _article_record(marked: MarkedArticle) -> Json:
    return {
        "id": ARTICLE + quote(marked.id, safe=""),
        "title": marked.title,
        "source": marked.source,
        "textHash": marked.text_hash,
        "paths": list(marked.paths),
    }
