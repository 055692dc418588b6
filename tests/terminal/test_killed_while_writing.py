"""A note that is being written when the program is killed."""

from __future__ import annotations

import json
import signal
import sys
import time
from typing import TYPE_CHECKING

from terminal.kept_notes import notes
from terminal.pty_kit import Program, start

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE_S = 60.0


def reader(home: Path) -> Program:
    return start([sys.executable, "-m", "bulletin_tui"], home=home, size=(100, 24))


def wait_for_draft(home: Path, note: str) -> None:
    folder = home / ".local/share/bulletin/drafts"
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        for file in folder.glob("*.json"):
            if json.loads(file.read_bytes().partition(b"\n")[0] or b"{}").get("note") == note:
                return
        time.sleep(0.02)
    raise AssertionError("the draft was never kept")


def test_it_is_saved_at_the_next_start(tmp_path: Path) -> None:
    with reader(tmp_path) as program:
        program.wait_for_text("min left")
        program.send("a")
        program.wait_for_text("Discard")
        program.send("sông cạn")
        program.wait_for_text("sông cạn")
        wait_for_draft(tmp_path, "sông cạn")
        program.signal(signal.SIGKILL)
        program.wait_for_exit()
    assert notes(tmp_path) == []
    with reader(tmp_path) as program:
        program.wait_for_text("undoes")
        program.send("u")
        program.wait_for_text("Undone")
        program.send("q")
        program.wait_for_exit()
    with reader(tmp_path) as program:
        program.wait_for_text("min left")
        program.send("q")
        program.wait_for_exit()
    assert notes(tmp_path) == []
