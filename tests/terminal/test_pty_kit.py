"""The terminal that the other tests look through can itself be trusted."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import pytest

from terminal.foreign_bytes import foreign_controls
from terminal.pty_kit import start

if TYPE_CHECKING:
    from pathlib import Path

_TEXTUAL_APP = """
from textual.app import App
from textual.widgets import Static

class Hello(App):
    BINDINGS = [("q", "quit", ""), ("c", "copy", "")]

    def compose(self):
        yield Static("Chào bạn đọc")

    def on_resize(self, event):
        self.query_one(Static).update(f"rộng {event.size.width}")

    def action_copy(self):
        self.copy_to_clipboard("đã chép")

Hello().run()
"""


def _python(source: str) -> list[str]:
    return [sys.executable, "-c", source]


def test_what_a_program_prints_stands_on_the_screen(tmp_path: Path) -> None:
    with start(_python("print('Tiếng Việt'); input()"), home=tmp_path) as program:
        program.wait_for_text("Tiếng Việt")
        assert program.lines[0] == "Tiếng Việt"
        assert program.cursor == (0, 1)


def test_what_is_typed_reaches_the_program(tmp_path: Path) -> None:
    with start(_python("print('nghe:', input().upper())"), home=tmp_path) as program:
        program.send("được\r")
        program.wait_for_text("nghe: ĐƯỢC")


def test_the_program_lives_in_the_given_home_with_a_bare_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    source = "import os; print(os.getcwd(), os.environ['HOME'], os.environ.get('NO_COLOR'))"
    with start(_python(source), home=tmp_path, size=(300, 5)) as program:
        program.wait_for_text(f"{tmp_path} {tmp_path} None")


def test_an_exit_status_and_a_signal_are_told_apart(tmp_path: Path) -> None:
    with start(_python("raise SystemExit(3)"), home=tmp_path) as program:
        assert program.wait_for_exit() == 3
    with start(_python("print('sẵn sàng'); input()"), home=tmp_path) as program:
        program.wait_for_text("sẵn sàng")
        program.signal(signal.SIGTERM)
        assert program.wait_for_exit() == -signal.SIGTERM


def test_waiting_for_what_never_comes_shows_the_screen(tmp_path: Path) -> None:
    with (
        start(_python("print('một trang')"), home=tmp_path) as program,
        pytest.raises(AssertionError, match="một trang"),
    ):
        program.wait_for_text("hai trang")


def test_ctrl_c_is_a_signal_because_the_terminal_controls_the_program(tmp_path: Path) -> None:
    source = "import time\nprint('chờ', flush=True)\ntime.sleep(60)"
    with start(_python(source), home=tmp_path) as program:
        program.wait_for_text("chờ")
        program.send(b"\x03")
        program.wait_for_text("KeyboardInterrupt")


def test_a_textual_program_is_seen_frame_by_frame_and_writes_nothing_foreign(
    tmp_path: Path,
) -> None:
    with start(_python(_TEXTUAL_APP), home=tmp_path, size=(60, 10)) as program:
        program.wait_for_text("rộng 60")
        frames = program.frames
        program.resize(90, 20)
        program.wait_for_text("rộng 90")
        assert program.frames > frames
        program.send("q")
        assert program.wait_for_exit() == 0
        assert foreign_controls(program.raw) == []


def test_what_is_copied_through_the_terminal_is_kept(tmp_path: Path) -> None:
    with start(_python(_TEXTUAL_APP), home=tmp_path) as program:
        program.wait_for_text("rộng")
        program.send("c")
        program.wait_for(lambda now: now.copied == ["đã chép"], "the copied text")


@pytest.mark.parametrize(
    "leak",
    [
        "\x1b[31m",
        "\x1b]52;c;eA==\x07",
        "\x1b]0;title\x1b\\",
        "\x1bPq\x1b\\",
        "\x1bc",
        "\x1b",
        "\x1b[6n",
        "\x9b",
        "\x00",
        "\x07",
        "\x08",
        "\x0e",
        "\x7f",
        "\x85",
        "\u2028",
        "\u200b",
        "\u202e",
    ],
)
def test_a_leak_is_found_among_what_textual_writes(leak: str) -> None:
    frame = "\x1b[?2026h\x1b[2;5H\x1b[1;38;2;1;2;3;48;2;9;9;9mA%sề\x1b[0m\r\n\x1b[?2026l"
    assert foreign_controls((frame % leak).encode()) == [leak]
    assert foreign_controls((frame % leak).encode(), own=[leak]) == []


def test_bytes_that_are_not_utf_8_are_foreign() -> None:
    assert foreign_controls(b"A\x9bB") == ["\udc9b"]
