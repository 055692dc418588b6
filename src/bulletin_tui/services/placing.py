"""Where annotations stand in the articles as they are today."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from bulletin_tui.importers.formats import PARSER_VERSION
from bulletin_tui.model.annotation import AnchorState, PlacedAnnotation, TextVersion
from bulletin_tui.text.hashing import text_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bulletin_tui.model.annotation import Annotation, TextQuoteSelector
    from bulletin_tui.model.article import Article, Span
    from bulletin_tui.text.anchoring import Reanchoring

    _Mark = tuple[str, str, TextQuoteSelector, Span]
    _Found = tuple[AnchorState, Span | None]

_MOST_KNOWN = 50_000
"""Places that are remembered; more than a library has marks on texts that have changed."""

NO_VERSION = TextVersion("", 0)
"""That of a mark from elsewhere, whose text is not known."""


def version_of(article: Article) -> TextVersion:
    """The version that offsets in the article's text count on."""
    return TextVersion(article.text_hash, PARSER_VERSION)


def gone(annotation: Annotation) -> PlacedAnnotation:
    """An annotation whose article is not there."""
    return PlacedAnnotation(annotation, AnchorState.ORPHAN, None)


class Placer:
    """Finds annotations in today's texts, and remembers where: an article is opened again soon."""

    def __init__(self, find_text: Callable[[str], str | None]) -> None:
        """`find_text` gives a text that was marked, by its digest, if it is kept."""
        self._find_text = find_text
        self._today: _Today | None = None
        self._known: dict[_Mark, _Found] = {}

    def place(
        self, article: Article | None, annotation: Annotation, text: str = ""
    ) -> PlacedAnnotation:
        """Find the annotation in its article as it is today; None when the article is gone.

        `text` is the one that was marked, where it is not kept yet. Annotations of one article
        are best placed one after the other: they share most of the work.
        """
        if article is None:
            return gone(annotation)
        if self._today is None or self._today.article is not article:
            self._today = _Today(article)
        today = self._today
        digest = text_digest(text) if text else annotation.text_digest
        if today.has_text_of(annotation, digest):
            return PlacedAnnotation(annotation, AnchorState.KEPT, annotation.span)
        key = (digest, today.digest, annotation.quote, annotation.span)
        if key not in self._known:
            way = today.way_from(digest, lambda: text or self._find_text(digest))
            self._remember(key, _found(way, annotation))
        state, span = self._known[key]
        if state is AnchorState.CHANGED and span is not None:
            words = article.text[span.start : span.end]
            return PlacedAnnotation(annotation, state, span, words)
        return PlacedAnnotation(annotation, state, span)

    def place_all(
        self, article: Article | None, annotations: Iterable[Annotation]
    ) -> list[PlacedAnnotation]:
        """Find annotations of one article, in their order."""
        return [self.place(article, annotation) for annotation in annotations]

    def _remember(self, key: _Mark, found: _Found) -> None:
        if len(self._known) >= _MOST_KNOWN:
            del self._known[next(iter(self._known))]
        self._known[key] = found


def _found(way: Reanchoring, annotation: Annotation) -> _Found:
    quote = annotation.quote
    if annotation.version == NO_VERSION and not quote.prefix and not quote.suffix:
        span = way.find_lone(quote.exact)
        return (AnchorState.ORPHAN if span is None else AnchorState.KEPT), span
    return way.find(quote, annotation.span)


class _Today:
    """An article's text today, with the ways that lead to it from the texts that were marked."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._version = version_of(article)
        self._ways: dict[str, Reanchoring] = {}

    @cached_property
    def digest(self) -> str:
        """The digest of the text, which most texts are never asked for."""
        return text_digest(self.article.text)

    def has_text_of(self, annotation: Annotation, digest: str) -> bool:
        """Whether the annotation was made on this text, in which its words are in their place."""
        span = annotation.span
        if self.article.text[span.start : span.end] != annotation.quote.exact:
            return False
        # White space moves offsets and leaves the text hash alone, so the words are compared too.
        return annotation.version == self._version or digest == self.digest

    def way_from(self, digest: str, find_text: Callable[[], str | None]) -> Reanchoring:
        """The way from the text with a digest, if there is one."""
        from bulletin_tui.text.anchoring import Reanchoring  # few texts ever change

        if digest not in self._ways:
            old = find_text() if digest else None
            self._ways[digest] = Reanchoring(old, self.article.text)
        return self._ways[digest]


def orphans_first(placed: Iterable[PlacedAnnotation]) -> tuple[PlacedAnnotation, ...]:
    """Orphans, then the others; both keep their order."""
    return tuple(sorted(placed, key=lambda one: one.state is not AnchorState.ORPHAN))


def in_reading_order(placed: Iterable[PlacedAnnotation]) -> tuple[PlacedAnnotation, ...]:
    """Orphans, then the others as the article has them."""
    return orphans_first(sorted(placed, key=_stands_at))


def _stands_at(placed: PlacedAnnotation) -> Span:
    return placed.span or placed.annotation.span
