"""Latency: what each key costs, in every engine in turn, while queries are typed."""

from __future__ import annotations

import random
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from itertools import cycle, islice
from threading import Event
from typing import TYPE_CHECKING

from finding.ours import open_ours
from finding.peers import open_tantivy
from finding.queries import prefixes, spread
from finding.table import print_table, quantile, times

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bulletin_tui.services.searching import Searcher
    from finding.library import Library
    from finding.queries import Question

LIMIT = 24
"""Hits asked for, as the interface does."""
FRAME_MS = 16.0
WARMING = "nghi quyet"
CANCELLED = 60
STRICT, BOTH = "ours, strict stage", "ours, both stages"
TANTIVY, FUZZY, WHOLE = "tantivy", "tantivy fuzzy", "tantivy, no completions"


@dataclass(frozen=True, slots=True)
class _Times:
    """Milliseconds, a value a key."""

    engines: dict[str, list[float]]
    corrections: list[float] = field(default_factory=list)
    """Of the second stage alone, where it ran."""


def report_latency(library: Library, questions: Sequence[Question], typed: int) -> None:
    """Type so many queries, then cancel some."""
    asked = spread(questions, typed)
    taken = _times_of(library, [key for each in asked for key in prefixes(each.typed)])
    theirs = taken.engines[TANTIVY]
    rows = [
        [
            name,
            *(f"{quantile(series, share):.1f}" for share in (0.5, 0.95)),
            f"{max(series):.1f}",
            f"{sum(each > FRAME_MS for each in series) / len(series):.0%}",
            *(times(quantile(series, share), quantile(theirs, share)) for share in (0.5, 0.95)),
        ]
        for name, series in taken.engines.items()
    ]
    print_table(
        f"Latency: {len(asked)} queries, {len(theirs)} keys, {library.corpus.size} articles, ms",
        ["a key", "p50", "p95", "max", "> 16 ms", "p50 of tantivy", "p95 of tantivy"],
        rows,
    )
    stage = taken.corrections
    print(
        f"  second stage alone: p50 {quantile(stage, 0.5):.1f} ms,"
        f" p95 {quantile(stage, 0.95):.1f} ms, on {len(stage)} keys (promised ≤ 60 at 100,000)"
    )
    _report_cancelling(library.ours, asked)


def _times_of(library: Library, keys: Sequence[str]) -> _Times:
    folder = library.tantivy
    peers = {
        TANTIVY: open_tantivy(folder),
        FUZZY: open_tantivy(folder, is_fuzzy=True),
        WHOLE: open_tantivy(folder, completes=False),
    }
    taken = _Times({name: [] for name in (STRICT, BOTH, *peers)})

    def ours(key: str) -> None:
        start = time.perf_counter()
        strict = searcher.find_strict(key, limit=LIMIT)
        middle = time.perf_counter()
        if not strict.is_complete:
            searcher.find_more(strict, limit=LIMIT)
            taken.corrections.append(_since(middle))
        taken.engines[STRICT].append((middle - start) * 1000)
        taken.engines[BOTH].append(_since(start))

    def theirs(key: str) -> None:
        for name, engine in peers.items():
            start = time.perf_counter()
            engine.find(key, LIMIT)
            taken.engines[name].append(_since(start))

    with closing(open_ours(library.ours)) as searcher:
        searcher.find(WARMING)
        for number, key in enumerate(keys):
            for turn in (ours, theirs) if number % 2 else (theirs, ours):
                turn(key)
    return taken


def _report_cancelling(index: Path, asked: Sequence[Question]) -> None:
    """How soon a search ends that is cancelled at a random moment of its run."""
    with ThreadPoolExecutor(1) as worker, closing(worker.submit(open_ours, index).result()) as ours:
        ends = list(_ends(worker, ours, asked))
    print(
        f"  from cancelling to the end: p95 {quantile(ends, 0.95):.1f} ms,"
        f" max {max(ends, default=float('nan')):.1f} ms,"
        f" {len(ends)} searches that were under way (promised ≤ 5)"
    )


def _ends(
    worker: ThreadPoolExecutor, searcher: Searcher, asked: Sequence[Question]
) -> Iterator[float]:
    chance = random.Random(3)
    worker.submit(searcher.find, WARMING).result()
    for question in islice(cycle(asked), CANCELLED):
        length = worker.submit(_seconds, searcher, question.typed).result()
        after = length * chance.uniform(0.1, 0.9)
        end = _cancelled_after(worker, searcher, question.typed, after)
        if end is not None:
            yield end


def _cancelled_after(
    worker: ThreadPoolExecutor, searcher: Searcher, typed: str, seconds: float
) -> float | None:
    """Milliseconds that the search went on after it was cancelled; None if it had ended."""
    cancelled = Event()

    def search() -> float:
        strict = searcher.find_strict(typed, limit=LIMIT, is_cancelled=cancelled.is_set)
        searcher.find_more(strict, limit=LIMIT, is_cancelled=cancelled.is_set)
        return time.perf_counter()

    running = worker.submit(search)
    time.sleep(seconds)
    at = time.perf_counter()
    cancelled.set()
    searcher.interrupt()
    end = running.result()
    return (end - at) * 1000 if end > at else None


def _seconds(searcher: Searcher, typed: str) -> float:
    start = time.perf_counter()
    searcher.find(typed, limit=LIMIT)
    return time.perf_counter() - start


def _since(start: float) -> float:
    return (time.perf_counter() - start) * 1000
