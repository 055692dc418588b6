"""Searching off the event loop: the articles in a thread of their own, the marks in the database's.

Nothing here touches a widget.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.errors import BulletinError, IndexUnavailableError
from bulletin_tui.ui.lanes import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from bulletin_tui.model.article import Article
    from bulletin_tui.model.search import SearchResult
    from bulletin_tui.services.noting import NotesAnswer, NoteSearcher
    from bulletin_tui.services.searching import ArticleSearcher, Searcher
    from bulletin_tui.services.workspace import Workspace

CALM_S = 0.12
"""How long nothing was typed when it is likely that the query is as it was meant."""
PATIENCE_S = 0.03
"""How long hits that are there wait for the reader's notes, which else come a stage later."""


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One search."""

    typed: str
    article: Article | None = None
    """The only one to search, as it is open in the reader."""
    near: int = 0
    """Where it is being read: the first match from here on is the one to show."""
    decodes_keys: bool = True
    """Whether keys of Telex and VNI are read as the words they type."""
    reading: str | None = None
    """The id of the article that is being read: what is found there is listed first."""

    @property
    def article_id(self) -> str | None:
        """Of the only article to search."""
        return self.article.id if self.article else None


class Finder:
    """Searches one workspace for one reader, of whose searches only the last one counts."""

    def __init__(self, storing: Lane) -> None:
        self._searching = Lane("search")
        self._storing = storing
        self._workspace: Workspace | None = None
        self._searcher: Searcher | None = None
        self._article_searcher: ArticleSearcher | None = None
        self._is_current = False
        self._notes: NoteSearcher | None = None

    def use(self, workspace: Workspace) -> None:
        """Search this one as it is now; its database belongs to the thread of `storing`."""
        self._workspace = workspace
        self._is_current = False

    def interrupt(self) -> None:
        """End the search that is under way; its answer is not wanted."""
        searcher = self._searcher
        if searcher is not None:
            searcher.interrupt()

    def close(self) -> None:
        """Finish what is under way and take nothing more."""
        self._searching.start(self._close_searcher)
        self._searching.close()

    def get_ready(self) -> None:
        """Have everything loaded that a first search would wait for."""
        self._searching.start(self._get_ready)

    def _get_ready(self) -> None:
        with suppress(IndexUnavailableError):  # the first search will say so
            self._current_searcher().get_ready()

    def begin(self, request: SearchRequest, *, is_cancelled: Callable[[], bool]) -> StagedSearch:
        """A search of the whole library, which does nothing yet."""
        return StagedSearch(self, request, is_cancelled)

    async def find_in(
        self, article: Article, typed: str, *, is_cancelled: Callable[[], bool]
    ) -> SearchResult:
        """The places in one article's text where every word stands as typed; needs no index."""

        def find() -> SearchResult:
            from bulletin_tui.services.searching import ArticleSearcher

            if self._article_searcher is None:
                self._article_searcher = ArticleSearcher()
            return self._article_searcher.find(article, typed, is_cancelled=is_cancelled)

        return await self._searching.run(find)

    async def search(self, find: Callable[[Searcher], SearchResult]) -> SearchResult:
        """What is found in the thread that has the searcher. Raises IndexUnavailableError."""
        return await self._searching.run(lambda: self._search(find))

    def ask_notes(self, typed: str, *, decodes_keys: bool) -> asyncio.Future[NotesAnswer]:
        """What the reader's own marks have to say; raises StateUnavailableError when awaited."""
        asking = self._storing.start(self._ask_notes, typed, decodes_keys=decodes_keys)
        return asyncio.wrap_future(asking)

    def _search(self, find: Callable[[Searcher], SearchResult]) -> SearchResult:
        try:
            return find(self._current_searcher())
        except IndexUnavailableError:
            self._is_current = False  # the next one opens the index again
            raise

    def _current_searcher(self) -> Searcher:
        from bulletin_tui.services.searching import Searcher

        if self._workspace is None:
            raise RuntimeError("the workspace is not open yet")
        if self._searcher is None or not self._is_current:
            self._is_current = True
            self._close_searcher()
            self._searcher = Searcher.for_workspace(self._workspace)
        return self._searcher

    def _close_searcher(self) -> None:
        searcher, self._searcher = self._searcher, None
        if searcher is not None:
            searcher.close()

    def _ask_notes(self, typed: str, *, decodes_keys: bool) -> NotesAnswer:
        from bulletin_tui.services.noting import NoteSearcher

        if self._workspace is None:
            raise RuntimeError("the workspace is not open yet")
        if self._notes is None:
            self._notes = NoteSearcher(self._workspace)
        return self._notes.ask(typed, decodes_keys=decodes_keys)


class StagedSearch:
    """One search in its two stages; both raise what the finder raises."""

    def __init__(
        self, finder: Finder, request: SearchRequest, is_cancelled: Callable[[], bool]
    ) -> None:
        self._finder = finder
        self._typed = request.typed
        self._decodes_keys = request.decodes_keys
        self._reading = request.reading
        self._is_cancelled = is_cancelled
        self._asking: asyncio.Future[NotesAnswer] | None = None
        self._strict: SearchResult | None = None

    async def find_strict(self, limit: int) -> SearchResult:
        """The articles that have every word as typed; the notes too if they are soon there."""
        from bulletin_tui.services.noting import asks_the_reader
        from bulletin_tui.services.searching import EVERYTHING, parse_query

        self._asking = self._finder.ask_notes(self._typed, decodes_keys=self._decodes_keys)
        left = EVERYTHING
        if asks_the_reader(parse_query(self._typed)):
            left = (await self._asking).restriction

        def find(searcher: Searcher) -> SearchResult:
            return searcher.find_strict(
                self._typed,
                limit=limit,
                restriction=left,
                decodes_keys=self._decodes_keys,
                reading=self._reading,
                is_cancelled=self._is_cancelled,
            )

        self._strict = await self._finder.search(find)
        await asyncio.wait([self._asking], timeout=PATIENCE_S)
        return await self._with_notes(self._strict) if self._asking.done() else self._strict

    async def find_more(self, limit: int) -> SearchResult:
        """The whole answer: what was found, below it what corrections find, and the notes."""
        from bulletin_tui.services.searching import EVERYTHING

        found = self._strict or await self.find_strict(limit)
        await asyncio.sleep(CALM_S)  # the next key would only end it
        answer = await self._notes()

        def find(searcher: Searcher) -> SearchResult:
            return searcher.find_more(
                found,
                limit=limit,
                restriction=answer.restriction if answer else EVERYTHING,
                decodes_keys=self._decodes_keys,
                reading=self._reading,
                is_cancelled=self._is_cancelled,
            )

        return await self._with_notes(await self._finder.search(find))

    async def _notes(self) -> NotesAnswer | None:
        """What the marks have to say; a database that cannot be read complains elsewhere."""
        try:
            return await self._asking if self._asking is not None else None
        except BulletinError:
            return None

    async def _with_notes(self, found: SearchResult) -> SearchResult:
        from bulletin_tui.services.noting import with_notes

        answer = await self._notes()
        return with_notes(found, answer) if answer is not None else found
