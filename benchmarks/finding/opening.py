"""Opening: how soon an index answers that was not looked at before, and the memory it takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from finding.queries import spread
from finding.table import print_table, quantile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from finding.library import Library
    from finding.queries import Question

HERE = Path(__file__).resolve().parents[1]
ROUNDS, QUERIES = 7, 90


@dataclass(frozen=True, slots=True)
class _Run:
    """What one process said."""

    opening: float
    queries: list[float]
    grown: int


def report_opening(library: Library, questions: Sequence[Question]) -> None:
    """Ours and tantivy in turn, each time in a fresh process over files out of the cache."""
    typed = [question.typed for question in spread(questions, QUERIES)]
    indexes = {"ours": library.ours, "tantivy": library.tantivy}
    runs: dict[str, list[_Run]] = {name: [] for name in indexes}
    for number in range(ROUNDS):
        for name, index in indexes.items():
            _forget(index)
            runs[name].append(_run(name, index, typed[number:] + typed[:number]))
    print_table(
        f"Opening: {library.corpus.size} articles, fresh process, cold cache,"
        f" {ROUNDS} rounds, {len(typed)} whole queries",
        ["ms and MB", "open", "first p50", "max", "all p50", "p95", "memory grown"],
        [[name, *_figures(each)] for name, each in runs.items()],
    )
    print("  promised: open ≤ 10, first ≤ 150, memory ≤ 30 at 1,000,000")


def _figures(runs: Sequence[_Run]) -> list[str]:
    firsts = [run.queries[0] for run in runs]
    every = [each for run in runs for each in run.queries]
    figures = (
        median(run.opening for run in runs),
        *(median(firsts), max(firsts)),
        *(quantile(every, 0.5), quantile(every, 0.95)),
        max(run.grown for run in runs) / 1e6,
    )
    return [f"{figure:.1f}" for figure in figures]


def _run(engine: str, index: Path, typed: Sequence[str]) -> _Run:
    argv = (sys.executable, "-m", "finding.opened", engine, str(index), *typed)
    done = subprocess.run(argv, cwd=HERE, stdout=subprocess.PIPE, check=True, text=True)
    return _Run(**json.loads(done.stdout))


def _forget(index: Path) -> None:
    """Have the system forget what it read of a file, or of the files in a folder."""
    for path in index.iterdir() if index.is_dir() else [index]:
        with path.open("rb") as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
