"""Processes kept busy: orders go in, answers come out in the same order.

Each process is served by a thread, so the pipes are drained while the index is being written. What
waits to be taken is bounded by its size; a process that ended over a task is replaced.
"""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Self

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.workers.answers import find_refusal
from bulletin_tui.workers.limits import CPU_LIMIT_S
from bulletin_tui.workers.process import MOST_STARTS, Task, ended_each_time, file_order, file_reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from bulletin_tui.workers.answers import Refusal
    from bulletin_tui.workers.process import WorkerProcess

AHEAD = 4
"""Tasks that a process has before it while it works on one; fewer than fill a pipe."""
LARGEST_BACKLOG = 16 * 1024 * 1024
"""Of answers that nobody has taken yet, in code points."""
PATIENCE_S = 120.0
"""How long an answer may take by the clock on the wall: a file system may hang."""

FILES_A_PROCESS = 32
"""A second process is not worth starting for fewer files."""
MOST_PROCESSES = 4
"""More than these prepare articles faster than one writes them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one task."""

    line: str
    """Empty if it was refused."""
    refusal: Refusal | None = None


class Pool:
    """Some processes at work on some orders; to be used as a context manager, from one thread."""

    def __init__(
        self, orders: Iterable[str], count: int, start: Callable[[], WorkerProcess]
    ) -> None:
        """`start` is called for each process, in a thread of its own."""
        self._tasks = (Task(number, order) for number, order in enumerate(orders))
        self._start = start
        self._answers = _Backlog()
        self._giving = threading.Lock()
        self._closing = threading.Event()
        self._processes: dict[int, WorkerProcess] = {}
        self._tried: set[int] = set()
        """The positions of tasks over which a process was ended from outside."""
        self._threads = [
            threading.Thread(target=self._serve, args=(number,), daemon=True)
            for number in range(count)
        ]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self._closing.set()
        self._answers.close()
        for process in list(self._processes.values()):
            process.kill()
        for thread in self._threads:
            thread.join()

    def take(self, timeout_s: float) -> Answer | None:
        """The next answer, in the order of the tasks; None if it takes longer than this.

        To be called once for each task. Raises IndexUnavailableError if no process can be started.
        """
        for process in list(self._processes.values()):
            if process.owes_for_s() > PATIENCE_S:
                process.give_up()
        return self._answers.take(timeout_s)

    def _serve(self, number: int) -> None:
        try:
            self._work(number)
        except IndexUnavailableError as error:
            self._answers.fail(error)

    def _work(self, number: int) -> None:
        left_over: list[Task] = []
        starts = 0
        while not self._closing.is_set():
            if starts == MOST_STARTS:
                raise ended_each_time()
            starts += 1
            process = self._processes[number] = self._start()
            try:
                if self._closing.is_set():
                    return
                if not process.make_ready():
                    continue
                starts = 0
                for task in left_over:
                    process.give(task)
                self._exchange(process)
                if not process.waiting:
                    return
                left_over = self._left_over(process)
            finally:
                process.close()

    def _exchange(self, process: WorkerProcess) -> None:
        """Give and take until there is nothing more to give, or the process has ended."""
        self._feed(process)
        while process.waiting:
            task = process.waiting[0]
            line = process.answer()
            if line is None:
                return
            self._feed(process)
            refusal = find_refusal(line)
            self._answers.put(task.position, Answer("" if refusal else line, refusal))

    def _feed(self, process: WorkerProcess) -> None:
        while len(process.waiting) <= AHEAD and not self._closing.is_set():
            with self._giving:
                task = next(self._tasks, None)
            if task is None:
                return
            process.give(task)

    def _left_over(self, process: WorkerProcess) -> list[Task]:
        """The tasks that a process had when it ended, for another one.

        What it ended over is refused; not at the first time if it was ended from outside.
        """
        task = process.waiting[0]
        refusal = process.why_it_ended()
        if refusal.is_passing and task.position not in self._tried:
            self._tried.add(task.position)
        else:
            process.waiting.popleft()
            self._answers.put(task.position, Answer("", refusal))
        return list(process.waiting)


class PreparePool(Pool):
    """Processes that read files; an answer is a line for `search.preparing.from_line`."""

    def __init__(
        self,
        paths: Iterable[Path],
        count: int,
        *,
        cpu_s: float = CPU_LIMIT_S,
        encodings: Mapping[str, str] | None = None,
    ) -> None:
        """`encodings` are those that the reader chose, by path."""
        chosen = encodings or {}
        orders = (file_order(path, chosen.get(str(path))) for path in paths)
        super().__init__(orders, count, partial(file_reader, cpu_s))


def process_count(files: int, wanted: int | None = None) -> int:
    """How many processes are worth starting for so many files; by default as the machine has."""
    return min(wanted or min(processors(), MOST_PROCESSES), 1 + files // FILES_A_PROCESS)


def processors() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Backlog:
    """Answers put in any order by several threads, and taken in order by one."""

    def __init__(self) -> None:
        self._answers: dict[int, Answer] = {}
        self._next = 0
        self._size = 0
        self._failure: IndexUnavailableError | None = None
        self._is_closed = False
        self._changed = threading.Condition()

    def put(self, position: int, answer: Answer) -> None:
        """Wait until there is room; for the one that is taken next there always is."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._is_closed or self._size < LARGEST_BACKLOG or position == self._next
            )
            self._answers[position] = answer
            self._size += len(answer.line)
            self._changed.notify_all()

    def take(self, timeout_s: float) -> Answer | None:
        """The next answer, or None after this time. Raises what `fail` was told."""
        with self._changed:
            self._changed.wait_for(lambda: self._next in self._answers or self._failure, timeout_s)
            if self._failure is not None:
                raise self._failure
            answer = self._answers.pop(self._next, None)
            if answer is not None:
                self._next += 1
                self._size -= len(answer.line)
                self._changed.notify_all()
            return answer

    def fail(self, failure: IndexUnavailableError) -> None:
        """Have `take` raise this."""
        with self._changed:
            self._failure = failure
            self._changed.notify_all()

    def close(self) -> None:
        """Let nobody wait any more."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()
