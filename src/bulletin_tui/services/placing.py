"""Where annotations stand in the articles as they are today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.importers.formats import PARSER_VERSION
from bulletin_tui.model.annotation import AnchorState, PlacedAnnotation, TextVersion
from bulletin_tui.text.anchoring import anchor
from bulletin_tui.text.lone_quotes import find_lone_quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.model.article import Article, Span

NO_VERSION = TextVersion("", 0)
"""That of a mark from elsewhere, whose text is not known."""


def version_of(article: Article) -> TextVersion:
    """The version that offsets in the article's text count on."""
    return TextVersion(article.text_hash, PARSER_VERSION)


def place(article: Article | None, annotation: Annotation) -> PlacedAnnotation:
    """Find the annotation in its article as it is today; None when the article is gone."""
    if article is None:
        return PlacedAnnotation(annotation, AnchorState.ORPHAN, None)
    span, quote = annotation.span, annotation.quote
    if annotation.version == NO_VERSION and not quote.prefix and not quote.suffix:
        return _place_lone(article, annotation)
    # White space moves offsets and leaves the text hash alone, so the words are compared too.
    same_text = (
        annotation.version == version_of(article)
        and article.text[span.start : span.end] == quote.exact
    )
    state, today = anchor(article.text, quote, span, same_text=same_text)
    return PlacedAnnotation(annotation, state, today)


def _place_lone(article: Article, annotation: Annotation) -> PlacedAnnotation:
    found = find_lone_quote(article.text, annotation.quote.exact)
    state = AnchorState.ORPHAN if found is None else AnchorState.KEPT
    return PlacedAnnotation(annotation, state, found)


def orphans_first(placed: Iterable[PlacedAnnotation]) -> tuple[PlacedAnnotation, ...]:
    """Orphans, then the others; both keep their order."""
    return tuple(sorted(placed, key=lambda one: one.state is not AnchorState.ORPHAN))


def in_reading_order(placed: Iterable[PlacedAnnotation]) -> tuple[PlacedAnnotation, ...]:
    """Orphans, then the others as the article has them."""
    return orphans_first(sorted(placed, key=_stands_at))


def _stands_at(placed: PlacedAnnotation) -> Span:
    return placed.span or placed.annotation.span
