"""Textual's way to the terminal, which gives up writing once there is no terminal any more."""

from __future__ import annotations

import select
import sys
from typing import TYPE_CHECKING

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from typing import TextIO


class TerminalDriver(LinuxDriver):
    """Writes to a terminal as long as it is there.

    The thread that writes ends over one that is gone, and whoever goes on would wait for it for
    ever. A hang-up is followed by SIGCONT, at which the terminal would even be taken once more.
    """

    def write(self, data: str) -> None:
        """Put `data` on the terminal, if there still is one."""
        if not is_hung_up(sys.__stdin__):
            super().write(data)

    def _sigcont_application(self, *signal_and_frame: object) -> None:
        if not is_hung_up(sys.__stdin__):
            super()._sigcont_application(*signal_and_frame)


def is_hung_up(stream: TextIO | None) -> bool:
    """Whether the other end of a terminal or a pipe is closed for good."""
    if stream is None or stream.closed:
        return False
    poll = select.poll()
    poll.register(stream.fileno(), 0)
    return any(event & select.POLLHUP for _file, event in poll.poll(0))
