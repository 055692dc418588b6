"""A line of a row is as wide as its room, cut where it has to be, and each part set by its role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style
from textual.geometry import Size

from bulletin_tui.ui.rendering.cells import cell_width
from bulletin_tui.ui.rendering.list_rows import ListRow, Role, RowLine, RowSpan, row_strips

if TYPE_CHECKING:
    from textual.strip import Strip

SIGNS = ["a", "ộ", "Đ", " ", "字", "e\u0301", "\u0301", "👩", "👩\u200d🌾", "☀\ufe0f", "…"]
LETTERS = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)
SPANS = st.lists(
    st.builds(RowSpan, st.integers(0, 40), st.integers(0, 40), st.just(Role.MATCH)), max_size=3
)


def named(role: Role, part: Role | None) -> Style:
    """A style that tells which roles asked for it."""
    return Style(meta={"roles": f"{role}/{part}" if part else str(role)})


def strip(line: RowLine, width: int, gutter: str = " ") -> Strip:
    (only,) = row_strips(ListRow((line,)), Size(width, 1), gutter, named)
    return only


def parts(line: RowLine, width: int) -> list[tuple[str, str]]:
    """What stands behind the gutter, with its roles."""
    _gutter, *segments = strip(line, width)
    return [(text, style.meta["roles"]) for text, style, _control in segments if style]


@given(LETTERS, SPANS, st.sampled_from(["", "7", "1.234"]), st.integers(1, 40))
def test_a_line_takes_exactly_its_cells(
    text: str, spans: list[RowSpan], right: str, width: int
) -> None:
    only = strip(RowLine(text, spans=tuple(spans), right=right), width)
    assert cell_width(only.text) == only.cell_length == width
    assert sum(segment.cell_length for segment in only) == width


def test_signs_that_are_joined_into_one_are_set_as_one() -> None:
    line = RowLine("a👩\u200d🌾b", spans=(RowSpan(3, 4, Role.MATCH),))
    assert parts(line, 5) == [("a", "text"), ("👩\u200d🌾", "text/match"), ("b", "text")]


def test_what_does_not_fit_is_cut_with_an_ellipsis_and_the_count_stays() -> None:
    assert strip(RowLine("Nghị quyết số 29", right="12"), 14).text == " Nghị quyế… 12"


def test_a_count_alone_is_cut_where_it_has_no_room() -> None:
    assert strip(RowLine("Nghị quyết", right="1.234"), 4).text == "  1…"


def test_each_part_is_set_by_its_role_over_that_of_its_line() -> None:
    line = RowLine("Nghị quyết 29", Role.TITLE, (RowSpan(5, 10, Role.MATCH),), right="3")
    assert parts(line, 18) == [
        ("Nghị ", "title"),
        ("quyết", "title/match"),
        (" 29", "title"),
        ("  ", "text"),
        (" 3", "muted"),
    ]


def test_a_part_that_is_cut_with_its_line_takes_the_ellipsis_along() -> None:
    spans = (RowSpan(5, 10, Role.MATCH), RowSpan(11, 13, Role.OLD))
    assert parts(RowLine("Nghị quyết 29", spans=spans), 9) == [
        ("Nghị ", "text"),
        ("qu…", "text/match"),
    ]


def test_parts_that_overlap_are_set_as_the_first_one_says() -> None:
    spans = (RowSpan(3, 6, Role.OLD), RowSpan(0, 4, Role.MATCH), RowSpan(1, 2, Role.NEW))
    assert parts(RowLine("abcdefg", spans=spans), 8) == [
        ("abcd", "text/match"),
        ("ef", "text/old"),
        ("g", "text"),
    ]


def test_lines_that_a_row_does_not_have_are_blank() -> None:
    lines = row_strips(ListRow((RowLine("một"),)), Size(6, 2), "▌", named)
    assert [line.text for line in lines] == ["▌một  ", "▌     "]


def test_lines_for_which_a_row_has_no_room_are_left_out() -> None:
    two = ListRow((RowLine("một"), RowLine("hai")))
    assert [line.text for line in row_strips(two, Size(6, 1), " ", named)] == [" một  "]
