"""The lines of a row fill their list, whatever stands in them."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.geometry import Size
from textual.style import Style

from bulletin_tui.ui.rendering.list_rows import ListRow, RowLine, row_strips

LONG = RowLine("Trạm bơm và kênh mương", right="12")


def texts(row: ListRow, size: Size) -> list[str]:
    """What is painted."""
    strips = row_strips(row, size, "▌", Style.null(), lambda _role: Style.null())
    return ["".join(segment.text for segment in strip) for strip in strips]


@pytest.mark.parametrize("width", [5, 12, 24, 40])
def test_behind_the_gutter_a_line_takes_all_of_the_width(width: int) -> None:
    shown = texts(ListRow((LONG, RowLine("汉字汉字汉字"))), Size(width, 3))
    assert [cell_len(text) for text in shown] == [width] * 3
    assert all(text.startswith("▌") for text in shown)
    assert shown[0].endswith(" 12")


def test_lines_for_which_there_is_no_room_are_left_out() -> None:
    assert texts(ListRow((LONG, LONG, LONG)), Size(9, 1)) == ["▌Trạm… 12"]
