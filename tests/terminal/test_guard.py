"""No text from outside, in whatever widget it stands, writes a control to the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from terminal.foreign_bytes import foreign_controls

if TYPE_CHECKING:
    from terminal.conftest import StartApp

SEQUENCES = {
    "colour": "\x1b[31m",
    "clipboard": "\x1b]52;c;eA==\x07",
    "title": "\x1b]0;x\x1b\\",
    "one-byte sequences": "\x9b31m\x9d0;x\x9c",
    "reset": "\x1bc",
}
CONTROLS = {
    "end of string": "\x00",
    "bell": "\x07",
    "backspace": "\x08",
    "shift out": "\x0e",
    "delete": "\x7f",
    "next line": "\x85",
    "line separator": "\u2028",
    "right to left": "\u202e",
    "isolate": "\u2066",
    "zero width space": "\u200b",
}
WIDGETS = [
    "border title",
    "border subtitle",
    "static",
    "label",
    "line of our own",
    "input",
    "placeholder",
    "field",
    "note",
    "options",
    "rows",
    "toast title",
    "toast",
]
CTRL_Q = "\x11"
MARKUP = "[@click=app.bell]x [/] [/b] [red]đỏ"


@pytest.mark.parametrize("hostile", [SEQUENCES, CONTROLS], ids=["sequences", "controls"])
def test_no_control_in_a_text_reaches_the_terminal(
    start_app: StartApp, hostile: dict[str, str]
) -> None:
    text = "A" + "·".join(hostile.values())
    program = start_app("hostile_app", text.encode("unicode_escape").decode())
    program.wait_for_text("xong")
    assert program.text.count("A") >= len(WIDGETS)
    program.send(CTRL_Q)
    assert program.wait_for_exit() == 0
    assert foreign_controls(program.raw) == []


def test_markup_in_a_text_is_shown_as_it_stands_and_cannot_be_clicked(
    start_app: StartApp,
) -> None:
    program = start_app("hostile_app", MARKUP.encode("unicode_escape").decode())
    program.wait_for_text("xong")
    assert program.text.count(MARKUP) >= len(WIDGETS)
    for row, line in enumerate(program.lines):
        if "]x" in line:
            program.click(line.index("]x") + 1, row)
    program.send(CTRL_Q)
    assert program.wait_for_exit() == 0
    assert foreign_controls(program.raw) == []
