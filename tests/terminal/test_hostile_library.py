"""A library made to do harm: no screen lets a byte of it command the terminal, or run an action."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from terminal.foreign_bytes import foreign_controls
from terminal.pty_kit import Program, start

READER = [sys.executable, str(Path(__file__).parent / "apps" / "reader_app.py")]
EVIL = "\x1b[31mĐỏ\x1b]52;c;eA==\x07\x9b1m\u202eABC\x00\x08\x7f[@click=app.quit]x[/] [/b]"
ESCAPE, ENTER, CTRL_P, F1, F4 = "\x1b", "\r", "\x10", "\x1bOP", "\x1bOS"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    front = (
        f"title: {json_text('Tin ' + EVIL)}\nsource: {json_text(EVIL)}\nplace: {json_text(EVIL)}"
    )
    table = f"| a | b |\n|---|---|\n| {EVIL} | 2 |\n"
    body = f"# Mục {EVIL}\n\nMột đoạn {EVIL} văn.\n\n- mục {EVIL}\n\n{table}"
    (folder / "mot.md").write_text(f"---\n{front}\n---\n\n{body}", encoding="utf-8")
    (folder / f"hai{EVIL.replace('/', '').replace(chr(0), '')}.txt").write_text(
        f"Hai {EVIL}\n\nĐoạn {EVIL}\n", encoding="utf-8"
    )
    (folder / "xau\x1b[7m.md").write_bytes(b"\x00\x01\x02\x03" * 50)
    return folder


def json_text(text: str) -> str:
    return '"' + "".join(f"\\u{ord(c):04x}" for c in text) + '"'


def walk_every_screen(program: Program) -> None:
    program.wait_for_text("Hai")
    program.send("J")
    program.wait_for_text("Mục")
    for keys, seen in (
        (F1, "In the text"),
        (CTRL_P, "All commands"),
        ("T", "Contents"),
        ("a", "Save (Esc)"),
        (F4, "Filter: words"),
        ("/van", "1 article"),
    ):
        program.send(keys)
        program.wait_for_text(seen)
        if keys == "a":
            pasted = EVIL.replace("\x1b", "") + "dán"  # terminals keep ESC out of a paste
            program.send(f"\x1b[200~{pasted}\x1b[201~")
            program.wait_for_text("[/b]dán")
        leave(program, seen)
    program.send("b")
    program.wait_for_text("Bookmarked")


def leave(program: Program, seen: str) -> None:
    """Press Escape, and let it be understood as such before anything else is typed."""
    program.send(ESCAPE)
    program.wait_for(lambda now: seen not in now.text, f"{seen!r} has gone")


def test_no_screen_lets_a_hostile_text_command_the_terminal(tmp_path: Path, library: Path) -> None:
    with start([*READER, str(library)], home=tmp_path, size=(120, 40)) as program:
        walk_every_screen(program)
        program.send("q")
        assert program.wait_for_exit() == 0
        assert foreign_controls(program.raw) == []
        assert "[@click=app.quit]" in program.raw.decode("utf-8", "replace")


def test_clicking_on_a_hostile_text_runs_nothing(tmp_path: Path, library: Path) -> None:
    with start([*READER, str(library)], home=tmp_path, size=(120, 40)) as program:
        program.wait_for_text("[@click=app.quit]")
        for row, line in enumerate(program.lines):
            column = line.find("[@click=app.quit]x")
            if column >= 0:
                program.click(column + len("[@click=app.quit]"), row)
        program.send("/")
        program.wait_for_text("Esc back")
        leave(program, "Esc back")
        program.send("q")
        assert program.wait_for_exit() == 0
