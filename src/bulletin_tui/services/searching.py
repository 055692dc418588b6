"""Searching: the library or the open article by what was typed, short lists by their labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.search import SearchResult
from bulletin_tui.search.corpus import Corpus
from bulletin_tui.search.engine import Search
from bulletin_tui.search.hits import hit
from bulletin_tui.search.labels import match_label
from bulletin_tui.search.query import parse_query

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bulletin_tui.model.article import Article

__all__ = ["Searcher", "match_label"]


class _CancelledError(Exception):
    """The answer is not wanted any more."""


class Searcher:
    """Searches a snapshot of articles, whose texts are prepared when they are first looked at.

    Threads may share one; at worst they prepare the same text twice.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self._corpus = Corpus(articles)

    def find(
        self,
        typed: str,
        *,
        article_id: str | None = None,
        limit: int = 50,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> SearchResult:
        """The hits for what was typed, best first, at most `limit`; never raises for its sake.

        With `article_id`, only the text of that article is searched, and every word must stand
        there as typed. A search that is cancelled finds nothing: its answer is not wanted.
        """
        query = parse_query(typed)

        def checkpoint() -> None:
            if is_cancelled():
                raise _CancelledError

        search = Search(self._corpus, query, checkpoint)
        try:
            if query.is_empty:
                ranked = []
            elif article_id is None:
                ranked = search.in_library()
            else:
                ranked = search.in_article(article_id)
            hits = []
            for each in ranked[:limit]:
                checkpoint()
                hits.append(hit(each))
        except _CancelledError:
            return SearchResult(query, (), 0)
        return SearchResult(query, tuple(hits), len(ranked))
