"""The program is asked to end from outside while a note is being written."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

from bulletin_tui.ui.signals import ANSWERED_WITHIN_S
from terminal.pty_kit import start

if TYPE_CHECKING:
    from pathlib import Path

    from terminal.pty_kit import Program

BULLETIN = [sys.executable, "-m", "bulletin_tui"]


def test_a_note_that_has_to_wait_for_the_database_is_still_saved(tmp_path: Path) -> None:
    with start(BULLETIN, home=tmp_path, size=(80, 24)) as program:
        begin_a_note(program)
        database = tmp_path / ".local/share/bulletin/state.db"
        with closing(sqlite3.connect(database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            program.signal(signal.SIGTERM)
            time.sleep(ANSWERED_WITHIN_S + 1)
            other.execute("ROLLBACK")
        assert program.wait_for_exit() == 128 + signal.SIGTERM
    assert notes(tmp_path) == ["sông cạn"]


def test_a_note_is_saved_when_an_interrupt_comes_from_outside(tmp_path: Path) -> None:
    with start(BULLETIN, home=tmp_path, size=(80, 24)) as program:
        begin_a_note(program)
        program.signal(signal.SIGINT)
        assert program.wait_for_exit() == 128 + signal.SIGINT
    assert notes(tmp_path) == ["sông cạn"]


def begin_a_note(program: Program) -> None:
    """Open the reader's editor and type into it."""
    program.wait_for_text("min left")
    program.send("a")
    program.wait_for_text("Discard")
    program.send("sông cạn")
    program.wait_for_text("sông cạn")


def notes(home: Path) -> list[str]:
    """What was written on the marks that are saved."""
    answer = subprocess.run(
        [*BULLETIN, "annotations", "--json"],
        env={"HOME": str(home), "LANG": "C.UTF-8"},
        capture_output=True,
        check=True,
    )
    return [mark["note"] for mark in json.loads(answer.stdout)["annotations"]]
