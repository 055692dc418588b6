"""What the command line writes cannot steer a terminal, and JSON says what was put in."""

from __future__ import annotations

import errno
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.cli.output import NotWrittenError, Output, Style
from bulletin_tui.text.forbidden import FORBIDDEN

HOSTILE = "\x1b]0;pwned\x07 \x9b31m \u202egnp.exe \x7f \x00"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class FullDisk(io.StringIO):
    """A stream that takes nothing more."""

    def write(self, _text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture(autouse=True)
def terminal_with_styles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def test_a_line_carries_no_control_of_its_own() -> None:
    stream = Terminal()
    Output(stream, io.StringIO()).line(HOSTILE, (HOSTILE, Style.MATCH))
    written = stream.getvalue().replace(Style.MATCH, "").replace("\x1b[0m", "")
    assert not FORBIDDEN.search(written.removesuffix("\n"))


def test_a_row_has_a_tab_between_cells_and_none_inside() -> None:
    stream = io.StringIO()
    Output(stream, io.StringIO()).row("số\thiệu", "29-NQ/TW\n", HOSTILE)
    assert stream.getvalue().count("\t") == 2
    assert stream.getvalue().count("\n") == 1


def test_a_text_keeps_its_lines_and_loses_its_escapes() -> None:
    stream = io.StringIO()
    Output(stream, io.StringIO()).text("dòng một\ndòng \x1bhai\n")
    assert stream.getvalue() == "dòng một\ndòng ␛hai\n"


def test_warnings_go_to_stderr_and_are_guarded_too() -> None:
    out, err = io.StringIO(), io.StringIO()
    Output(out, err).warn(f"không đọc được {HOSTILE}")
    assert out.getvalue() == ""
    assert not FORBIDDEN.search(err.getvalue().removesuffix("\n"))


@pytest.mark.parametrize("variable", [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_styles_when_the_person_wants_none(
    variable: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(*variable)
    stream = Terminal()
    Output(stream, io.StringIO()).line(("tiêu đề", Style.STRONG))
    assert stream.getvalue() == "tiêu đề\n"


def test_styles_are_for_terminals_only() -> None:
    terminal, pipe = Terminal(), io.StringIO()
    for stream in (terminal, pipe):
        Output(stream, io.StringIO()).line(("tiêu đề", Style.STRONG))
    assert terminal.getvalue() == "\x1b[1mtiêu đề\x1b[0m\n"
    assert pipe.getvalue() == "tiêu đề\n"


@given(st.lists(st.text(st.characters(), max_size=20)))
def test_json_reads_back_as_it_was_and_holds_nothing_forbidden(values: list[str]) -> None:
    stream = io.StringIO()
    Output(stream, io.StringIO()).json({"values": values})
    assert json.loads(stream.getvalue()) == {"values": values}
    assert not FORBIDDEN.search(stream.getvalue().replace("\n", ""))


def test_json_keeps_letters_readable() -> None:
    stream = io.StringIO()
    Output(stream, io.StringIO()).json({"title": "Đổi mới"})
    assert '"Đổi mới"' in stream.getvalue()


def test_a_full_disk_is_said_in_words() -> None:
    with pytest.raises(NotWrittenError, match="No space left"):
        Output(FullDisk(), io.StringIO()).line("một dòng")


def test_progress_is_one_line_and_for_terminals_only() -> None:
    terminal, pipe = Terminal(), io.StringIO()
    for stream in (terminal, pipe):
        out = Output(io.StringIO(), stream)
        out.progress("một\x1b[2J")
        out.end_progress()
    assert terminal.getvalue() == "\rmột␛[2J\x1b[K\r\x1b[K"
    assert pipe.getvalue() == ""
