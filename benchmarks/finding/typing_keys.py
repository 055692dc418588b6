"""Typing: key to frame in the real interface over many articles, beside a bare ScrollView.

The index is built by the interface itself, which starts without one: the first keys are typed
meanwhile, the others when it is done and at rest.
"""

from __future__ import annotations

import shutil
import sys
import time
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from ptyrun import FRAME_END, TimedProgram
from reading import environment

from bulletin_tui.errors import IndexUnavailableError
from finding.ours import count_articles
from finding.queries import prefixes, spread
from finding.table import print_table, quantile, times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from finding.library import Library
    from finding.queries import Question

HERE = Path(__file__).resolve().parents[1]
BASELINE_MB = 1
PAGES = (b"\x1b[6~", b"\x1b[5~")
SEARCH, CLEAR = b"/", b"\x15"
PACE_S = 0.1
QUERIES = 12
SETTLED_S = 5.0
PATIENCE_S = 7200.0


def report_typing(library: Library, questions: Sequence[Question]) -> None:
    """Type the same queries while the index is being built, and again when it is."""
    typed = [question.typed for question in spread(questions, QUERIES)]
    files, home = library.files, library.folder / "home"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    with (
        _program(home, str(HERE / "baseline_scroll.py"), str(BASELINE_MB)) as bare,
        _program(home, "-m", "bulletin_tui", str(files)) as reader,
    ):
        bare.wait_for(FRAME_END)
        reader.wait_for_words(b"Bulletin")
        reader.rest(1.0)
        reader.type(SEARCH)
        typist = Typist(reader, bare)
        while not _is_built(home, library) and len(typist.taken) < len("".join(typed)):
            typist.type(typed[typist.queries % len(typed)])
        rows = [typist.row("while the index is being built (promised ≤ 2)")] if typist.taken else []
        _wait_until_built(home, library, reader)
        typist = Typist(reader, bare)
        for query in typed:
            typist.type(query)
        rows.append(typist.row("at rest (promised ≤ 1.5)"))
    print_table(
        f"Typing over {library.corpus.size} files, {1 / PACE_S:.0f} keys a second, key to frame",
        ["", "keys", "ms p50", "p95", "bare p50", "p95", "p50 of bare", "p95 of bare"],
        rows,
    )


class Typist:
    """Types queries into the search box, and pages through the bare view after each key."""

    def __init__(self, reader: TimedProgram, bare: TimedProgram) -> None:
        self._reader, self._bare = reader, bare
        self._pages = cycle(PAGES)
        self.queries = 0
        self.taken: list[tuple[float, float]] = []
        """Milliseconds from a key to the frame that shows it, and from a page key to its frame."""

    def type(self, query: str) -> None:
        """One key after the other, whatever the reader is busy with."""
        for typed in prefixes(query):
            next_key = time.perf_counter() + PACE_S
            self._reader.type(typed[-1].encode())
            ours = self._reader.wait_for(typed.encode())
            self.taken.append((ours, self._bare.key_to_frame(next(self._pages))))
            self._reader.watch(next_key - time.perf_counter())
        self._reader.type(CLEAR)
        self._reader.rest(0.5)
        self.queries += 1

    def row(self, name: str) -> list[str]:
        """What was measured, in figures."""
        ours, bare = ([pair[number] for pair in self.taken] for number in (0, 1))
        shares = (0.5, 0.95)
        return [
            name,
            str(len(ours)),
            *(f"{quantile(series, share):.1f}" for series in (ours, bare) for share in shares),
            *(times(quantile(ours, share), quantile(bare, share)) for share in shares),
        ]


def _program(home: Path, *arguments: str) -> TimedProgram:
    return TimedProgram((sys.executable, *arguments), environment(home))


def _is_built(home: Path, library: Library) -> bool:
    """Whether every article is in, though the index may still be tidied."""
    index = next(home.rglob("index.db"), None)
    try:
        return index is not None and count_articles(index) >= library.corpus.size
    except IndexUnavailableError:  # it is being made at this moment
        return False


def _wait_until_built(home: Path, library: Library, reader: TimedProgram) -> None:
    """Until the index is whole, and was left alone for a while."""
    deadline = time.monotonic() + PATIENCE_S
    while not _is_built(home, library) or _seconds_unchanged(home) < SETTLED_S:
        if time.monotonic() > deadline:
            raise TimeoutError("the index was not built")
        reader.watch(1.0)


def _seconds_unchanged(home: Path) -> float:
    return time.time() - max(path.stat().st_mtime for path in home.rglob("index.db*"))
