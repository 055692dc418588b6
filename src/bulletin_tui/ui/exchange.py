"""Marks of other devices, fetched and sent while one reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from bulletin_tui.ui.lanes import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

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
        self._lane = Lane("exchange")
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

        call, run = self._database.call, self._lane.run
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

    def close(self) -> None:
        """Finish what is under way."""
        self._lane.close()
