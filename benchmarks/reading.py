"""How fast an article is read: page keys against a bare ScrollView, and opening 20 MB.

The two programs run side by side and are asked in turn, so that a slow moment of the machine
falls on both.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from ptyrun import FRAME_END, TimedProgram

HERE = Path(__file__).resolve().parent
PAGE_DOWN = b"\x1b[6~"
TEXT_MB, LARGE_MB = 1, 20


def main() -> None:
    """Print one line for each promise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--openings", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        report_paging(Path(home), arguments.keys)
        report_opening(Path(home), arguments.openings)


def report_paging(home: Path, keys: int) -> None:
    """Key to frame, page after page."""
    article, baseline = [], []
    with (
        program("article_scroll.py", TEXT_MB, home) as reader,
        program("baseline_scroll.py", TEXT_MB, home) as bare,
    ):
        reader.wait_for(FRAME_END)
        bare.wait_for(FRAME_END)
        reader.key_to_frame(b"o")
        for number in range(keys + 10):
            times = (reader.key_to_frame(PAGE_DOWN), bare.key_to_frame(PAGE_DOWN))
            if number >= 10:  # the first pages warm the caches up
                article.append(times[0])
                baseline.append(times[1])
    print(f"Page down in {TEXT_MB} MB, {keys} keys, 120x40, key to frame")
    for name, goal, share in (("p50", "", 0.5), ("p95", ", goal ≤ 1.5", 0.95)):
        ours, theirs = quantile(article, share), quantile(baseline, share)
        print(f"  {name}  {ours:6.1f} ms  bare ScrollView {theirs:6.1f} ms", end="")
        print(f"  {ours / theirs:5.2f} ×{goal}")


def report_opening(home: Path, openings: int) -> None:
    """From the end of parsing to the first page, and the memory held afterwards."""
    times, memory = [], []
    report = home / "memory"
    for _number in range(openings):
        with program("article_scroll.py", LARGE_MB, home) as reader:
            reader.wait_for(FRAME_END)
            reader.rest(0.5)
            reader.type(b"o")
            times.append(reader.wait_for(b"OPENED"))
            reader.rest(2.0)
            report.unlink(missing_ok=True)
            reader.type(b"m")
            memory.append(awaited(report) / 1_000_000)
    print(f"Opening {LARGE_MB} MB, parsed: median of {openings}")
    print(f"  first page   {statistics.median(times):6.0f} ms  goal ≤ 100")
    print(f"  memory held  {statistics.median(memory):6.1f} MB above the text")


def program(name: str, megabytes: int, home: Path) -> TimedProgram:
    """One of the two programs, with nothing of the caller's environment but PATH."""
    argv = (sys.executable, str(HERE / name), str(megabytes), str(home / "memory"))
    return TimedProgram(argv, environment(home))


def environment(home: Path) -> dict[str, str]:
    """What the programs see."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }


def awaited(report: Path) -> int:
    """The number in a file that is about to be written."""
    while not (report.exists() and report.read_text()):
        time.sleep(0.05)
    return int(report.read_text())


def quantile(series: list[float], share: float) -> float:
    """The value that `share` of the series does not exceed."""
    return sorted(series)[min(len(series) - 1, int(share * len(series)))]


if __name__ == "__main__":
    main()
