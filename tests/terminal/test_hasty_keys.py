"""Keys that come faster than the screen: nothing crashes, nothing that was saved is lost."""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

import pytest

from terminal.pty_kit import Program, start

if TYPE_CHECKING:
    from pathlib import Path

BULLETIN = [sys.executable, "-m", "bulletin_tui"]
CTRL_P, CTRL_Q, ESCAPE, ENTER, F1, F4 = "\x10", "\x11", "\x1b", "\r", "\x1bOP", "\x1bOS"
SIZES = [(20, 5), (40, 20), (80, 24), (120, 40), (200, 50)]
KEYS = [
    *"abcghijklmnoprtuvxyzTJKNG12345/?:.,[]{}()<>+-= ệđ",
    *(ENTER, ESCAPE, "\t", "\x7f", CTRL_P, F1, F4, "\x06", "\x0f", "\x15", "\x04", "\x19"),
    *("\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[1;2C", "\x1b[1;5B", "\x1b[5~", "\x1b[6~"),
    *("\x1bOQ", "\x1bOR", "\x1b[15~", "\x1b[17~", "\x1b[19~", "\x1b[20~"),
]


def leave(program: Program) -> None:
    """Leave with the one key that means it everywhere."""
    program.send(CTRL_Q)
    assert program.wait_for_exit() == 0
    assert b"Traceback" not in program.raw


@pytest.mark.parametrize(
    "keys",
    [
        CTRL_P + ENTER * 3,
        "T" + ENTER * 3,
        "a" + "\x07" * 3,
        F1 + "qqq",
        f"{F4}x{F4}{F4}",
        "/giao" + ENTER * 3 + "nnnNNN",
    ],
)
def test_a_key_too_many_does_no_harm(tmp_path: Path, keys: str) -> None:
    with start(BULLETIN, home=tmp_path, size=(80, 24)) as program:
        program.wait_for_text("min left")
        program.send(keys)
        program.send("j")
        leave(program)


@pytest.mark.parametrize("count", [600, pytest.param(20_000, marks=pytest.mark.long)])
def test_no_keys_whatever_end_the_program(tmp_path: Path, count: int) -> None:
    chosen = random.Random(29)
    with start(BULLETIN, home=tmp_path, size=(80, 24)) as program:
        program.wait_for_text("min left")
        for number in range(1, count + 1):
            program.send(chosen.choice(KEYS))
            if number % 100 == 0:
                program.resize(*chosen.choice(SIZES))
                before = program.frames
                program.send("\x0c")
                program.wait_for_frames(before + 1)
        leave(program)
