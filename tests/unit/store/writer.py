"""A second process that marks an article, for the tests of what processes do to each other.

    python -m unit.store.writer FOLDER FIRST COUNT [LARGEST]

It highlights COUNT passages from the one numbered FIRST on, and prints the id of each when it is
saved; files may not grow beyond LARGEST bytes.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

from bulletin_tui.errors import NotSavedError
from bulletin_tui.model.annotation import HighlightColor
from bulletin_tui.services.annotating import add_highlight
from unit.store.samples import make_article, make_workspace, span_of

LONG_ARTICLE = make_article("bai-dai", tuple(f"Đoạn số {number}." for number in range(1000)))
NOTE = "Một ghi chú dài vừa phải. " * 20
_TESTS = Path(__file__).resolve().parents[2]


def start_writer(folder: Path, first: int, count: int, *largest: int) -> subprocess.Popen[str]:
    """Start the second process; its output is text."""
    arguments = [str(number) for number in (first, count, *largest)]
    return subprocess.Popen(
        [sys.executable, "-m", "unit.store.writer", str(folder), *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(_TESTS)},
    )


def _write(folder: Path, first: int, count: int) -> None:
    with make_workspace(folder, LONG_ARTICLE) as workspace:
        for number in range(first, first + count):
            span = span_of(LONG_ARTICLE, f"Đoạn số {number}.")
            made = add_highlight(workspace, LONG_ARTICLE, span, HighlightColor.YELLOW, NOTE)
            print(made.id, flush=True)


def _main() -> None:
    folder, (first, count, *largest) = Path(sys.argv[1]), map(int, sys.argv[2:])
    if largest:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest[0], largest[0]))
    try:
        _write(folder, first, count)
    except NotSavedError as error:
        print(f"failed: {error}")


if __name__ == "__main__":
    _main()
