"""How fast a folder becomes a library: its first scan, and later ones in which little has changed.

The builder runs as the program starts it, with all its processes; the bare walk and the bare
reading of every file are done in this one.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generated import generated_document

from bulletin_tui.model.indexing import IndexProgress, IndexState
from bulletin_tui.workers.build_order import BuildOrder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BUILDER = "bulletin_tui.workers.build_index"
FILES_A_FOLDER = 500
CHANGED = 100
PROMISED_LISTED_A_SECOND = 1000
PROMISED_SEARCHED_A_SECOND = 300
PROMISED_RESCAN_S = 3.0


@dataclass(frozen=True, slots=True)
class Scan:
    """How a run of the builder went."""

    wall_s: float
    first_s: float
    """Until something was listed."""
    listed_s: float
    """Until everything was."""
    searched_s: float
    """From then on, until every text was found by its words."""
    cpu_s: float
    """Of all its processes together."""
    done: int
    changed: int
    peak_mb: float
    """Of the largest of its processes."""


def main() -> None:
    """Print one line for each scan."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=16_000)
    parser.add_argument("--characters", type=int, default=2_000, help="of each file")
    parser.add_argument("--rounds", type=int, default=3, help="of the scans that change nothing")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder, index = Path(place, "files"), Path(place, "cache", "index.db")
        paths = list(write_files(folder, arguments.files, arguments.characters))
        print(f"{len(paths)} plain text files of {arguments.characters} characters")
        report_first(folder, index)
        report_later(folder, index, paths, arguments.rounds)


def write_files(folder: Path, count: int, characters: int) -> Iterator[Path]:
    """Write files that all differ, some hundred a folder."""
    for number in range(count):
        path = folder / f"{number // FILES_A_FOLDER:04}" / f"bai-{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Bài số {number}\n\n{generated_document(characters, number).text}\n")
        yield path


def report_first(folder: Path, index: Path) -> None:
    """The first scan, which reads, parses and lists everything, and then indexes the texts."""
    bare = timed(lambda: read_all(folder))
    scan = build(folder, index)
    for name, seconds, promised in (
        ("every article listed", scan.listed_s, PROMISED_LISTED_A_SECOND),
        ("every text searched", scan.searched_s, PROMISED_SEARCHED_A_SECOND),
    ):
        rate = scan.done / seconds
        print(f"  first scan, {name:21}{seconds:7.2f} s  {rate:6.0f}/s  (goal ≥ {promised})")
    print(f"  first scan, in all {scan.wall_s:16.2f} s  {scan.done / scan.wall_s:6.0f}/s", end="")
    print(
        f"  {scan.cpu_s:.1f} s of processor time  {scan.wall_s / bare:.1f} × reading them", end=""
    )
    print(f"  {scan.peak_mb:.0f} MB at most a process  first articles after {scan.first_s:.2f} s")


def report_later(folder: Path, index: Path, paths: list[Path], rounds: int) -> None:
    """Scans of what the index knows already."""
    changes: tuple[tuple[str, Callable[[], None]], ...] = (
        ("nothing changed", partial(touch, [])),
        (f"{CHANGED} files touched", partial(touch, paths[:CHANGED])),
        (f"{CHANGED} files changed", partial(lengthen, paths[:CHANGED])),
    )
    for name, change in changes:
        times, bare, changed = [], [], 0
        for _round in range(rounds):
            bare.append(timed(lambda: walk(folder)))
            change()
            scan = build(folder, index)
            times.append(scan.wall_s)
            changed = scan.changed
        ours, theirs = sorted(times)[rounds // 2], sorted(bare)[rounds // 2]
        print(f"  rescan, {name:18}{ours:5.2f} s  {ours / theirs:5.1f} × os.walk and stat", end="")
        print(f"  {changed} read", end="")
        print(f"  (goal ≤ {PROMISED_RESCAN_S:.0f} s for 100,000)" if not changed else "")


def build(folder: Path, index: Path) -> Scan:
    """Run the builder to its end."""
    began, used = time.perf_counter(), cpu_s()
    command = (sys.executable, "-P", "-m", BUILDER, str(index))
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(BuildOrder((folder,)).to_line().encode() + b"\n")
        process.stdin.flush()
        reports = [
            (time.perf_counter() - began, IndexProgress(**json.loads(line)))
            for line in process.stdout
        ]
    wall, cpu = time.perf_counter() - began, cpu_s() - used
    last = reports[-1][1]
    if last.state != IndexState.DONE:
        sys.exit(last.reason)
    first = next((at for at, report in reports if report.changed), wall)
    listed = next((at for at, report in reports if report.state == IndexState.WORDING), wall)
    tidied = next((at for at, report in reports if report.state == IndexState.MERGING), wall)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Scan(wall, first, listed, tidied - listed, cpu, last.total, last.changed, peak)


def cpu_s() -> float:
    """Seconds of processor time that processes started from here have used, once ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def timed(act: Callable[[], object]) -> float:
    """How many seconds it takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def walk(folder: Path) -> int:
    """Look at every file, without an index to compare it with."""
    return sum(
        Path(current, name).stat().st_size
        for current, _folders, names in os.walk(folder)
        for name in names
    )


def read_all(folder: Path) -> int:
    """Read every file, and do nothing with it."""
    return sum(len(path.read_bytes()) for path in folder.rglob("*.txt"))


def touch(paths: list[Path]) -> None:
    """Give files another time."""
    for path in paths:
        path.touch()


def lengthen(paths: list[Path]) -> None:
    """Write something more into files."""
    for path in paths:
        with path.open("a") as file:
            file.write("Thêm một câu.\n")


if __name__ == "__main__":
    main()
