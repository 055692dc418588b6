"""What a dialog with unsaved words promises when the program is asked to end."""

from __future__ import annotations

from typing import Protocol, runtime_checkable


@runtime_checkable
class Leaving(Protocol):
    """A screen that is asked before the program ends."""

    async def can_leave(self) -> bool:
        """Save what is unsaved; False when it could not be, and stays on the screen."""
