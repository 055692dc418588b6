"""A terminal that is open, but takes nothing in any more, as over a line that stands still."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.ui.signals import DONE_WITHIN_S, GIVEN_BACK_WITHIN_S

if TYPE_CHECKING:
    from pathlib import Path

BULLETIN = (sys.executable, "-m", "bulletin_tui")
PATIENCE_S = 60


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_that_nobody_reads_still_ends_soon_when_it_is_asked_to(
    tmp_path: Path, number: signal.Signals
) -> None:
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (50, 150))
    environment = {"HOME": str(tmp_path), "LANG": "C.UTF-8", "TERM": "xterm-256color"}
    with os.fdopen(ours, "wb", buffering=0), os.fdopen(theirs, "rb") as terminal:
        program = subprocess.Popen(
            BULLETIN, env=environment, stdin=terminal, stdout=terminal, stderr=terminal
        )
        try:
            _read_until(ours, b"min left")
            os.write(ours, b"J" * 300)
            _wait_until_full(ours)
            program.send_signal(number)
            assert program.wait(DONE_WITHIN_S - GIVEN_BACK_WITHIN_S) == 128 + number
        finally:
            program.kill()
            program.wait()


def _wait_until_full(terminal: int) -> None:
    """Wait until what waits to be read has been the same for a while."""
    before, waiting = -1, 0
    while waiting != before:
        time.sleep(2)
        answer = fcntl.ioctl(terminal, termios.FIONREAD, b"\0" * 4)
        before, waiting = waiting, int.from_bytes(answer, sys.byteorder)


def _read_until(terminal: int, words: bytes) -> None:
    seen = b""
    while words not in seen:
        ready, _writable, _failed = select.select([terminal], [], [], PATIENCE_S)
        assert ready
        seen += os.read(terminal, 65536)
