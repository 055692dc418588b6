"""Threads in which calls run one after the other, off the event loop."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Thread
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")

PATIENCE_S = 1.0
"""For a call that hangs, once nobody wants its result any more."""


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


class HangingLane:
    """A lane whose calls may hang, on a folder that never answers perhaps.

    The program ends without such a call: unlike those of an executor its thread is not waited for.
    """

    def __init__(self, name: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    async def run(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of `call`, which runs in the lane's thread."""

        async def result() -> T:
            return call(*args, **kwargs)

        future = asyncio.run_coroutine_threadsafe(result(), self._loop)
        return await asyncio.wrap_future(future)

    def end(self) -> None:
        """Take nothing more; what is under way may still come to its end."""
        self._loop.call_soon_threadsafe(self._loop.stop)

    def close(self) -> None:
        """Finish what is under way, unless that takes too long, and take nothing more."""
        self.end()
        self._thread.join(PATIENCE_S)

    def _work(self) -> None:
        self._loop.run_forever()
        self._loop.close()
