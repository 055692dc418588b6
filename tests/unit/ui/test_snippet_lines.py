"""An excerpt on the lines of a row shows what matched."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from bulletin_tui.model.article import Span
from bulletin_tui.model.snippet import Snippet
from bulletin_tui.ui.rendering.cells import cell_width
from bulletin_tui.ui.rendering.snippet_lines import snippet_lines

TEXT = "Mười hai bản vùng cao đã có điện lưới từ đầu tháng ba, sớm hơn kế hoạch một năm rưỡi"


def snippet(word: str) -> Snippet:
    start = TEXT.index(word)
    return Snippet(TEXT, 100, (Span(start, start + len(word)),))


def marked(lines: tuple[Snippet, ...]) -> list[str]:
    return [line.text[span.start : span.end] for line in lines for span in line.matches]


def test_a_snippet_is_broken_at_spaces() -> None:
    first, second = snippet_lines(snippet("bản"), 30, 2)
    assert first.text == "Mười hai bản vùng cao đã có"
    assert second.text.startswith("điện lưới")
    assert marked((first, second)) == ["bản"]


def test_a_match_far_behind_is_shown_all_the_same() -> None:
    lines = snippet_lines(snippet("rưỡi"), 20, 2)
    assert marked(lines) == ["rưỡi"]
    assert not any(line.text.startswith(" ") for line in lines)


def test_a_part_knows_where_it_stands_in_the_article() -> None:
    for line in snippet_lines(snippet("rưỡi"), 20, 2):
        start = line.offset - 100
        assert TEXT[start : start + len(line.text)] == line.text


def test_a_snippet_without_matches_begins_at_its_beginning() -> None:
    assert snippet_lines(Snippet(TEXT, 0, ()), 40, 2)[0].text.startswith("Mười hai")


def test_a_text_that_has_room_is_shown_from_its_beginning_wherever_the_match_is() -> None:
    (line,) = snippet_lines(snippet("rưỡi"), len(TEXT), 1)
    assert line.text == TEXT


def test_a_match_that_words_too_long_for_a_line_push_off_the_last_one_is_shown() -> None:
    text = f"xem {'x' * 38} và Nghị quyết 29, ban hành đầu năm, về đổi mới"
    start = text.index("29")
    lines = snippet_lines(Snippet(text, 0, (Span(start, start + 2),)), 40, 2)
    assert lines[0].text.startswith("và Nghị quyết 29")


def test_letters_of_two_cells_fill_the_lines_and_nothing_between_these_is_left_out() -> None:
    text = "東京都は新しい条例を発表し、来月から施行される見通しであると担当者が述べた。"
    start = text.index("見通し")
    first, second = snippet_lines(Snippet(text, 0, (Span(start, start + 3),)), 40, 2)
    assert first.text == text[:20]
    assert second.offset == 20
    assert marked((second,)) == ["見通し"]
    (line,) = snippet_lines(Snippet(text, 0, (Span(start, start + 3),)), 20, 1)
    assert line.text.startswith("施行される見通し")


@given(
    st.text(st.sampled_from("aăâ bđ漢字\u0301"), min_size=1, max_size=120),
    st.integers(3, 50),
    st.integers(1, 4),
    st.data(),
)
def test_the_first_match_always_begins_on_a_line_that_is_as_wide_as_it_may_be(
    text: str, width: int, count: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    assume(text[start] not in " \u0301")
    end = data.draw(st.integers(start + 1, len(text)))
    lines = snippet_lines(Snippet(text, 0, (Span(start, end),)), width, count)
    assert len(lines) <= count
    shown = next(line for line in lines if line.matches)
    assert cell_width(shown.text, 0, shown.matches[0].start) < width
    assert all(cell_width(line.text) <= width for line in lines[:-1])
    assert all(text[line.offset :].startswith(line.text) for line in lines)
