"""Whether a saved mark survives a power cut at any moment; needs the right to mount.

    python benchmarks/power_cut.py [--cuts 100] [--seed 1]

The child of `durability.py` works on a file system inside a file. It is killed, and the file
copied before the file system is unmounted: what was only in memory is missing in the copy. The
copy is mounted, checked, and worked on by the next child. The exit status is 1 when anything was
lost or broken.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from durability import RUNS_A_FOLDER, Tally, check, kill_one, print_tally

if TYPE_CHECKING:
    from collections.abc import Iterator

DISK_SIZE = "24M"


def main() -> int:
    """Cut the power again and again, print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cuts", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        disk = Disk(Path(folder))
        try:
            disk.format()
            with disk.mounted():
                pass
        except (OSError, subprocess.CalledProcessError):
            print("not measured: this needs the right to mount, and mkfs.ext4")
            return 0
        tally = run(disk, options.cuts, options.seed)
    return print_tally(tally)


class Disk:
    """A file system in a file."""

    def __init__(self, folder: Path) -> None:
        self._image = folder / "disk.img"
        self._copy = folder / "copy.img"
        self._mounted = folder / "mounted"
        self._mounted.mkdir()

    def format(self) -> None:
        """Start with an empty one."""
        self._image.unlink(missing_ok=True)
        command("truncate", "-s", DISK_SIZE, self._image)
        command("mkfs.ext4", "-q", "-F", self._image)

    @contextmanager
    def mounted(self) -> Iterator[Path]:
        """The folder in which it can be used."""
        command("mount", "-o", "loop", self._image, self._mounted)
        try:
            yield self._mounted
        finally:
            command("umount", self._mounted)

    @contextmanager
    def mounted_until_power_cut(self) -> Iterator[Path]:
        """The same; afterwards it is as it was on disk at the end, not in memory."""
        with self.mounted() as folder:
            yield folder
            command("cp", "--sparse=always", self._image, self._copy)
        self._copy.replace(self._image)


def run(disk: Disk, cuts: int, seed: int) -> Tally:
    """Cut the power `cuts` times, with a new disk every few of them."""
    moments = random.Random(seed)
    tally = Tally()
    while tally.runs < cuts:
        if tally.runs % RUNS_A_FOLDER == 0:
            tally.notes.clear()
            disk.format()
        with disk.mounted_until_power_cut() as folder:
            kill_one(folder, moments, tally)
        with disk.mounted() as folder:
            check(folder, tally)
    return tally


def command(*words: str | Path) -> None:
    """Run a tool of the system. Raises CalledProcessError."""
    subprocess.run([str(word) for word in words], check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main())
