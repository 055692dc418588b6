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
from textual.events import Paste

if TYPE_CHECKING:
    from codecs import IncrementalDecoder
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from textual.app import App
    from textual.message import Message

_TURN_S = 0.1
"""How long keys are waited for before the clock of lone Esc keys is looked at."""
_MOST_BYTES = 4096
_ESC = "\x1b"
_PASTED_ESC = "\udc1b"
"""What stands for an Esc in a paste on its way through the parser; no text has it."""
_PASTE_START = "\x1b[200~"
_PASTE_END = "\x1b[201~"


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
        parser = KeyParser(debug=self._debug)
        while not self.exit_event.is_set():
            try:
                for message in _read(self.fileno, decoder, parser):
                    self.process_message(message)
            except (ParseError, ValueError, ArithmeticError):
                parser = KeyParser(debug=self._debug)

    def write(self, data: str) -> None:
        """Put `data` on the terminal, if there still is one."""
        if not is_hung_up(sys.__stdin__):
            super().write(data)

    def _sigcont_application(self, *signal_and_frame: object) -> None:
        if not is_hung_up(sys.__stdin__):
            super()._sigcont_application(*signal_and_frame)


class KeyParser:
    """Textual's parser, for which nothing that is pasted is a key.

    Alone it would take the letters after an Esc in a paste for typed ones. Not every terminal keeps
    Esc out of pastes: tmux pastes what it was given.
    """

    def __init__(self, *, debug: bool = False) -> None:
        self._parser = XTermParser(debug)
        self._is_pasting = False
        self._last = ""
        """What may be the beginning of a bracket; in a paste the parser does not have it yet."""

    def feed(self, text: str) -> Iterator[Message]:
        """What has come in. Raises ParseError, ValueError and ArithmeticError."""
        while text:
            come, text = self._cut(text)
            for message in self._parser.feed(come) if come else ():  # "" is the end of all
                if isinstance(message, Paste):
                    message.text = message.text.replace(_PASTED_ESC, _ESC)
                yield message

    def tick(self) -> Iterable[Message]:
        """What was waited for in vain: a lone Esc."""
        return self._parser.tick()

    def _cut(self, text: str) -> tuple[str, str]:
        """What the parser is to have next, and what is left for later."""
        bracket = _PASTE_END if self._is_pasting else _PASTE_START
        before, is_whole, after = (self._last + text).partition(bracket)
        passed = 0 if self._is_pasting else len(self._last)
        self._last = "" if is_whole else _beginning_of(bracket, before)
        if self._is_pasting:
            held = len(self._last)
            before = before[: len(before) - held].replace(_ESC, _PASTED_ESC)
        self._is_pasting ^= bool(is_whole)
        return (before + is_whole)[passed:], after


def _beginning_of(bracket: str, text: str) -> str:
    """As much of `bracket` as stands at the end of `text`."""
    lengths = range(len(bracket) - 1, 0, -1)
    return next((bracket[:n] for n in lengths if text.endswith(bracket[:n])), "")


def _read(fileno: int, decoder: IncrementalDecoder, parser: KeyParser) -> Iterator[Message]:
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
