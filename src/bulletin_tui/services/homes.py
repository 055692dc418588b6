"""Which article here a mark from elsewhere belongs to, and where it stands in it.

An article is known by its id, else by its text, else by its title and the passage itself. A wrong
place is worse than none: what is not found for certain belongs to an article that is not here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnchorState, PlacedAnnotation
from bulletin_tui.services.placing import gone, version_of
from bulletin_tui.store.documents import KnownDocument, known_as
from bulletin_tui.text.clean import clean_line
from bulletin_tui.text.hashing import id_from_hash, text_digest
from bulletin_tui.text.quoting import describe
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.model.article import Article, Span
    from bulletin_tui.services.interchange.incoming import IncomingArticle
    from bulletin_tui.services.workspace import Workspace

_MOST_NAMESAKES = 50
"""Articles of one title that are looked into."""
_LONGEST_ID = 200
_AT_HAND = 1 << 24
"""Code points of articles that are kept for the marks that follow."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a mark belongs."""

    placed: PlacedAnnotation
    """With the article's id as it is here."""
    known: KnownDocument
    text: str
    """The text that the annotation's offsets count in; empty when it is not known."""
    article: Article | None


class Homes:
    """Finds them one after the other; some articles are kept at hand."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._wanted: IncomingArticle | None = None
        self._candidates: list[Article] = []
        self._are_certain = False
        self._by_title: dict[str, list[str]] | None = None
        self._at_hand: dict[str, Article | None] = {}
        self._length_at_hand = 0

    def find(self, annotation: Annotation, wanted: IncomingArticle, text: str) -> Home:
        """Where the annotation belongs; `text` is the one it was made on, if that is known."""
        if wanted != self._wanted:
            self._look_up(wanted)
        for article in self._candidates:
            home = self._home_in(article, annotation, text)
            if home.placed.span is not None:
                return home
        if self._candidates and (self._are_certain or len(self._candidates) == 1):
            return self._home_in(self._candidates[0], annotation, text)
        return self._home_nowhere(annotation, wanted, text)

    def _look_up(self, wanted: IncomingArticle) -> None:
        self._wanted = wanted
        certain = self._by_id(wanted.id) or self._by_text(wanted.text_hash)
        self._are_certain = bool(certain)
        self._candidates = certain or self._by_name(wanted.title)

    def _by_id(self, article_id: str) -> list[Article]:
        """The article of this id, or the one that its edited file became."""
        if not article_id:
            return []
        ids = dict.fromkeys((article_id, self._workspace.store.article_of(article_id)))
        return [article for article in map(self._load, ids) if article is not None][:1]

    def _load(self, article_id: str) -> Article | None:
        if article_id not in self._at_hand:
            if self._length_at_hand > _AT_HAND:
                self._at_hand.clear()
                self._length_at_hand = 0
            article = self._workspace.stacks.find_article(article_id)
            self._at_hand[article_id] = article
            self._length_at_hand += len(article.text) if article else 0
        return self._at_hand[article_id]

    def _by_text(self, hashed: str) -> list[Article]:
        if not hashed:
            return []
        stacks = self._workspace.stacks
        same = [article for article in stacks.articles if article.text_hash == hashed]
        # What has no id of its own is called after its text.
        return same or [
            article for article in self._by_id(id_from_hash(hashed)) if article.text_hash == hashed
        ]

    def _by_name(self, title: str) -> list[Article]:
        if not title:
            return []
        if self._by_title is None:
            self._by_title = {}
            library = self._workspace.library
            for position in range(len(library)):
                name = clean_line(library.title_at(position))
                self._by_title.setdefault(name, []).append(library.id_at(position))
        ids = self._by_title.get(title, [])[:_MOST_NAMESAKES]
        return [article for one in ids for article in self._by_id(one)]

    def _home_in(self, article: Article, annotation: Annotation, text: str) -> Home:
        annotation = replace(annotation, article_id=article.id)
        placed = self._workspace.placer.place(article, annotation, text)
        if placed.span is not None and not text and placed.state is not AnchorState.CHANGED:
            placed, text = _described_anew(article, placed, placed.span), article.text
        return Home(placed, known_as(article), text, article)

    def _home_nowhere(self, annotation: Annotation, wanted: IncomingArticle, text: str) -> Home:
        known = KnownDocument(
            id=_id_of(wanted),
            text_hash=wanted.text_hash,
            title=wanted.title or wanted.id or _("Unknown article"),
            source=wanted.source,
            paths=wanted.paths,
        )
        known = self._workspace.store.find_document(known.id) or known
        annotation = replace(annotation, article_id=known.id)
        return Home(gone(annotation), known, text, None)


def _described_anew(article: Article, placed: PlacedAnnotation, span: Span) -> PlacedAnnotation:
    """The annotation as one of today's text, which is the only one that is known."""
    annotation = replace(
        placed.annotation,
        span=span,
        quote=describe(article.text, span),
        version=version_of(article),
    )
    return replace(placed, annotation=annotation)


def _id_of(wanted: IncomingArticle) -> str:
    """The id, else one that is always the same for what is known."""
    if wanted.id and len(wanted.id) <= _LONGEST_ID:
        return wanted.id
    return id_from_hash(text_digest(f"{wanted.id}\n{wanted.title}"))
