"""Run a program on a real pseudo-terminal, type at it, and read the screen it paints.

The kit is the terminal: it answers queries, and shows synchronised frames only when whole.
"""

from __future__ import annotations

import base64
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import threading
from typing import TYPE_CHECKING, Self

import pyte

if TYPE_CHECKING:
    import signal
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

DEFAULT_TIMEOUT = 20.0
"""Seconds; generous, because it is only ever spent by a test that fails."""

# Makes the pseudo-terminal the controlling one, so that resizes and Ctrl+C are signals.
_TAKE_THE_TERMINAL = (
    "import fcntl, os, sys, termios;"
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    "os.execvp(sys.argv[1], sys.argv[1:])"
)
_FRAME_BEGIN = b"\x1b[?2026h"
_FRAME_END = b"\x1b[?2026l"
_ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
    b"\x1b[?u": b"\x1b[?0u",
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[>c": b"\x1b[>0;0;0c",
    b"\x1b[6n": b"\x1b[1;1R",
}
_QUERY = re.compile(b"|".join(re.escape(query) for query in _ANSWERS))
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]P_^X][^\x07\x1b]{0,65536}\x1b?)?\Z")
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<=>][0-?]*[ -/]*[@-~]")
_CLIPBOARD = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")


class Program:
    """A running program and the terminal around it; leaving the context ends it."""

    def __init__(
        self, argv: Sequence[str], *, home: Path, size: tuple[int, int], env: Mapping[str, str]
    ) -> None:
        self._columns, self._rows = size
        self._screen = pyte.Screen(self._columns, self._rows)
        self._stream = pyte.ByteStream(self._screen)
        self._raw = bytearray()
        self._unfinished = b""
        self._frames = 0
        self._hung_up = False
        self._changed = threading.Condition()
        self._master, program_side = pty.openpty()
        self._set_window_size()
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _TAKE_THE_TERMINAL, *argv],
            stdin=program_side,
            stdout=program_side,
            stderr=program_side,
            cwd=home,
            env=_environment(home, env),
            start_new_session=True,
        )
        os.close(program_side)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The program's process id."""
        return self._process.pid

    @property
    def raw(self) -> bytes:
        """Every byte written to the terminal so far."""
        with self._changed:
            return bytes(self._raw)

    @property
    def frames(self) -> int:
        """How many synchronised frames were completed; the first painting may come before them."""
        with self._changed:
            return self._frames

    @property
    def lines(self) -> list[str]:
        """The screen's rows, without the blanks at their ends."""
        with self._changed:
            return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the terminal's cursor, from 0."""
        with self._changed:
            return self._screen.cursor.x, self._screen.cursor.y

    @property
    def copied(self) -> list[str]:
        """What was sent to the clipboard with OSC 52, oldest first."""
        return [base64.b64decode(found).decode() for found in _CLIPBOARD.findall(self.raw)]

    def send(self, data: bytes | str) -> None:
        """Type `data`, in one write."""
        os.write(self._master, data.encode() if isinstance(data, str) else data)

    def click(self, column: int, row: int) -> None:
        """Press and release the left button on a cell, counted from 0."""
        place = f"0;{column + 1};{row + 1}"
        self.send(f"\x1b[<{place}M\x1b[<{place}m")

    def resize(self, columns: int, rows: int) -> None:
        """Change the window's size; the program gets SIGWINCH."""
        with self._changed:
            self._columns, self._rows = columns, rows
            self._screen.resize(rows, columns)
        self._set_window_size()

    def wait_for(
        self, is_there: Callable[[Program], bool], what: str, timeout: float = DEFAULT_TIMEOUT
    ) -> None:
        """Return once `is_there`; AssertionError with the screen after `timeout` seconds."""
        with self._changed:
            self._changed.wait_for(lambda: is_there(self) or self._hung_up, timeout)
            if not is_there(self):
                raise AssertionError(f"not seen: {what}; on screen:\n{self.text}")

    def wait_for_text(self, text: str, timeout: float = DEFAULT_TIMEOUT) -> None:
        """Return once `text` stands in one row of the screen."""
        self.wait_for(lambda now: text in now.text, repr(text), timeout)

    def wait_for_frames(self, count: int, timeout: float = DEFAULT_TIMEOUT) -> None:
        """Return once `count` frames in all have been completed."""
        self.wait_for(lambda now: now.frames >= count, f"frame {count}", timeout)

    def wait_for_exit(self, timeout: float = DEFAULT_TIMEOUT) -> int:
        """The exit status (negative: the signal), once everything written has been read."""
        status = self._process.wait(timeout)
        self._reader.join(timeout)
        return status

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def close(self) -> None:
        """End the program if it still runs, and hang up."""
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(5)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._reader.join(1)
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def _set_window_size(self) -> None:
        size = struct.pack("HHHH", self._rows, self._columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    def _read(self) -> None:
        while True:
            try:
                chunk = os.read(self._master, 65536)
            except OSError:  # how Linux reports that the last writer has gone
                chunk = b""
            with self._changed:
                self._take(chunk)
                self._hung_up = not chunk
                self._changed.notify_all()
            if not chunk:
                return

    def _take(self, chunk: bytes) -> None:
        self._raw += chunk
        data = self._unfinished + chunk
        cut = _whole(data) if chunk else len(data)
        data, self._unfinished = data[:cut], data[cut:]
        self._frames += data.count(_FRAME_END)
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))
        for query in _QUERY.findall(data):
            os.write(self._master, _ANSWERS[query])


def _whole(data: bytes) -> int:
    """How much of `data` can be shown: up to an open frame or an unfinished sequence."""
    opened = data.rfind(_FRAME_BEGIN)
    if opened > data.rfind(_FRAME_END):
        return opened
    unfinished = _UNFINISHED.search(data)
    return unfinished.start() if unfinished else len(data)


def start(
    argv: Sequence[str],
    *,
    home: Path,
    size: tuple[int, int] = (100, 30),
    env: Mapping[str, str] | None = None,
) -> Program:
    """Start `argv` in a terminal of `size` (columns, rows), with `home` as HOME and folder.

    Nothing of the caller's environment is passed on but PATH; `env` is added.
    """
    return Program(argv, home=home, size=size, env=env or {})


def _environment(home: Path, extra: Mapping[str, str]) -> dict[str, str]:
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "TEXTUAL_ANIMATIONS": "none",
        **extra,
    }
