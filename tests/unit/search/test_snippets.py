"""Excerpts: where they are cut, and that their offsets still count in the article."""

from __future__ import annotations

import re

from bulletin_tui.model.article import Span
from bulletin_tui.text.snippets import ELLIPSIS, snippet

TEXT = (
    "Mưa lớn làm ngập ba thôn ven sông.\n\n"
    "Từ nửa đêm, đội cứu hộ đưa người già và trẻ nhỏ lên trường học; đến sáng, thuyền của xã "
    "chở nước sạch, thuốc men và gạo tới từng nhà còn bị cô lập bên kia cầu treo."
)
BLOCK = Span(TEXT.index("Từ nửa"), len(TEXT))


def spans(*words: str) -> list[Span]:
    """Where each of the words stands."""
    return sorted(Span(*match.span()) for word in words for match in re.finditer(word, TEXT))


def test_a_short_block_is_shown_whole() -> None:
    block = Span(0, TEXT.index("\n"))
    excerpt = snippet(TEXT, block, spans("ngập"), 80)
    assert (excerpt.text, excerpt.offset) == (TEXT[: block.end], 0)
    assert [excerpt.text[span.start : span.end] for span in excerpt.matches] == ["ngập"]


def test_what_is_cut_off_is_marked_by_an_ellipsis() -> None:
    excerpt = snippet(TEXT, BLOCK, spans("thuyền"), 50)
    assert excerpt.text.startswith(ELLIPSIS)
    assert excerpt.text.endswith(ELLIPSIS)


def test_no_ellipsis_stands_where_nothing_is_cut_off() -> None:
    assert not snippet(TEXT, BLOCK, spans("nửa"), 50).text.startswith(ELLIPSIS)
    assert not snippet(TEXT, BLOCK, spans("treo"), 50).text.endswith(ELLIPSIS)


def test_words_are_left_whole() -> None:
    for width in range(30, 120):
        shown = snippet(TEXT, BLOCK, spans("thuốc"), width).text.strip(ELLIPSIS)
        assert re.search(rf"(?<!\w){re.escape(shown)}(?!\w)", TEXT)
        assert shown == shown.strip()


def test_the_fullest_stretch_is_chosen() -> None:
    excerpt = snippet(TEXT, BLOCK, spans("đêm", "thuốc men", "gạo", "từng nhà"), 60)
    shown = [excerpt.text[span.start : span.end] for span in excerpt.matches]
    assert shown == ["thuốc men", "gạo", "từng nhà"]


def test_offsets_count_in_the_article_on_both_sides_of_an_ellipsis() -> None:
    excerpt = snippet(TEXT, BLOCK, spans("thuyền"), 50)
    for index, char in enumerate(excerpt.text):
        if char != ELLIPSIS:
            assert char == TEXT[excerpt.offset + index]


def test_an_excerpt_is_one_line() -> None:
    excerpt = snippet("Hàng một\nhàng hai", Span(0, 17), [], 80)
    assert excerpt.text == "Hàng một hàng hai"


def test_a_match_longer_than_the_excerpt_is_cut_with_it() -> None:
    word = "a" * 100
    excerpt = snippet(word, Span(0, 100), [Span(0, 100)], 20)
    assert excerpt.matches == (Span(0, 20),)
    assert excerpt.text == "a" * 20 + ELLIPSIS


def test_without_matches_the_beginning_is_shown() -> None:
    assert snippet(TEXT, BLOCK, [], 20).text == f"Từ nửa đêm, đội cứu{ELLIPSIS}"
