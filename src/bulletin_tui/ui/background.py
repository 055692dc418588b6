"""Work off the event loop: one thread owns the database, another one searches.

Nothing that runs in a lane touches a widget.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from bulletin_tui.errors import BulletinError
from bulletin_tui.model.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable

    from bulletin_tui.model.article import Article
    from bulletin_tui.model.search import SearchResult
    from bulletin_tui.paths import Paths
    from bulletin_tui.services.reading import Resumed
    from bulletin_tui.services.searching import Searcher
    from bulletin_tui.services.workspace import Workspace
    from bulletin_tui.settings import Settings

P = ParamSpec("P")
T = TypeVar("T")


class Lane:
    """A thread of its own in which calls run one after the other."""

    def __init__(self, name: str) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    def start(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have `call` run when its turn comes."""
        return self._executor.submit(call, *args, **kwargs)

    async def run(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of `call`, which runs in the lane's thread."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, lambda: call(*args, **kwargs))

    def close(self) -> None:
        """Finish what is under way and take nothing more."""
        self._executor.shutdown(wait=True, cancel_futures=False)


class Session:
    """The workspace as the interface reaches it: every call runs where the database lives."""

    def __init__(self, paths: Paths, settings: Settings) -> None:
        self.paths = paths
        self.settings = settings
        self._searching = Lane("search")
        self._storing = Lane("store")
        self._workspace: Workspace | None = None
        self._opening: asyncio.Future[Resumed] | None = None
        self._last: Future[object] | None = None
        self._searcher: Searcher | None = None
        self._searched: tuple[Article, ...] = ()

    @property
    def workspace(self) -> Workspace:
        """The open workspace; only its immutable `library` may be read outside the lane."""
        if self._workspace is None:
            raise RuntimeError("the workspace is not open yet")
        return self._workspace

    @property
    def library(self) -> Library:
        """The articles as they are now; empty until `open` has finished."""
        return self._workspace.library if self._workspace else Library()

    def start_opening(self, article_id: str | None) -> asyncio.Future[Resumed]:
        """Begin to open the database, to read the articles, and to find the one to go on with."""
        self._opening = asyncio.ensure_future(self._storing.run(self._open, article_id))
        return self._opening

    async def open(self) -> Resumed:
        """What to start with, once the workspace is open.

        Raises StateUnavailableError, and ArticleNotFoundError for an article asked for.
        """
        if self._opening is None:
            raise RuntimeError("nobody began to open the workspace")
        return await self._opening

    async def is_soon_open(self, seconds: float) -> bool:
        """Whether opening comes to an end, good or bad, within this time."""
        if self._opening is None:
            return False
        done, _pending = await asyncio.wait([self._opening], timeout=seconds)
        return bool(done)

    def _open(self, article_id: str | None) -> Resumed:
        from bulletin_tui.services import reading, workspace

        self._workspace = workspace.open_workspace(self.paths, self.settings, list_later=True)
        return reading.resume(self._workspace, article_id)

    async def reload(self) -> Library:
        """Read every file again, and use what is there now."""
        from bulletin_tui.services.workspace import reload_library

        return await self.call(reload_library)

    async def call(
        self, journey: Callable[Concatenate[Workspace, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """The result of a service's function, called with the workspace in the database's thread.

        Raises whatever the journey raises.
        """
        return await self._storing.run(journey, self.workspace, *args, **kwargs)

    async def find_strict(
        self,
        typed: str,
        article_id: str | None,
        *,
        limit: int,
        is_cancelled: Callable[[], bool],
    ) -> SearchResult:
        """What the library, or one article of it, has for the words exactly as typed."""

        def find() -> SearchResult:
            return self._current_searcher().find_strict(
                typed, article_id=article_id, limit=limit, is_cancelled=is_cancelled
            )

        return await self._searching.run(find)

    async def find_more(
        self, found: SearchResult, *, limit: int, is_cancelled: Callable[[], bool]
    ) -> SearchResult:
        """What `find_strict` found, and below it what corrections find."""

        def find() -> SearchResult:
            searcher = self._current_searcher()
            return searcher.find_more(found, limit=limit, is_cancelled=is_cancelled)

        return await self._searching.run(find)

    def _current_searcher(self) -> Searcher:
        from bulletin_tui.services.searching import Searcher

        articles = self.workspace.stacks.articles
        if self._searcher is None or self._searched is not articles:
            self._searcher, self._searched = Searcher(articles), articles
        return self._searcher

    def call_at_last(
        self,
        journey: Callable[Concatenate[Workspace, P], object],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Have a service's function called while the program ends; `close` waits for it."""
        if self._workspace is not None:
            self._last = self._storing.start(journey, self._workspace, *args, **kwargs)

    def close(self) -> BulletinError | None:
        """Finish what is under way, then close the database and end both threads.

        Blocks; to be called when the event loop has ended. Returns what went wrong at last.
        """
        self._searching.close()
        if self._opening is not None:
            self._storing.start(self._close_workspace)
        self._storing.close()
        failure = self._last.exception() if self._last is not None else None
        return failure if isinstance(failure, BulletinError) else None

    def _close_workspace(self) -> None:
        if self._workspace is not None:
            self._workspace.close()
