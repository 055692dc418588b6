"""Ending the program: what dialogs with unsaved words promise, and how they keep it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine


@runtime_checkable
class Leaving(Protocol):
    """A screen that is asked before the program ends."""

    async def can_leave(self) -> bool:
        """Save what is unsaved; False when it could not be, and stays on the screen."""

    def unsaved(self) -> str:
        """What stands there and is not saved, as words; empty if nothing does."""


class Saving:
    """One save at a time: whoever asks for it again meanwhile waits for that one."""

    def __init__(self) -> None:
        self._under_way: asyncio.Future[bool] | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether something is being saved now."""
        return self._under_way is not None and not self._under_way.done()

    async def join(self, save: Callable[[], Coroutine[None, None, bool]]) -> bool:
        """Whether it is saved."""
        if self._under_way is None or not self.is_under_way:
            self._under_way = asyncio.ensure_future(save())
        return await asyncio.shield(self._under_way)

    async def end(self) -> None:
        """Return once nothing is being saved any more, however that went."""
        if self._under_way is not None:
            await asyncio.wait([self._under_way])
