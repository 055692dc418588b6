"""Work off the event loop: one thread owns the database, another one searches.

Nothing that runs in a lane touches a widget.
"""

from __future__ import annotations

import asyncio
from threading import Event
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from bulletin_tui.errors import BulletinError
from bulletin_tui.model.library import Library
from bulletin_tui.ui.exchange import BackgroundExchange
from bulletin_tui.ui.finder import Finder
from bulletin_tui.ui.importing import BackgroundImport
from bulletin_tui.ui.indexing import BackgroundIndexing
from bulletin_tui.ui.lanes import Lane
from bulletin_tui.ui.marks import Marks
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from bulletin_tui.errors import IndexUnavailableError
    from bulletin_tui.paths import Paths
    from bulletin_tui.services.reading import Resumed
    from bulletin_tui.services.watching import LibraryWatch
    from bulletin_tui.services.workspace import Workspace
    from bulletin_tui.settings import Settings

P = ParamSpec("P")
T = TypeVar("T")


class Session:
    """The workspace as the interface reaches it: every call runs where the database lives."""

    def __init__(self, paths: Paths, settings: Settings) -> None:
        self.paths = paths
        self.settings = settings
        self._storing = Lane("store")
        self.finder = Finder(self._storing)
        self.marks = Marks(self._storing)
        self.indexing = BackgroundIndexing(paths, settings.language)
        self.exchange = BackgroundExchange(self)
        self.importing = BackgroundImport(paths)
        self.watch: LibraryWatch | None = None
        """Set by who wants to hear of changes."""
        self.read_so_far = (0, 0)
        """Files that were read since opening began, and all there are; 0, 0 if unknown."""
        self._workspace: Workspace | None = None
        self._reading = Lane("read")
        self._drafting = Lane("drafts")
        self._closing = Event()
        self._opening: asyncio.Future[Resumed] | None = None
        self._last: Future[object] | None = None

    @property
    def workspace(self) -> Workspace:
        """The open workspace; only its immutable `library` may be read outside the lane."""
        if self._workspace is None:
            raise RuntimeError("the workspace is not open yet")
        return self._workspace

    @property
    def saved_words(self) -> str:
        """What a reader is told once something is saved."""
        keeps = self.workspace.store.keeps
        return _("Saved.") if keeps else _("Kept only until the program ends.")

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
        return await asyncio.shield(self._opening)

    async def is_soon_open(self, seconds: float) -> bool:
        """Whether opening comes to an end, good or bad, within this time."""
        if self._opening is None:
            return False
        done, _pending = await asyncio.wait([self._opening], timeout=seconds)
        return bool(done)

    def _open(self, article_id: str | None) -> Resumed:
        from bulletin_tui.services import reading, workspace

        self._workspace = workspace.open_workspace(
            self.paths,
            self.settings,
            list_later=True,
            is_stopped=self._closing.is_set,
            on_read=self._note_read,
        )
        self.finder.use(self._workspace)
        self.marks.use(self._workspace)
        return reading.resume(self._workspace, article_id)

    def _note_read(self, done: int, total: int) -> None:
        self.read_so_far = (done, total)

    async def reload(self) -> Library:
        """Read every file again, and use what is there now; marks are saved meanwhile."""
        from bulletin_tui.services.opening import read_into_memory
        from bulletin_tui.services.workspace import reload_library

        stacks = await self._reading.run(read_into_memory, self.paths, self._closing.is_set)
        library = await self.call(reload_library, stacks)
        self.finder.use(self.workspace)
        return library

    async def do_without_index(self, reason: IndexUnavailableError) -> bool:
        """Read the library into memory, for this reason; False if the index has more of it.

        Raises IndexUnavailableError if nothing can be read.
        """
        from bulletin_tui.services.folders import build_order
        from bulletin_tui.services.unindexed import read_unindexed, serves
        from bulletin_tui.services.workspace import use_stacks

        if await self._reading.run(serves, self.paths):
            return False
        order = await self._reading.run(build_order, self.paths)
        is_stopped = self._closing.is_set
        stacks = await self._reading.run(read_unindexed, order, reason, is_stopped)
        await self.call(use_stacks, stacks)
        self.finder.use(self.workspace)
        return True

    async def call(
        self, journey: Callable[Concatenate[Workspace, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """The result of a service's function, called with the workspace in the database's thread.

        Raises whatever the journey raises, and what `open` raises where it is not open yet.
        """
        await self.open()
        return await self._storing.run(journey, self.workspace, *args, **kwargs)

    async def call_for_draft(
        self, journey: Callable[Concatenate[Workspace, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """The result of a function that keeps or drops a draft: it does not wait for the database.

        Raises whatever the journey raises.
        """
        return await self._drafting.run(journey, self.workspace, *args, **kwargs)

    def call_at_last(
        self,
        journey: Callable[Concatenate[Workspace, P], object],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Have a service's function called while the program ends; `close` waits for it."""
        if self._workspace is not None:
            self._last = self._storing.start(journey, self._workspace, *args, **kwargs)

    def after_all(self, then: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> None:
        """Have this called once all that was asked for is done; in the database's thread."""
        self._storing.start(then, *args, **kwargs)

    def close(self) -> BulletinError | None:
        """Finish what is under way, then close the database and end the threads.

        Blocks; to be called when the event loop has ended. Returns what went wrong at last.
        """
        self._closing.set()
        if self.watch is not None:
            self.watch.close()
        self.indexing.ask_to_stop()
        self.importing.close()
        self._reading.close()
        self._drafting.close()
        self.exchange.close()
        self.finder.close()
        if self._opening is not None:
            self._storing.start(self._close_workspace)
        self._storing.close()
        self.indexing.close()
        failure = self._last.exception() if self._last is not None else None
        return failure if isinstance(failure, BulletinError) else None

    def _close_workspace(self) -> None:
        if self._workspace is not None:
            self._workspace.close()
