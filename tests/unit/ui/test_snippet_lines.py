"""An excerpt on the lines of a row shows what matched."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from bulletin_tui.model.article import Span
from bulletin_tui.model.snippet import Snippet
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


@given(
    st.text(st.sampled_from("aăâ bđ"), min_size=1, max_size=120),
    st.integers(1, 50),
    st.integers(1, 4),
    st.data(),
)
def test_the_first_match_always_begins_on_a_line(
    text: str, width: int, count: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    assume(text[start] != " ")
    end = data.draw(st.integers(start + 1, len(text)))
    lines = snippet_lines(Snippet(text, 0, (Span(start, end),)), width, count)
    assert len(lines) <= count
    assert any(line.matches for line in lines)
    assert all(text[line.offset :].startswith(line.text) for line in lines)
