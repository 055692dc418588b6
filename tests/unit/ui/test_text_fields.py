"""The text of a field is composed, whichever way it gets there."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from bulletin_tui.ui.widgets.note_area import NoteArea
from bulletin_tui.ui.widgets.text_fields import LineField, compose_at_end

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import Widget

LETTERS_AND_MARKS = st.text("aeoơ đĐệ.\u0301\u0302\u0309\u031b\u0323\u1100\u1161\u11a8")


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


class FieldApp(App[None]):
    """Shows one field."""

    def __init__(self, make: Callable[[], Widget]) -> None:
        super().__init__()
        self.make = make

    def compose(self) -> ComposeResult:
        yield self.make()


@given(LETTERS_AND_MARKS, LETTERS_AND_MARKS)
def test_adding_text_gives_what_composing_the_whole_would(before: str, added: str) -> None:
    before = unicodedata.normalize("NFC", before)
    kept, rest = compose_at_end(before, added)
    assert before[:kept] + rest == unicodedata.normalize("NFC", before + added)


def test_marks_reach_back_to_their_letter_only() -> None:
    assert compose_at_end("viê", "\u0323t") == (2, "ệt")
    assert compose_at_end("vi", "ệt") == (2, "ệt")


async def test_a_line_set_by_the_program_is_composed() -> None:
    app = FieldApp(lambda: LineField(decomposed("Hà Nội")))
    async with app.run_test():
        field = app.query_one(LineField)
        assert field.value == "Hà Nội"
        field.value = decomposed("Hạ Long")
        assert field.value == "Hạ Long"
        assert field.cursor_position <= len("Hạ Long")


async def test_a_line_that_is_full_takes_no_more_and_the_cursor_stays() -> None:
    app = FieldApp(lambda: LineField("đủ rồi", max_length=6))
    async with app.run_test():
        field = app.query_one(LineField)
        field.cursor_position = 2
        field.insert_text_at_cursor("!")
        assert (field.value, field.cursor_position) == ("đủ rồi", 2)


async def test_a_note_opens_clean_and_can_be_undone() -> None:
    app = FieldApp(lambda: NoteArea(decomposed("một\r\nhai\x1b[31m")))
    async with app.run_test():
        note = app.query_one(NoteArea)
        assert note.text == "một\nhai"
        note.insert(" ba", note.document.end)
        note.undo()
        assert note.text == "một\nhai"


async def test_what_was_copied_in_the_program_is_pasted_clean() -> None:
    app = FieldApp(LineField)
    async with app.run_test():
        line = app.query_one(LineField)
        app.copy_to_clipboard("hai\ndòng")
        line.action_paste()
        assert line.value == "hai dòng"
