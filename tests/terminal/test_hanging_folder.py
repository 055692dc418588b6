"""A folder for other devices or of reports never answers, as one on a machine that has gone."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

from terminal.pty_kit import start

if TYPE_CHECKING:
    from pathlib import Path

TRIES = 1000
"""Only ever spent by a test that fails."""
READER = """
import os, sys, threading
from bulletin_tui.cli.main import main

list_folder = os.listdir

def listdir(path="."):
    if os.fspath(path).endswith("máy-chủ"):
        open("hangs", "w").close()
        threading.Event().wait()
    return list_folder(path)

os.listdir = listdir
sys.exit(main())
"""

READER_OF_REPORTS = """
import os, sys, threading
from bulletin_tui.cli.main import main

status_of = os.stat

def stat(path, **options):
    if isinstance(path, (str, os.PathLike)) and "máy-chủ" in os.fspath(path):
        threading.Event().wait()
    return status_of(path, **options)

scan = os.scandir

def scandir(path="."):
    if "máy-chủ" in os.fspath(path):
        open("hangs", "w").close()
        threading.Event().wait()
    return scan(path)

os.stat, os.scandir = stat, scandir
sys.exit(main())
"""


def bulletin(home: Path, *arguments: str) -> str:
    answer = subprocess.run(
        [sys.executable, "-m", "bulletin_tui", *arguments],
        env={"HOME": str(home), "LANG": "C.UTF-8"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return answer.stdout


def wait_for(file: Path) -> None:
    """Return once it is there."""
    for _ in range(TRIES):
        if file.exists():
            return
        time.sleep(0.05)
    raise AssertionError(f"never there: {file}")


def test_the_reader_leaves_all_the_same_and_what_was_marked_goes_there_later(
    tmp_path: Path,
) -> None:
    shared = tmp_path / "máy-chủ"
    bulletin(tmp_path, "sync", str(shared))
    with start([sys.executable, "-c", READER], home=tmp_path, size=(80, 24)) as program:
        program.wait_for_text("min left")
        wait_for(tmp_path / "hangs")
        program.send("h")
        program.wait_for_text("Saved.")
        program.send("q")
        assert program.wait_for_exit() == 0
    assert not list(shared.iterdir())
    assert bulletin(tmp_path, "annotations").count("\thighlight\t") == 1
    bulletin(tmp_path, "sync")
    assert list(shared.iterdir())


def test_an_article_in_a_folder_that_hangs_holds_up_neither_marks_nor_the_end(
    tmp_path: Path,
) -> None:
    reports = tmp_path / "máy-chủ"
    reports.mkdir()
    (reports / "moi.md").write_text("---\ndate: 2026-01-01\n---\n# Trạm bơm\n\nTrạm bơm xã.\n")
    bulletin(tmp_path, "show", "thot-not")
    bulletin(tmp_path, "add", str(reports))
    with start([sys.executable, "-c", READER_OF_REPORTS], home=tmp_path, size=(120, 24)) as program:
        program.wait_for_text("min left")
        program.send("K")
        program.wait_for_text("does not answer")
        program.send("h")
        program.wait_for_text("Saved.")
        wait_for(tmp_path / "hangs")
        program.send("q")
        assert program.wait_for_exit() == 0
    assert bulletin(tmp_path, "annotations").count("\thighlight\t") == 1
