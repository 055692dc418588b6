"""Ending the program: what dialogs with unsaved words promise, and a terminal that is no more."""

from __future__ import annotations

import select
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from typing import TextIO


@runtime_checkable
class Leaving(Protocol):
    """A screen that is asked before the program ends."""

    async def can_leave(self) -> bool:
        """Save what is unsaved; False when it could not be, and stays on the screen."""


def is_hung_up(stream: TextIO | None) -> bool:
    """Whether the other end of a terminal or a pipe is closed for good."""
    if stream is None or stream.closed:
        return False
    poll = select.poll()
    poll.register(stream.fileno(), 0)
    return any(event & select.POLLHUP for _file, event in poll.poll(0))
