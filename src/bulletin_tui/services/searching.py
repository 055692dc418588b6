"""Searching: the library or the open article by what was typed, short lists by their labels."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from bulletin_tui.model.search import Restriction, SearchResult
from bulletin_tui.search.decoding import decode_keys
from bulletin_tui.search.engine import FIRST_HITS, Findings, LibrarySearch, in_article
from bulletin_tui.search.failures import InterruptedSearchError, using_index
from bulletin_tui.search.hits import hit
from bulletin_tui.search.labels import match_label
from bulletin_tui.search.opening import open_index
from bulletin_tui.search.query import parse_query
from bulletin_tui.search.respelt import decoded_words, respelt
from bulletin_tui.search.shelf import Shelf, shelf_in_memory
from bulletin_tui.search.texts import ArticleEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bulletin_tui.model.article import Article
    from bulletin_tui.model.search import Hit, Query
    from bulletin_tui.search.opening import Index
    from bulletin_tui.search.ranking import Ranked
    from bulletin_tui.services.workspace import Workspace

__all__ = ["Searcher", "match_label", "parse_query"]

EVERYTHING = Restriction()
MOST_COUNTED = 1000
"""Articles that are counted when there are more than are looked at."""


class _CancelledError(Exception):
    """The answer is not wanted any more."""


def _never() -> bool:
    return False


class Searcher:
    """Searches an index; it belongs to one thread, but for `interrupt`.

    A search that is cancelled or interrupted finds nothing: its answer is not wanted. All searches
    raise IndexUnavailableError when the index is damaged or locked.
    """

    def __init__(self, index: Index) -> None:
        self._shelf = Shelf(index)
        self._last: tuple[SearchResult, Findings] | None = None
        self._open: tuple[Article, ArticleEntry] | None = None

    @classmethod
    def over(cls, articles: Sequence[Article]) -> Self:
        """A searcher for articles that are in memory; they are made ready now."""
        shelf = shelf_in_memory(articles)
        searcher = cls(shelf.index)
        searcher._shelf = shelf
        return searcher

    @classmethod
    def for_workspace(cls, workspace: Workspace) -> Self:
        """A searcher for what a workspace holds now; raises IndexUnavailableError.

        Over an index it goes on with what is added; over articles in memory it does not.
        """
        if workspace.stacks.articles or not workspace.stacks.grows:
            return cls.over(workspace.stacks.articles)
        return cls(open_index(workspace.paths.index_db))

    def get_ready(self) -> None:
        """Read what every search reads, so that the first one a person makes need not wait."""
        self.find_strict("a")

    def interrupt(self) -> None:
        """End the search under way; from any thread."""
        self._shelf.index.interrupt()

    def close(self) -> None:
        """Close the index."""
        self._shelf.index.close()

    def find(
        self,
        typed: str,
        *,
        limit: int = 50,
        restriction: Restriction = EVERYTHING,
        decodes_keys: bool = True,
    ) -> SearchResult:
        """All that answers what was typed, corrections included."""
        found = self.find_strict(
            typed, limit=limit, restriction=restriction, decodes_keys=decodes_keys
        )
        return self.find_more(
            found, limit=limit, restriction=restriction, decodes_keys=decodes_keys
        )

    def find_strict(
        self,
        typed: str,
        *,
        limit: int = 50,
        restriction: Restriction = EVERYTHING,
        decodes_keys: bool = True,
        is_cancelled: Callable[[], bool] = _never,
    ) -> SearchResult:
        """The likeliest hits in which every word stands as typed, enough to fill a screen.

        With `decodes_keys`, what was typed without an input method is read as Telex or VNI where
        that makes a likelier word.
        """
        query = parse_query(typed)
        self._last = None

        def search() -> SearchResult:
            self._shelf.refresh()
            lexicon = self._shelf.lexicon
            understood, decoded = decode_keys(query, lexicon) if decodes_keys else (query, ())
            first = min(limit, FIRST_HITS)
            search = self._search(understood, first, restriction, is_cancelled)
            findings = search.soon()
            result = replace(self._result(search, findings), decoded=decoded)
            self._last = result, findings
            return result

        return _guarded(query, search)

    def find_more(
        self,
        found: SearchResult,
        *,
        limit: int = 50,
        restriction: Restriction = EVERYTHING,
        decodes_keys: bool = True,
        is_cancelled: Callable[[], bool] = _never,
    ) -> SearchResult:
        """The complete answer: what `find_strict` found, and below it what corrections find.

        With `decodes_keys`, keys of Telex and VNI are among what is corrected.
        """
        if found.is_complete:
            return found

        def search() -> SearchResult:
            self._shelf.refresh()
            search = self._search(found.query, limit, restriction, is_cancelled)
            known = search.as_typed(self._findings_of(found))
            findings = search.with_corrections(known, decodes_keys=decodes_keys)
            result = self._result(search, findings)
            total = search.count(MOST_COUNTED) if findings.is_cut else result.total
            return replace(
                result,
                total=max(total, result.total),
                is_complete=True,
                respelt=respelt(found.query, findings.ranked),
                decoded=(*found.decoded, *decoded_words(findings.ranked)),
            )

        return _guarded(found.query, search)

    def find_in(self, article: Article, typed: str) -> SearchResult:
        """The places in one article's text where every word stands as typed."""
        query = parse_query(typed)
        if self._open is None or self._open[0] is not article:
            self._open = article, ArticleEntry(article)
        hits = tuple(hit(each) for each in in_article(self._open[1], query))
        return SearchResult(query, hits, len(hits))

    def _search(
        self,
        query: Query,
        limit: int,
        restriction: Restriction,
        is_cancelled: Callable[[], bool],
    ) -> LibrarySearch:
        def checkpoint() -> None:
            if is_cancelled():
                raise _CancelledError

        return LibrarySearch(self._shelf, query, restriction, checkpoint, limit)

    def _result(self, search: LibrarySearch, findings: Findings) -> SearchResult:
        return SearchResult(
            query=search.query,
            hits=tuple(self._hits(search, findings.ranked[: search.limit])),
            total=len(findings.ranked),
            is_cut=findings.is_cut,
            is_complete=False,
        )

    def _hits(self, search: LibrarySearch, ranked: Sequence[Ranked]) -> list[Hit]:
        hits = []
        for each in ranked:
            search.checkpoint()
            hits.append(hit(each))
        return hits

    def _findings_of(self, found: SearchResult) -> Findings:
        if self._last is not None and self._last[0] is found:
            return self._last[1]
        return Findings()


def _guarded(query: Query, search: Callable[[], SearchResult]) -> SearchResult:
    """What is found; nothing when the search was given up. Raises IndexUnavailableError."""
    with suppress(_CancelledError, InterruptedSearchError), using_index():
        if not query.is_empty:
            return search()
    return SearchResult(query, (), 0)
