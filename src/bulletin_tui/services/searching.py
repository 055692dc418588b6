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
from bulletin_tui.search.loosening import find_looser
from bulletin_tui.search.opening import find_identity, open_index
from bulletin_tui.search.query import parse_query
from bulletin_tui.search.respelt import decoded_words, respelt
from bulletin_tui.search.shelf import Shelf, index_in_memory
from bulletin_tui.search.texts import ArticleEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from bulletin_tui.model.article import Article
    from bulletin_tui.model.search import Hit, Query
    from bulletin_tui.search.opening import Identity, Index
    from bulletin_tui.services.workspace import Workspace

__all__ = ["EVERYTHING", "ArticleSearcher", "Searcher", "match_label", "parse_query"]

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

    def __init__(self, index: Index, articles: Sequence[Article] = ()) -> None:
        self._shelf = Shelf(index, articles)
        self._last: tuple[SearchResult, Findings] | None = None
        self._file: tuple[Path, Identity | None] | None = None

    @classmethod
    def over(cls, articles: Sequence[Article]) -> Self:
        """A searcher for articles that are in memory; they are made ready now."""
        return cls(index_in_memory(articles), articles)

    @classmethod
    def for_workspace(cls, workspace: Workspace) -> Self:
        """A searcher for what a workspace holds now; raises IndexUnavailableError.

        Over an index it goes on with what is added; over articles in memory it does not.
        """
        if workspace.stacks.articles or not workspace.stacks.grows:
            return cls.over(workspace.stacks.articles)
        return cls.in_file(workspace.paths.index_db)

    @classmethod
    def in_file(cls, path: Path) -> Self:
        """A searcher for an index, and for any other that takes its place.

        Raises IndexUnavailableError.
        """
        identity = find_identity(path)
        searcher = cls(open_index(path))
        searcher._file = path, identity
        return searcher

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
        """All that answers what was typed and is typed no further, corrections included."""
        found = self.find_strict(
            typed,
            limit=limit,
            restriction=restriction,
            decodes_keys=decodes_keys,
            is_final=True,
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
        is_final: bool = False,
        reading: str | None = None,
        is_cancelled: Callable[[], bool] = _never,
    ) -> SearchResult:
        """The likeliest hits in which every word stands as typed, enough to fill a screen.

        With `decodes_keys`, what was typed without an input method is read as Telex or VNI where
        that makes a likelier word. `is_final` is what `parse_query` makes of it. `reading` is the
        id of the article that is open: it comes first where the words stand together in it.
        """
        query = parse_query(typed, is_final=is_final)
        self._last = None

        def search() -> SearchResult:
            lexicon = self._shelf.lexicon
            understood, decoded = decode_keys(query, lexicon) if decodes_keys else (query, ())
            first = min(limit, FIRST_HITS)
            search = self._search(understood, first, restriction, is_cancelled, reading)
            findings = search.soon()
            result = replace(self._result(search, findings), decoded=decoded)
            self._last = result, findings
            return result

        return self._guarded(query, search)

    def find_more(
        self,
        found: SearchResult,
        *,
        limit: int = 50,
        restriction: Restriction = EVERYTHING,
        decodes_keys: bool = True,
        reading: str | None = None,
        is_cancelled: Callable[[], bool] = _never,
    ) -> SearchResult:
        """The complete answer: what `find_strict` found, and below it what corrections find.

        With `decodes_keys`, keys of Telex and VNI are among what is corrected.
        """
        if found.is_complete:
            return found

        def search() -> SearchResult:
            search = self._search(found.query, limit, restriction, is_cancelled, reading)
            known = search.as_typed(self._findings_of(found))
            findings = search.with_corrections(known, decodes_keys=decodes_keys)
            result = self._result(search, findings)
            total = search.count(MOST_COUNTED) if findings.is_cut else result.total
            total = max(total, result.total)
            return replace(
                result,
                total=total,
                is_complete=True,
                respelt=respelt(found.query, findings.ranked),
                looser=None if total else self._looser(found.query, is_cancelled),
                decoded=(*found.decoded, *decoded_words(findings.ranked)),
            )

        return self._guarded(found.query, search)

    def _looser(self, query: Query, is_cancelled: Callable[[], bool]) -> SearchResult | None:
        """What has the words of a query under whose conditions there is nothing."""
        looser = find_looser(query)
        if looser is None:
            return None
        search = self._search(looser, 0, EVERYTHING, is_cancelled, None)
        result = self._result(search, search.as_typed(Findings()))
        return result if result.total else None

    def _search(
        self,
        query: Query,
        limit: int,
        restriction: Restriction,
        is_cancelled: Callable[[], bool],
        reading: str | None,
    ) -> LibrarySearch:
        def checkpoint() -> None:
            if is_cancelled():
                raise _CancelledError

        return LibrarySearch(self._shelf, query, restriction, checkpoint, limit, reading)

    def _result(self, search: LibrarySearch, findings: Findings) -> SearchResult:
        return SearchResult(
            query=search.query,
            hits=tuple(self._hits(search, findings)),
            total=len(findings.ranked),
            is_cut=findings.is_cut,
            is_complete=False,
            articles=self._shelf.count,
            unsearched=self._shelf.unworded,
        )

    def _hits(self, search: LibrarySearch, findings: Findings) -> Iterator[Hit]:
        for each in findings.ranked[: search.limit]:
            search.checkpoint()
            if each not in findings.hits:
                findings.hits[each] = hit(each)
            yield findings.hits[each]

    def _findings_of(self, found: SearchResult) -> Findings:
        if self._last is not None and self._last[0] is found:
            return self._last[1]
        return Findings()

    def _guarded(self, query: Query, search: Callable[[], SearchResult]) -> SearchResult:
        """What is found, all of it at one moment; nothing when the search was given up."""
        with suppress(_CancelledError, InterruptedSearchError), using_index():
            if not query.is_empty:
                self._open_what_is_there()
                with self._shelf.index.one_moment():
                    self._shelf.refresh()
                    return search()
        return SearchResult(query, (), 0)

    def _open_what_is_there(self) -> None:
        """Another process may have built the index anew."""
        if self._file is None:
            return
        path, known = self._file
        identity = find_identity(path)
        if identity not in (None, known):
            index = open_index(path)
            self._shelf.index.close()
            self._shelf, self._file, self._last = Shelf(index), (path, identity), None


class ArticleSearcher:
    """Searches all the text of an article that is at hand, folded or not; no index is needed."""

    def __init__(self) -> None:
        self._last: tuple[Article, ArticleEntry] | None = None

    def find(
        self, article: Article, typed: str, *, is_cancelled: Callable[[], bool] = _never
    ) -> SearchResult:
        """The places where every word stands as typed; nothing when it is cancelled."""
        query = parse_query(typed)
        last = self._last
        if last is None or last[0] is not article:
            last = self._last = article, ArticleEntry(article, with_folded=True)
        ranked = [] if is_cancelled() else in_article(last[1], query)
        hits = tuple(hit(each) for each in ranked if not is_cancelled())
        return SearchResult(query, hits, len(hits))
