"""Searching: the library or the open article by what was typed, short lists by their labels."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.model.search import Restriction, SearchResult
from bulletin_tui.search.corpus import Corpus
from bulletin_tui.search.engine import Search
from bulletin_tui.search.hits import hit
from bulletin_tui.search.labels import match_label
from bulletin_tui.search.query import parse_query

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bulletin_tui.model.article import Article
    from bulletin_tui.model.search import Query
    from bulletin_tui.search.ranking import Ranked

__all__ = ["Searcher", "match_label"]

EVERYTHING = Restriction()


class _CancelledError(Exception):
    """The answer is not wanted any more."""


def _never() -> bool:
    return False


class Searcher:
    """Searches a snapshot of articles, whose texts are prepared when they are first looked at.

    Threads may share one; at worst they prepare the same text twice.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self._corpus = Corpus(articles)

    def find(
        self, typed: str, *, limit: int = 50, restriction: Restriction = EVERYTHING
    ) -> SearchResult:
        """All that answers what was typed, corrections included; never raises for its sake."""
        found = self.find_strict(typed, limit=limit, restriction=restriction)
        return self.find_more(found, limit=limit, restriction=restriction)

    def find_strict(
        self,
        typed: str,
        *,
        article_id: str | None = None,
        limit: int = 50,
        restriction: Restriction = EVERYTHING,
        is_cancelled: Callable[[], bool] = _never,
    ) -> SearchResult:
        """The hits in which every word stands as typed, best first; soon there.

        With `article_id`, only the text of that article is searched. A search that is cancelled
        finds nothing: its answer is not wanted.
        """

        def search(on_the_way: Search) -> list[Ranked]:
            if article_id is not None:
                return on_the_way.in_article(article_id)
            return on_the_way.as_typed()

        found = self._find(parse_query(typed), search, limit, restriction, is_cancelled)
        return replace(found, is_complete=article_id is not None)

    def find_more(
        self,
        found: SearchResult,
        *,
        limit: int = 50,
        restriction: Restriction = EVERYTHING,
        is_cancelled: Callable[[], bool] = _never,
    ) -> SearchResult:
        """The complete answer: what `find_strict` found first, then what corrections find."""
        if found.is_complete:
            return found
        return self._find(found.query, Search.in_library, limit, restriction, is_cancelled)

    def _find(
        self,
        query: Query,
        search: Callable[[Search], list[Ranked]],
        limit: int,
        restriction: Restriction,
        is_cancelled: Callable[[], bool],
    ) -> SearchResult:
        def checkpoint() -> None:
            if is_cancelled():
                raise _CancelledError

        try:
            ranked = (
                []
                if query.is_empty
                else search(Search(self._corpus, query, restriction, checkpoint))
            )
            hits = []
            for each in ranked[:limit]:
                checkpoint()
                hits.append(hit(each))
        except _CancelledError:
            return SearchResult(query, (), 0)
        return SearchResult(query, tuple(hits), len(ranked))
