"""Marks of other devices, fetched and sent while one reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from bulletin_tui.ui.lanes import HangingLane

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from bulletin_tui.services.workspace import Workspace

P = ParamSpec("P")
T = TypeVar("T")


class DatabaseCalls(Protocol):
    """Whoever can call a service in the thread of the database."""

    async def call(
        self, journey: Callable[Concatenate[Workspace, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """The result of a service's function. Raises whatever it raises."""


class BackgroundExchange:
    """Exchanges marks through the folder, which is touched in a thread of its own alone."""

    def __init__(self, database: DatabaseCalls) -> None:
        self._database = database
        self._lane = HangingLane("exchange")
        self._is_busy = False
        self._seen: object = None

    async def run(self) -> int:
        """Take in what is new and put our log there; returns how much came.

        Does nothing while an exchange is under way, or nothing has changed since the last one.
        Raises BulletinError when the folder cannot be used, and NotSavedError.
        """
        if self._is_busy:
            return 0
        self._is_busy = True
        try:
            return await self._exchange()
        finally:
            self._is_busy = False

    async def _exchange(self) -> int:
        from bulletin_tui.services import syncing  # most readers have one device

        call, run = self._database.call, self._run
        errand = await call(syncing.plan)
        if errand is None or (found := await run(syncing.state_of, errand)) == self._seen:
            return 0
        received = 0
        news = syncing.fetch(errand)
        while (piece := await run(next, news, None)) is not None:
            received += await call(syncing.take_in, piece)
        errand = await call(syncing.plan) or errand
        await run(syncing.put_there, errand)
        # What came meanwhile is news the next time, and so is what was put there: it costs a look.
        self._seen = found
        return received

    async def use_folder(self, paths: Paths, folder: Path) -> tuple[Path, bool]:
        """Exchange through this folder from now on, also while the one until now hangs.

        Returns it as it is kept, and whether it had to be made. Raises UsageError for a folder that
        cannot serve, and NotSavedError.
        """
        from bulletin_tui.services import syncing

        self._lane.end()
        self._lane, self._is_busy = HangingLane("exchange"), False
        is_new = await self._run(syncing.is_missing, folder)
        chosen = await self._run(syncing.make_folder, paths, folder)
        await self._database.call(syncing.choose_folder, chosen)
        return chosen, is_new

    async def _run(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._lane.run(call, *args, **kwargs)

    def close(self) -> None:
        """Finish what is under way, unless the folder hangs: what is saved goes there later."""
        self._lane.close()
