"""A program on a pseudo-terminal, and the milliseconds from a key to the end of its next frame.

The terminal says that it knows synchronised output, so the program brackets every frame. Nothing
is done with what it paints: reading it costs the measurement as little as can be.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FRAME_END = b"\x1b[?2026l"
_SYNC_QUERY, _SYNC_ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
_TIMEOUT_S = 60.0
_POLL_S = 0.01


class TimedProgram:
    """Runs until the context is left."""

    def __init__(
        self, argv: Sequence[str], env: Mapping[str, str], size: tuple[int, int] = (120, 40)
    ) -> None:
        self._terminal, program_side = pty.openpty()
        columns, rows = size
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._process = subprocess.Popen(
            argv,
            stdin=program_side,
            stdout=program_side,
            stderr=program_side,
            env=env,
            start_new_session=True,
        )
        os.close(program_side)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._process.terminate()
        with suppress(OSError):  # the last program has left the terminal
            while self._process.poll() is None:  # it may wait for room on the terminal
                self.watch(_POLL_S)
        self._process.wait()
        os.close(self._terminal)

    def wait_for(self, content: bytes) -> float:
        """Milliseconds until `content` has been painted, and its frame finished."""
        start = time.perf_counter()
        painted = b""
        while FRAME_END not in painted[painted.find(content) :] or content not in painted:
            painted += self._read(_TIMEOUT_S)
        return (time.perf_counter() - start) * 1000

    def wait_for_words(self, words: bytes) -> None:
        """Return once `words` have been painted; a first frame need not say where it ends."""
        painted = b""
        while words not in painted:
            painted += self._read(_TIMEOUT_S)

    def key_to_frame(self, key: bytes) -> float:
        """Type `key` at a program that is at rest; milliseconds until a frame is complete."""
        self.rest()
        start = time.perf_counter()
        os.write(self._terminal, key)
        painted = b""
        while FRAME_END not in painted:
            painted += self._read(_TIMEOUT_S)
        return (time.perf_counter() - start) * 1000

    def key_to_words(self, key: bytes, words: bytes) -> tuple[float, int]:
        """Type `key` at a program that is at rest; milliseconds and frames until `words` are there.

        The frame that has them is counted, and is complete.
        """
        self.rest()
        start = time.perf_counter()
        os.write(self._terminal, key)
        painted = b""
        while words not in painted or FRAME_END not in painted[painted.find(words) :]:
            painted += self._read(_TIMEOUT_S)
        taken = (time.perf_counter() - start) * 1000
        return taken, painted[: painted.find(words)].count(FRAME_END) + 1

    @property
    def processor_ms(self) -> float:
        """Milliseconds of processor time that the program has taken, to some 10 ms (Linux)."""
        stat = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8")
        user, system = stat.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) * 1000 / os.sysconf("SC_CLK_TCK")

    @property
    def processes(self) -> list[int]:
        """The ids of the program and of its children (Linux)."""
        first = self._process.pid
        children = Path(f"/proc/{first}/task/{first}/children").read_text(encoding="ascii")
        return [first, *map(int, children.split())]

    def type(self, key: bytes) -> None:
        """Type without waiting for anything."""
        os.write(self._terminal, key)

    def rest(self, seconds: float = 0.05) -> None:
        """Read until the program has painted nothing for this long."""
        while select.select([self._terminal], [], [], seconds)[0]:
            self._read(0)

    def watch(self, seconds: float) -> None:
        """Read whatever is painted for this long."""
        deadline = time.perf_counter() + seconds
        while (left := deadline - time.perf_counter()) > 0:
            if select.select([self._terminal], [], [], left)[0]:
                self._read(0)

    def _read(self, timeout: float) -> bytes:
        if not select.select([self._terminal], [], [], timeout)[0]:
            raise TimeoutError("the program painted nothing")
        chunk = os.read(self._terminal, 65536)
        if _SYNC_QUERY in chunk:
            os.write(self._terminal, _SYNC_ANSWER)
        return chunk
