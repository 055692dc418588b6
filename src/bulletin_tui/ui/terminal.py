"""Textual's way to the terminal: it lives with bytes that are no keys, and without a terminal."""

from __future__ import annotations

import os
import select
import sys
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from codecs import IncrementalDecoder
    from collections.abc import Iterator
    from typing import TextIO

    from textual.app import App
    from textual.message import Message

_TURN_S = 0.1
"""How long keys are waited for before the clock of lone Esc keys is looked at."""
_MOST_BYTES = 4096


class TerminalDriver(LinuxDriver):
    """Writes to a terminal as long as it is there.

    The thread that writes ends over one that is gone, and whoever goes on would wait for it for
    ever. A hang-up is followed by SIGCONT, at which the terminal would even be taken once more.

    What comes in that is no UTF-8, or no sequence that can be read, stands for no key.
    """

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Paint on stdout where Textual's stderr is no terminal, as behind `2>errors`."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if not os.isatty(2) and sys.__stdout__ is not None:
            self._file = sys.__stdout__

    def run_input_thread(self) -> None:
        """Announce keys, pastes and the mouse until the program ends."""
        decoder = getincrementaldecoder("utf-8")("ignore")
        parser = XTermParser(self._debug)
        while not self.exit_event.is_set():
            try:
                for message in _read(self.fileno, decoder, parser):
                    self.process_message(message)
            except (ParseError, ValueError, OverflowError):
                parser = XTermParser(self._debug)

    def write(self, data: str) -> None:
        """Put `data` on the terminal, if there still is one."""
        if not is_hung_up(sys.__stdin__):
            super().write(data)

    def _sigcont_application(self, *signal_and_frame: object) -> None:
        if not is_hung_up(sys.__stdin__):
            super()._sigcont_application(*signal_and_frame)


def _read(fileno: int, decoder: IncrementalDecoder, parser: XTermParser) -> Iterator[Message]:
    """What was typed, as soon as something is. Raises what the parser raises, and OSError."""
    if _is_ready(fileno):
        text = decoder.decode(os.read(fileno, _MOST_BYTES))
        if text:
            yield from parser.feed(text)
    yield from parser.tick()


def _is_ready(fileno: int) -> bool:
    ready, _writable, _failed = select.select([fileno], [], [], _TURN_S)
    return bool(ready)


def is_hung_up(stream: TextIO | None) -> bool:
    """Whether the other end of a terminal or a pipe is closed for good."""
    if stream is None or stream.closed:
        return False
    poll = select.poll()
    poll.register(stream.fileno(), 0)
    return any(event & select.POLLHUP for _file, event in poll.poll(0))
