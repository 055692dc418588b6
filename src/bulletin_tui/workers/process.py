"""One process that answers lines with lines, as seen by the one that started it."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.words import _, language_in_use
from bulletin_tui.workers.answers import READY, Refusal, find_refusal
from bulletin_tui.workers.command import cannot_start, command_for, piped
from bulletin_tui.workers.limits import ran_too_long, was_ended_from_outside

if TYPE_CHECKING:
    from pathlib import Path

MODULE = "bulletin_tui.workers.prepare"
"""Reads files and prepares their articles."""
MOST_STARTS = 3
"""A process that was ended from outside before it took an order is started so often in all."""
_WORDS_MODULE = "bulletin_tui.workers.find_words"


class Task(NamedTuple):
    """What a process is to answer."""

    position: int
    """In the order of the answers."""
    order: str
    """A short line in ASCII."""


class WorkerProcess:
    """Takes orders and gives one line for each, in order, until it ends over one of them.

    One thread gives and waits for answers; another one may look at the time and end it.
    Raises IndexUnavailableError if the system starts no process.
    """

    def __init__(self, module: str, *arguments: str) -> None:
        self.waiting: deque[Task] = deque()
        """What was given and not answered yet, oldest first."""
        self._owes_since = time.monotonic()
        self._is_overdue = False
        self._process = _start(module, *arguments)

    def make_ready(self) -> bool:
        """Wait until it takes orders; False if it was ended from outside before that.

        Raises IndexUnavailableError if it does not start, for the reason that it gives.
        """
        line = self._read()
        if line == READY:
            return True
        refusal = find_refusal(line) if line is not None else None
        if refusal is not None:
            raise IndexUnavailableError(refusal.reason)
        if was_ended_from_outside(self._process.wait()):
            return False
        raise IndexUnavailableError(
            _("The processes that read articles cannot be started."),
            advice=_("Install the program again."),
        )

    def give(self, task: Task) -> None:
        """Have it answer this; does not wait as long as few are waiting."""
        if not self.waiting:
            self._owes_since = time.monotonic()
        self.waiting.append(task)
        stdin = piped(self._process.stdin)
        with suppress(BrokenPipeError):  # it has ended: `answer` tells
            stdin.write(task.order.encode("ascii") + b"\n")
            stdin.flush()

    def answer(self) -> str | None:
        """The line about the oldest task, once it is there; None if the process has ended."""
        line = self._read()
        if line is not None:
            self.waiting.popleft()
            self._owes_since = time.monotonic()
        return line

    def owes_for_s(self) -> float:
        """For how long it has not answered."""
        return time.monotonic() - self._owes_since if self.waiting else 0.0

    def give_up(self) -> None:
        """End it because its answer is overdue."""
        self._is_overdue = True
        self.kill()

    def why_it_ended(self) -> Refusal:
        """Why there is no answer about the task that it ended over; waits until it has ended."""
        returncode = self._process.wait()
        if self._is_overdue or ran_too_long(returncode):
            return Refusal(_("Reading it took too long."), is_passing=False)
        is_passing = was_ended_from_outside(returncode)
        return Refusal(_("The process that read it was ended."), is_passing=is_passing)

    def kill(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()

    def close(self) -> None:
        """End it, and let go of it."""
        self.kill()
        self._process.wait()
        with suppress(BrokenPipeError):  # what it did not take any more
            piped(self._process.stdin).close()
        piped(self._process.stdout).close()

    def _read(self) -> str | None:
        line = piped(self._process.stdout).readline()
        return line[:-1].decode("utf-8", "surrogatepass") if line.endswith(b"\n") else None


def file_reader(cpu_s: float) -> WorkerProcess:
    """A process that takes files; see `file_order`. Each may take so much of the processor."""
    return WorkerProcess(MODULE, str(cpu_s))


def file_order(path: Path, encoding: str | None = None) -> str:
    """Read a file, by the encoding that the reader chose for it."""
    return json.dumps([str(path), encoding])


def word_finder(index_path: Path, cpu_s: float) -> WorkerProcess:
    """A process that takes numbers of articles of an index, and gives their words."""
    return WorkerProcess(_WORDS_MODULE, str(index_path), str(cpu_s))


def ended_each_time() -> IndexUnavailableError:
    """The error for processes that are ended before they take an order, however often."""
    return IndexUnavailableError(
        _("The processes that read articles are ended while they start."),
        advice=_("If the computer is short of memory, close other programs; then try again."),
        brief=_("the processes that read articles are ended"),
    )


def _start(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            command_for(module, *arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "LANGUAGE": language_in_use()},
        )
    except OSError as error:
        raise IndexUnavailableError(cannot_start(error)) from error
