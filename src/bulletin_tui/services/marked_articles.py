"""Annotations by article, in an order that is the same every time.

Articles come as the library lists them, those that are gone last by their id; in each its
annotations in reading order, orphans first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.errors import ArticleNotFoundError
from bulletin_tui.services.annotating import list_annotations
from bulletin_tui.services.placing import in_reading_order
from bulletin_tui.store.documents import KnownDocument, known_as

if TYPE_CHECKING:
    from collections.abc import Collection

    from bulletin_tui.model.annotation import PlacedAnnotation
    from bulletin_tui.model.article import Article
    from bulletin_tui.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article's annotations, at least one."""

    id: str
    title: str
    source: str | None
    text_hash: str
    paths: tuple[str, ...]
    article: Article | None
    """None when it is gone; the fields above are then as they were at the last mark."""
    placed: tuple[PlacedAnnotation, ...]


def marked_articles(
    workspace: Workspace, article_id: str | None = None, only: Collection[str] | None = None
) -> list[MarkedArticle]:
    """All that have annotations, or the one asked for; `only` has the ids of those to be kept.

    Raises ArticleNotFoundError.
    """
    if article_id is not None:
        article_id = marked_id(workspace, article_id)
    by_article: dict[str, list[PlacedAnnotation]] = {}
    for placed in list_annotations(workspace, article_id):
        if only is None or placed.annotation.id in only:
            by_article.setdefault(placed.annotation.article_id, []).append(placed)
    library = workspace.library
    present = [library.id_at(position) for position in library.positions_of(by_article)]
    gone = sorted(by_article.keys() - set(present))
    return [_marked(workspace, name, by_article[name]) for name in (*present, *gone)]


def marked_id(workspace: Workspace, article_id: str) -> str:
    """The whole id; an article that is gone still has its marks under the id as typed.

    Raises ArticleNotFoundError.
    """
    try:
        return workspace.get_id(article_id)
    except ArticleNotFoundError:
        if workspace.store.find_document(article_id) is None:
            raise
        return article_id


def _marked(workspace: Workspace, article_id: str, placed: list[PlacedAnnotation]) -> MarkedArticle:
    article = workspace.stacks.find_article(article_id)
    if article is not None:
        known = known_as(article)
    else:
        found = workspace.store.find_document(article_id)
        known = found or KnownDocument(article_id, "", article_id, None, ())
    return MarkedArticle(
        id=article_id,
        title=known.title,
        source=known.source,
        text_hash=known.text_hash,
        paths=known.paths,
        article=article,
        placed=in_reading_order(placed),
    )
