"""One file, prepared by a process that ends over it if need be, while somebody waits."""

from __future__ import annotations

from threading import Timer
from typing import TYPE_CHECKING

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.search.preparing import from_line
from bulletin_tui.workers.answers import find_refusal
from bulletin_tui.workers.limits import CPU_LIMIT_S
from bulletin_tui.workers.process import MOST_STARTS, Task, ended_each_time, file_order, file_reader

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.search.preparing import PreparedArticle
    from bulletin_tui.workers.process import WorkerProcess

PATIENCE_S = 15.0
"""How long it may take by the clock on the wall."""


def prepare_file(
    path: Path,
    encoding: str | None = None,
    *,
    cpu_s: float = CPU_LIMIT_S,
    patience_s: float = PATIENCE_S,
) -> PreparedArticle:
    """The article in the file, read by the encoding chosen or by the likeliest.

    Raises ArticleUnreadableError, and IndexUnavailableError if no process can be started.
    """
    process = _ready_reader(cpu_s)
    clock = Timer(patience_s, process.give_up)
    try:
        clock.start()
        process.give(Task(0, file_order(path, encoding)))
        line = process.answer()
        refusal = process.why_it_ended() if line is None else find_refusal(line)
    finally:
        clock.cancel()
        process.close()
    if line is None or refusal is not None:
        raise ArticleUnreadableError(refusal.reason if refusal else "")
    return from_line(line)


def _ready_reader(cpu_s: float) -> WorkerProcess:
    for _attempt in range(MOST_STARTS):
        process = file_reader(cpu_s)
        is_ready = False
        try:
            is_ready = process.make_ready()
        finally:
            if not is_ready:
                process.close()
        if is_ready:
            return process
    raise ended_each_time()
