"""Ending the program: what dialogs with unsaved words promise."""

from __future__ import annotations

from typing import Protocol, runtime_checkable


@runtime_checkable
class Leaving(Protocol):
    """A screen that is asked before the program ends."""

    async def can_leave(self) -> bool:
        """Save what is unsaved; False when it could not be, and stays on the screen."""

    def unsaved(self) -> str:
        """What stands there and is not saved, as words; empty if nothing does."""
