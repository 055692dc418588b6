"""Measuring text in cells."""

from __future__ import annotations

from rich.cells import cell_len

from bulletin_tui.ui.rendering.cells import (
    cell_width,
    clusters,
    cut_to_cells,
    is_even,
    offset_at_cell,
)


def test_what_is_taken_for_one_cell_is_one_cell_to_the_terminal_library() -> None:
    even = [char for char in map(chr, range(0x20, 0x30000)) if is_even(char, 0, 1)]
    assert [char for char in even if cell_len(char) != 1] == []


def test_vietnamese_is_even() -> None:
    text = "Đẩy mạnh đổi mới “căn bản” – từ 2013 đến nay… 5% – ½ Ư ờ ỹ Ỷ"
    assert is_even(text, 0, len(text))
    assert cell_width(text) == len(text)


def test_wide_letters_and_joined_emoji_are_measured() -> None:
    assert cell_width("日本") == 4
    assert [cells for _start, _end, cells in clusters("a👨\u200d👩日", 0, 5)] == [1, 2, 2]


def test_a_mark_belongs_to_the_letter_before_it() -> None:
    assert list(clusters("e\u0302o", 0, 3)) == [(0, 2, 1), (2, 3, 1)]
    assert offset_at_cell("e\u0302o", 0, 3, 1) == 2


def test_a_text_is_cut_to_its_cells_with_an_ellipsis() -> None:
    assert cut_to_cells("Hội nghị", 8) == "Hội nghị"
    assert cut_to_cells("Hội nghị", 5) == "Hội …"
    assert cut_to_cells("日本語", 4) == "日…"
    assert cut_to_cells("Hội", 0) == ""
