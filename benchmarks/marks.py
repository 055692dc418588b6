"""What 20,000 marks cost: starting with them, opening their list, and each key of its filter.

    python benchmarks/marks.py [--marks 20000] [--reports 300] [--rounds 7]

Starting is measured against the same reports without marks, in turn. The list is opened and the
keys are typed once the marks have been read, beside a bare ScrollView that is paged in turn.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from made_marks import make_marks, make_reports
from ptyrun import FRAME_END, TimedProgram
from reading import environment, program, quantile

from bulletin_tui.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Mapping

F4, FILTER, CLEAR = b"\x1bOS", b"\x06", b"\x15"
SIGN_OF_MARKS = "▪".encode()
"""Beside the articles of the sidebar, once the marks are known."""
PAGES = cycle((b"\x1b[6~", b"\x1b[5~"))
TYPED = ("cac truong", "tag:giao", "is:noted xa", "trường", "color:green")
GOAL_START, GOAL_FRAMES, GOAL_KEY_MS = 1.3, 2, 16


def main() -> None:
    """Print one line for each promise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--marks", type=int, default=20_000)
    parser.add_argument("--reports", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports"
        make_reports(reports, arguments.reports)
        homes = {name: Path(folder) / name for name in ("none", "marked")}
        for home in homes.values():
            home.mkdir()
        make_marks(_paths(reports, homes["marked"]), arguments.marks)
        print(f"{arguments.marks} marks on {arguments.reports} reports, 120x40")
        report_start(reports, homes, arguments.rounds)
        report_list(reports, homes["marked"], arguments.rounds)


def report_start(reports: Path, homes: Mapping[str, Path], rounds: int) -> None:
    """From the start of the process to the first words of an article."""
    times: dict[str, list[float]] = {name: [] for name in homes}
    for number in range(rounds + 1):
        for name, home in homes.items():
            started = time.perf_counter()
            with _bulletin(reports, home) as reader:
                reader.wait_for_words("Báo cáo".encode())
                elapsed = (time.perf_counter() - started) * 1000
                reader.rest(1.0)
            if number:  # the first round parses the reports
                times[name].append(elapsed)
    none, marked = (statistics.median(times[name]) for name in ("none", "marked"))
    print(f"  first words, without marks  {none:7.0f} ms")
    print(f"  first words, with them      {marked:7.0f} ms", end="")
    print(f"  {marked / none:5.2f} × without, goal ≤ {GOAL_START}")


def report_list(reports: Path, home: Path, rounds: int) -> None:
    """From the key to the frame with the list on it, and from each key to the frame it makes."""
    opened: list[tuple[float, int]] = []
    keys: list[float] = []
    pages: list[float] = []
    processor = 0.0
    with program("baseline_scroll.py", 1, home) as bare:
        bare.wait_for(FRAME_END)
        for _round in range(rounds):
            with _bulletin(reports, home) as reader:
                reader.wait_for_words(SIGN_OF_MARKS)  # all of them have been read
                reader.rest(1.0)
                opened.append(reader.key_to_words(F4, b"Filter"))
                reader.rest(1.0)
                before = reader.processor_ms
                typed = _type_filters(reader)
                processor += reader.processor_ms - before
                keys += typed
                pages += [bare.key_to_frame(next(PAGES)) for _key in typed]
    page = statistics.median(pages)
    taken, frames = (statistics.median(series) for series in zip(*opened, strict=True))
    print(f"  a page of a bare ScrollView {page:7.1f} ms")
    print(f"  F4 to the list on screen    {taken:7.1f} ms  {frames:.0f} frames", end="")
    print(f", goal ≤ {GOAL_FRAMES}")
    for name, share in (("p50", 0.5), ("p95", 0.95)):
        ours, bares = quantile(keys, share), quantile(pages, share)
        print(f"  a key of the filter, {name}    {ours:7.1f} ms  {ours / bares:5.2f} × a page")
    print(f"  processor time of a key     {processor / len(keys):7.1f} ms, goal ≤ {GOAL_KEY_MS}")


def _type_filters(reader: TimedProgram) -> list[float]:
    reader.type(FILTER)
    times: list[float] = []
    for typed in TYPED:
        reader.rest(0.5)
        times += [reader.key_to_frame(letter.encode()) for letter in typed]
        times.append(reader.key_to_frame(CLEAR))
    return times


def _bulletin(reports: Path, home: Path) -> TimedProgram:
    env = environment(home) | {"LANGUAGE": "en", "PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    return TimedProgram((sys.executable, "-m", "bulletin_tui", str(reports)), env)


def _paths(reports: Path, home: Path) -> Paths:
    """Where the program, started with this home, keeps what it writes."""
    data = home / ".local" / "share" / "bulletin"
    return Paths(reports, data, home / ".cache" / "bulletin", home / ".config" / "bulletin")


if __name__ == "__main__":
    main()
