"""Signals that ask the program to end: answered in order, and if nothing moves any more, at last.

A terminal that is open and not read holds up all that paints, and with it the event loop.
"""

from __future__ import annotations

import os
import signal
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

STATUS_OF_SIGNALS = 128
"""What shells add to the number of a signal that ended a program."""
PATIENCE_S = 5.0
"""How long ending in order may take."""


class Ending:
    """Ends the program when the system asks for it; what marks were made is saved long before."""

    def __init__(self, leave: Callable[[signal.Signals], object]) -> None:
        self._leave = leave
        self._last: Timer | None = None

    def listen(self, loop: asyncio.AbstractEventLoop) -> None:
        """Have `leave` called in the loop for each signal that is not ignored, as with `nohup`."""

        def answer(number: int, _frame: object) -> None:
            self._be_patient(STATUS_OF_SIGNALS + number)
            loop.call_soon_threadsafe(self._leave, signal.Signals(number))

        for number in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, answer)

    def stay(self) -> None:
        """The program goes on: something is unsaved that somebody can still save."""
        if self._last is not None:
            self._last.cancel()
            self._last = None

    def _be_patient(self, status: int) -> None:
        self.stay()
        self._last = Timer(PATIENCE_S, os._exit, (status,))
        self._last.daemon = True
        self._last.start()
