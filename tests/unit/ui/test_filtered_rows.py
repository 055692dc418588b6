"""The sidebar's rows while it is filtered: what fits, with the letters that fit marked."""

from __future__ import annotations

from bulletin_tui.model.library import Entry, Library
from bulletin_tui.services.finding_titles import TitleFinder
from bulletin_tui.services.reading import ReadingState
from bulletin_tui.ui.rendering.filtered_rows import FilteredRows, title_lines
from bulletin_tui.ui.rendering.list_rows import Role, RowLine
from bulletin_tui.ui.rendering.sidebar_rows import SidebarRow

LIBRARY = Library(
    (
        Entry("c", "Lớp học bơi mùa hè", None, None),
        Entry("b", "Biên bản cuộc họp phụ huynh cuối học kỳ", "Phòng Giáo dục", "Sa Pa"),
        Entry("a", "Thư viện mở cửa", None, None),
    )
)


def rows(typed: str, state: ReadingState | None = None, limit: int = 10) -> FilteredRows:
    found = TitleFinder(LIBRARY).find(typed, limit, lambda: False)
    return FilteredRows(found, state or ReadingState())


def lines(typed: str, width: int, state: ReadingState | None = None) -> tuple[RowLine, ...]:
    return title_lines(rows(typed, state)[0], "• ", Role.TEXT, width)


def marked(shown: tuple[RowLine, ...]) -> list[str]:
    return [line.text[span.start : span.end] for line in shown for span in line.spans]


def test_what_fits_is_one_flat_list_the_newest_first() -> None:
    fitting = rows("hoc")
    assert [fitting[index].article_id for index in range(len(fitting))] == ["c", "b"]
    assert {fitting[index].depth for index in range(len(fitting))} == {0}


def test_the_letters_that_fit_are_marked_with_their_accents() -> None:
    assert marked(lines("ho mu", 60)) == ["họ", "mù"]


def test_a_match_far_into_a_title_is_seen_in_a_narrow_list() -> None:
    shown = lines("cuoi ky", 14)
    assert shown[0].text.startswith("• …")
    assert marked(shown) == ["cuối", "kỳ"]
    assert all(len(line.text) <= 14 for line in shown)


def test_a_title_begins_at_its_beginning_when_its_match_is_near() -> None:
    assert lines("bien", 24)[0].text.startswith("• Biên bản")


def test_a_title_goes_on_below_its_first_line() -> None:
    shown = lines("bien", 24)
    assert [line.text for line in shown] == ["• Biên bản cuộc họp phụ", "  huynh cuối học kỳ"]


def test_a_title_that_fits_no_filter_stands_on_one_line() -> None:
    row = SidebarRow("all", LIBRARY.title_at(1), article_id="b")
    assert title_lines(row, "• ", Role.TEXT, 10) == (RowLine(f"• {row.label}"),)


def test_rows_tell_what_was_read_and_marked() -> None:
    row = rows("thu", ReadingState(frozenset({"a"}), {"a": 2}))[0]
    assert row.is_read
    assert row.is_marked
    assert title_lines(row, "  ", Role.MUTED, 30)[0].right


def test_every_row_is_found_again_by_its_key() -> None:
    fitting = rows("hoc")
    assert [fitting.find(fitting[index].key) for index in range(len(fitting))] == [0, 1]
    assert fitting.find("a") is None


def test_a_row_is_in_no_group() -> None:
    assert rows("hoc").heading_index(1) == 1
