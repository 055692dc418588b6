"""The first journey on a real terminal: read, find without accents, highlight, leave, come back."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from terminal.pty_kit import Program, start

if TYPE_CHECKING:
    from pathlib import Path

BULLETIN = [sys.executable, "-m", "bulletin_tui"]
ENTER = "\r"


def reader(home: Path, size: tuple[int, int]) -> Program:
    return start(BULLETIN, home=home, size=size)


def kept_marks(home: Path) -> list[dict[str, str]]:
    answer = subprocess.run(
        [*BULLETIN, "annotations", "--json"],
        env={"HOME": str(home), "LANG": "C.UTF-8"},
        capture_output=True,
        check=True,
    )
    found: list[dict[str, str]] = json.loads(answer.stdout)["annotations"]
    return found


def test_a_highlight_is_there_at_the_same_words_after_leaving(tmp_path: Path) -> None:
    with reader(tmp_path, (120, 40)) as program:
        program.wait_for_text("min left")
        program.send("/")
        program.send("ket luan 94")
        program.wait_for_text("94-KL/TW")
        program.wait_for_text("1 article")
        program.send(ENTER)
        program.wait_for_text("highlight")
        program.send(ENTER)
        program.wait_for_text("words selected")
        program.send("h")
        program.wait_for_text("Saved.")
        program.send("q")
        assert program.wait_for_exit() == 0
    (kept,) = kept_marks(tmp_path)
    assert "94-KL/TW" in kept["quote"]
    with reader(tmp_path, (80, 24)) as program:
        program.wait_for_text("94-KL/TW")
        program.send("q")
        assert program.wait_for_exit() == 0


def test_two_windows_see_each_others_marks(tmp_path: Path) -> None:
    with reader(tmp_path, (100, 30)) as one, reader(tmp_path, (100, 30)) as other:
        one.wait_for_text("min left")
        other.wait_for_text("min left")
        one.send("h")
        one.wait_for_text("▪")
        other.wait_for_text("▪", timeout=10)


def test_the_terminal_is_left_as_it_was(tmp_path: Path) -> None:
    with reader(tmp_path, (80, 24)) as program:
        program.wait_for_text("min left")
        program.send("q")
        assert program.wait_for_exit() == 0
        assert b"\x1b[?1049l" in program.raw
        assert b"Traceback" not in program.raw


@pytest.mark.parametrize("keys", ["qq", "hq", "hhqqqq", "\x11\x11", "/nghi quyet\x11", "J\x11"])
def test_leaving_in_a_hurry_is_leaving_in_order(tmp_path: Path, keys: str) -> None:
    with reader(tmp_path, (80, 24)) as program:
        program.wait_for_text("min left")
        program.send(keys)
        assert program.wait_for_exit() == 0
        assert b"Traceback" not in program.raw


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_that_is_asked_to_end_saves_the_note_and_leaves_in_order(
    tmp_path: Path, number: signal.Signals
) -> None:
    with reader(tmp_path, (80, 24)) as program:
        program.wait_for_text("min left")
        program.send("a")
        program.wait_for_text("Discard")
        program.send("sông cạn")
        program.wait_for_text("sông cạn")
        program.signal(number)
        assert program.wait_for_exit() == 128 + number
        assert b"\x1b[?1049l" in program.raw
        assert b"Traceback" not in program.raw
    (kept,) = kept_marks(tmp_path)
    assert kept["note"] == "sông cạn"


def test_a_byte_that_is_no_text_ends_nothing(tmp_path: Path) -> None:
    with reader(tmp_path, (80, 24)) as program:
        program.wait_for_text("min left")
        program.send("a")
        program.wait_for_text("Discard")
        program.send("sông ".encode() + b"\xff" + "cạn".encode())
        program.wait_for_text("sông cạn")
        program.signal(signal.SIGTERM)
        program.wait_for_exit()
    (kept,) = kept_marks(tmp_path)
    assert kept["note"] == "sông cạn"


@pytest.mark.parametrize("elsewhere", ["2>errors", "2>&-"])
def test_the_reader_is_painted_also_where_errors_go_elsewhere(
    elsewhere: str, tmp_path: Path
) -> None:
    command = f'exec "{sys.executable}" -m bulletin_tui {elsewhere}'
    with start(["/bin/sh", "-c", command], home=tmp_path) as program:
        program.wait_for_text("min left")
        program.send("q")
        assert program.wait_for_exit() == 0
