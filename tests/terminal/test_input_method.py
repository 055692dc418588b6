"""What an input method sends arrives as the words it means, however its bytes are bundled."""

from __future__ import annotations

import ast
import re
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from terminal.pty_kit import Program, start

if TYPE_CHECKING:
    from collections.abc import Iterator

APP = Path(__file__).parent / "apps" / "typing_app.py"
DEL = "\x7f"
BACKSPACE = "\x08"
LEFT = "\x1b[D"
HOME = "\x1b[H"
DELETE = "\x1b[3~"
ALT_BACKSPACE = "\x1b\x7f"
CTRL_R = "\x12"


def _pasted(text: str) -> str:
    return f"\x1b[200~{text}\x1b[201~"


@dataclass
class Field:
    """A field on a terminal; what is typed is read back with its report."""

    program: Program
    reports: int = 0

    def typed(self, *writes: str | bytes) -> str:
        """The field's text after these writes, each painted before the next."""
        for write in writes[:-1]:
            frames = self.program.frames
            self.program.send(write)
            self.program.wait_for_frames(frames + 1)
        self.program.send(writes[-1])
        return self.report(CTRL_R)

    def report(self, key: str = "") -> str:
        """The text told in the next report, which `key` asks for."""
        self.reports += 1
        heading = f"report {self.reports}: "
        self.program.send(key)
        self.program.wait_for_text(heading)
        told = re.search(rf"^{heading}(.*)$", self.program.text, re.MULTILINE)
        assert told is not None
        return str(ast.literal_eval(told[1]))


def _started(kind: str, home: Path) -> Iterator[Field]:
    with start([sys.executable, str(APP), kind], home=home, size=(200, 12)) as program:
        program.wait_for_text("report 0")
        program.wait_for(lambda now: now.frames > 0, "a frame")
        yield Field(program)


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Field]:
    yield from _started("line", tmp_path_factory.mktemp("line"))


@pytest.fixture(scope="module")
def note(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Field]:
    yield from _started("note", tmp_path_factory.mktemp("note"))


@pytest.fixture(params=["line", "note"])
def either(request: pytest.FixtureRequest) -> Field:
    field = request.getfixturevalue(request.param)
    assert isinstance(field, Field)
    return field


@pytest.mark.parametrize("erase", [DEL, BACKSPACE])
def test_a_burst_of_backspaces_and_letters_is_taken_in_order(either: Field, erase: str) -> None:
    assert either.typed(f"viet{erase}{erase}ệt") == "việt"
    assert either.typed(f"tie{erase}êng{erase * 3}ếng vie{erase}êt{erase * 2}ệt") == "tiếng việt"


def test_keys_that_come_one_by_one_give_the_same_word(either: Field) -> None:
    assert either.typed(*"viet", DEL, DEL, "ệ", "t") == "việt"


def test_a_letter_may_be_cut_between_its_bytes(either: Field) -> None:
    first, rest = "ệ".encode()[:2], "ệ".encode()[2:]
    either.program.send(b"vi" + first)
    assert either.typed(rest + b"t") == "việt"


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (f"iệt{HOME}v", "việt"),
        (f"vit{LEFT}ệ", "việt"),
        (f"viẹt{LEFT}{LEFT}{DELETE}ệ", "việt"),
        ("một hai\x17ba", "một ba"),
        ("sai\x15đúng", "đúng"),
        (f"đầu đuôi{HOME}\x0bxong", "xong"),
        (f"một hai{ALT_BACKSPACE}ba", "một ba"),
        (f"ột{HOME}M\x05 ngày", "Một ngày"),
    ],
)
def test_moving_and_erasing_keys_act_between_letters(either: Field, keys: str, text: str) -> None:
    assert either.typed(keys) == text


def test_letters_and_marks_that_come_apart_are_joined(either: Field) -> None:
    words = "Tiếng Việt, đường phố, nghĩa lý"
    assert either.typed(unicodedata.normalize("NFD", words)) == words
    assert either.typed("e\u0323\u0302 e\u0302\u0323") == "ệ ệ"


def test_a_mark_joins_a_letter_in_the_middle_and_the_cursor_stays_behind_it(either: Field) -> None:
    assert either.typed(f"viet{LEFT}\u0302\u0323!") == "việ!t"


def test_what_kitty_commits_for_an_input_method_is_typed(either: Field) -> None:
    assert either.typed("vi\x1b[0;;7879ut") == "việt"
    assert either.typed("vi\x1b[0;;7879:116u") == "việt"


def test_several_pasted_lines_become_one_line_in_a_field_and_stay_lines_in_a_note(
    line: Field, note: Field
) -> None:
    pasted = _pasted("Nghị quyết\r\n  số\t29\r\n")
    assert line.typed(f"[{pasted}]") == "[Nghị quyết số 29]"
    assert note.typed(f"[{pasted}]") == "[Nghị quyết\n  số    29\n]"


def test_a_paste_replaces_the_selection_and_is_composed(either: Field) -> None:
    select_left = "\x1b[1;2D"
    pasted = _pasted(unicodedata.normalize("NFD", "phường"))
    assert either.typed(f"xã{select_left * 2}{pasted} Hà An") == "phường Hà An"


@pytest.mark.parametrize("hostile", ["a\x1b[31mb", "a\x1b]52;c;eA==\x07b", "a\x9b\u202e\x07b"])
def test_what_is_pasted_cannot_control_the_terminal_or_the_program(
    either: Field, hostile: str
) -> None:
    text = either.typed(_pasted(hostile))
    assert "a" in text
    assert "b" in text
    assert all(char.isprintable() for char in text)


def test_enter_hands_over_what_was_typed_before_it(line: Field) -> None:
    line.program.send("trước\rsau")
    assert line.report() == "trước"
    line.typed("")


def test_enter_in_a_note_is_a_new_line_and_tab_leaves_it(note: Field) -> None:
    assert note.typed("một\rhai") == "một\nhai"
    assert note.typed("\t", "nơi khác") == ""
    assert note.typed("\x1b[Z", "về lại") == "về lại"
