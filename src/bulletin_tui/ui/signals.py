"""Signals that ask the program to end: answered in order, and if nothing moves any more, at last.

A terminal that is open and not read holds up all that paints, and with it the event loop.
"""

from __future__ import annotations

import os
import signal
from threading import Timer
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable
    from types import FrameType

    Handler: TypeAlias = Callable[[int, FrameType | None], object] | int | signal.Handlers

STATUS_OF_SIGNALS = 128
"""What shells add to the number of a signal that ended a program."""
ANSWERED_WITHIN_S = 5.0
"""By the event loop; one that is held up for longer is not waited for."""
DONE_WITHIN_S = 40.0
"""Ending in order: saving a note and the place may each wait for a locked database."""

GIVEN_BACK_WITHIN_S = 5.0
"""The terminal, and the threads and processes that only read."""


class Ending:
    """Ends the program when the system asks for it."""

    def __init__(self, leave: Callable[[signal.Signals], object]) -> None:
        self._leave = leave
        self._last: Timer | None = None
        self._before: dict[signal.Signals, Handler | None] = {}

    def listen(self, loop: asyncio.AbstractEventLoop) -> None:
        """Have `leave` called in the loop for each signal that is not ignored, as with `nohup`."""

        def answer(number: int, _frame: object) -> None:
            if self._last is None:
                self._end_in(ANSWERED_WITHIN_S, STATUS_OF_SIGNALS + number)
            if not loop.is_closed():
                loop.call_soon_threadsafe(self._leave, signal.Signals(number))

        # Ctrl+C is a key here; an interrupt comes from outside.
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, answer)

    def begin(self, status: int) -> None:
        """The event loop moves: there is time to end in order."""
        self._end_in(DONE_WITHIN_S, status)

    def finish(self, status: int) -> None:
        """All is saved: what is left is to give the terminal back, and nobody may take it."""
        self._end_in(GIVEN_BACK_WITHIN_S, status)

    def stay(self) -> None:
        """The program goes on: something is unsaved that somebody can still save."""
        if self._last is not None:
            self._last.cancel()
            self._last = None

    def close(self) -> None:
        """Leave signals to whoever had them before."""
        self.stay()
        for number, handler in self._before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        self._before.clear()

    def _end_in(self, seconds: float, status: int) -> None:
        self.stay()
        self._last = Timer(seconds, os._exit, (status,))
        self._last.daemon = True
        self._last.start()
