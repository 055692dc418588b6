"""An error in the program itself, while a note is being written."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from terminal.kept_notes import notes
from terminal.pty_kit import Program, start

FAILING = Path(__file__).parent / "apps" / "failing_app.py"
LEAVES_FULL_SCREEN = b"\x1b[?1049l"


def failing(home: Path, where: str) -> Program:
    return start([sys.executable, str(FAILING), where], home=home, size=(100, 24))


def write_a_note(program: Program, note: str) -> None:
    program.wait_for_text("min left")
    program.send("a")
    program.wait_for_text("Discard")
    program.send(note)
    program.wait_for_text(note)


@pytest.mark.parametrize("where", ["screen", "app", "worker", "timer", "panic"])
def test_the_note_is_saved_and_the_person_told_in_words(tmp_path: Path, where: str) -> None:
    with failing(tmp_path, where) as program:
        write_a_note(program, "sông cạn")
        program.signal(signal.SIGUSR1)
        assert program.wait_for_exit() == 1
        told = program.raw.rpartition(LEAVES_FULL_SCREEN)[2].decode()
    assert "an error in the program itself" in told
    assert "Traceback" not in told
    assert "pwned" not in program.raw.decode()
    assert notes(tmp_path) == ["sông cạn"]
    details = (tmp_path / ".cache/bulletin/last-error.txt").read_text(encoding="utf-8")
    assert "KeyError" in details or "the thread that reads keys" in details
    assert "\x1b" not in details


def test_what_is_written_of_an_error_is_whole_also_in_a_window_of_no_size(tmp_path: Path) -> None:
    with failing(tmp_path, "panic") as program:
        program.wait_for_text("min left")
        program.resize(2, 2)
        program.wait_for(lambda now: "min left" not in now.text, "a narrow screen")
        program.signal(signal.SIGUSR1)
        assert program.wait_for_exit() == 1
    details = (tmp_path / ".cache/bulletin/last-error.txt").read_text(encoding="utf-8")
    assert "the thread that reads keys" in details


def test_a_note_that_cannot_be_saved_is_given_back(tmp_path: Path) -> None:
    with failing(tmp_path, "screen") as program:
        write_a_note(program, "sông cạn")
        database = tmp_path / ".local/share/bulletin/state.db"
        with closing(sqlite3.connect(database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            program.signal(signal.SIGUSR1)
            assert program.wait_for_exit(60) == 1
        told = program.raw.rpartition(LEAVES_FULL_SCREEN)[2].decode()
    assert "sông cạn" in told
    assert notes(tmp_path) == []


FAILING_COMMAND = """
from bulletin_tui.cli import main, parser
def run_command(*_):
    raise KeyError("lỗi \\x1b]0;pwned\\x07")
parser.run_command = run_command
main.main(["list"])
"""


def test_a_command_tells_of_it_in_words_too(tmp_path: Path) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", FAILING_COMMAND],
        env={"HOME": str(tmp_path), "LANG": "C.UTF-8"},
        capture_output=True,
        check=False,
    )
    assert answer.returncode == 1
    assert answer.stderr.decode().startswith("Bulletin has stopped")
    assert b"Traceback" not in answer.stderr
    assert "KeyError" in (tmp_path / ".cache/bulletin/last-error.txt").read_text(encoding="utf-8")


def test_without_a_place_for_the_details_they_are_shown(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("no folder", encoding="utf-8")
    answer = subprocess.run(
        [sys.executable, "-c", FAILING_COMMAND],
        env={"HOME": str(tmp_path), "LANG": "C.UTF-8"},
        capture_output=True,
        check=False,
    )
    assert b"KeyError" in answer.stderr
    assert b"pwned\x07" not in answer.stderr
