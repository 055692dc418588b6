"""What a large library costs its reader: the start, the memory and every key, beside a small one.

The program fills two homes, one with the articles that come with it, one with a folder more. Keys
are timed against a bare ScrollView, while that folder is scanned for the first time and at rest.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
from collections import deque
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from ptyrun import FRAME_END, TimedProgram
from reading import environment, quantile
from scanning import PROMISED_RESCAN_S, write_files
from startup import BULLETIN, first_word, frame_time, process_time

HERE = Path(__file__).resolve().parent
BASELINE_MB = 1
SETTLED_S = 5.0
STARTED_S = 2.0
PAGE_DOWN, PAGE_UP, DOWN, UP = b"\x1b[6~", b"\x1b[5~", b"\x1b[B", b"\x1b[A"
NEXT_PANE = b"\t"


@dataclass(frozen=True, slots=True)
class Habit:
    """Keys that are pressed in turn."""

    name: str
    before: tuple[bytes, ...]
    """What is pressed first, to come to the part of the screen that is meant."""
    keys: tuple[bytes, ...]


# Another article is opened, not scrolled to: nothing is promised of that.
HABITS = (
    Habit("a page of the text", (), (PAGE_DOWN, PAGE_UP)),
    Habit("another article", (), (b"J", b"K")),
    Habit("a line of the sidebar", (NEXT_PANE,), (DOWN, UP)),
    Habit("a page of the sidebar", (), (PAGE_DOWN, PAGE_UP)),
)


def main() -> None:
    """Print one line for each promise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--characters", type=int, default=4_000, help="of each file")
    parser.add_argument("--folder", type=Path, help="of longer files than a screen")
    parser.add_argument("--rounds", type=int, default=9, help="of starts and rescans")
    parser.add_argument("--keys", type=int, default=100, help="of each kind")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = arguments.folder or Path(place, "files")
        if not arguments.folder:
            deque(write_files(folder, arguments.files, arguments.characters), maxlen=0)
        small, large = Path(place, "small"), Path(place, "large")
        for home in (small, large):
            home.mkdir()
        report_scanning(large, folder, arguments.keys)
        report_start(small, large, arguments.rounds)
        report_rescan(large, arguments.rounds)
        report_keys("at rest", large, arguments.keys, 1.5)


def report_scanning(home: Path, folder: Path, keys: int) -> None:
    """Add the folder, and press keys meanwhile."""
    command = (*BULLETIN, "add", str(folder))
    with subprocess.Popen(command, env=environment(home), stdout=subprocess.PIPE) as adding:
        while adding.poll() is None and not list(home.rglob("index.db")):
            pass
        report_keys("while the folder is scanned", home, keys, 2.0)
        if adding.poll() is not None:
            print("  (the scan was over before the last key: take more files)")
        assert adding.stdout is not None
        print(adding.stdout.read().decode().strip())


def report_start(small: Path, large: Path, rounds: int) -> None:
    """How soon the first article is there, and what is held in memory some time after."""
    words = {home: first_word(home) for home in (small, large)}
    taken: dict[Path, list[float]] = {small: [], large: []}
    for number in range(rounds + 1):
        for home, series in taken.items():
            elapsed = frame_time(BULLETIN, home, words[home])
            if number:  # the first round warms the caches up
                series.append(elapsed)
    few, many = (statistics.median(series) for series in taken.values())
    few_mb, many_mb = (memory_mb(home) for home in taken)
    print(f"  start, to the article's words  {many:8.0f} ms", end="")
    print(f"  {many / few:5.2f} × with five articles, goal ≤ 1.1")
    print(f"  memory of all processes        {many_mb:8.1f} MB", end="")
    print(f"  {many_mb - few_mb:+.1f} MB to those, goal ≤ +40")


def memory_mb(home: Path) -> float:
    """What the program and its children hold for themselves, once everything is done (Linux)."""
    with TimedProgram(BULLETIN, environment(home)) as program:
        program.watch(SETTLED_S)
        return sum(map(private_mb, program.processes))


def private_mb(process: int) -> float:
    """Megabytes of a process that no file could give back."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8")
    found = re.search(r"^Anonymous: +(\d+) kB", lines, re.MULTILINE)
    assert found
    return int(found[1]) / 1000


def report_rescan(home: Path, rounds: int) -> None:
    """Look at every file again when none has changed; Python's start is not counted."""
    python = (sys.executable, "-c", "pass")
    pairs = [
        (process_time((*BULLETIN, "index"), home), process_time(python, home))
        for _round in range(rounds)
    ]
    taken = statistics.median(ours - bare for ours, bare in pairs) / 1000
    print(f"  bulletin index, nothing changed{taken:8.2f} s", end="")
    print(f"   goal ≤ {PROMISED_RESCAN_S:.0f} s for 100,000 files")


def report_keys(when: str, home: Path, keys: int, goal: float) -> None:
    """Key to frame, in the program and in a bare view of strips made beforehand, in turn."""
    bare_program = (sys.executable, str(HERE / "baseline_scroll.py"), str(BASELINE_MB))
    print(f"Key to frame {when}, {keys} keys each; scrolling, p95 ≤ {goal} × a bare ScrollView")
    with (
        TimedProgram(bare_program, environment(home)) as bare,
        TimedProgram(BULLETIN, environment(home)) as reader,
    ):
        bare.wait_for(FRAME_END)
        reader.watch(STARTED_S)
        for habit in HABITS:
            pages, ours, theirs = cycle((PAGE_DOWN, PAGE_UP)), list[float](), list[float]()
            for key in habit.before:
                reader.type(key)
            for _number, key in zip(range(keys), cycle(habit.keys), strict=False):
                ours.append(reader.key_to_frame(key))
                theirs.append(bare.key_to_frame(next(pages)))
            print(f"  {habit.name:24}", end="")
            for share in (0.5, 0.95):
                one, other = quantile(ours, share), quantile(theirs, share)
                print(f"  p{share * 100:.0f} {one:6.1f} ms {one / other:5.2f} ×", end="")
            print(flush=True)


if __name__ == "__main__":
    main()
