"""A passage is the same words once the letters of a text were read otherwise."""

from __future__ import annotations

import pytest

from bulletin_tui.model.article import Span
from bulletin_tui.text.word_for_word import WordForWord

BEFORE = "Nhµ n\xedc\n\nC¸c trêng ®îc x©y\n"
AFTER = "Nhà nước\n\nCác trường được xây\n"


def carried(words: str, before: str = BEFORE, after: str = AFTER) -> str | None:
    start = before.index(words)
    span = WordForWord(before, after).find(Span(start, start + len(words)))
    return after[span.start : span.end] if span is not None else None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Nhµ", "Nhà"),
        ("n\xedc", "nước"),
        ("trêng ®îc", "trường được"),
        ("êng ®", "trường được"),
        ("n\xedc\n\nC¸c", "nước\n\nCác"),
        (" x©y\n", "xây"),
    ],
)
def test_words_are_found_by_their_places(words: str, found: str) -> None:
    assert carried(words) == found


def test_a_line_with_more_words_than_it_had_is_taken_whole() -> None:
    assert carried("b", "a\nb c\n", "a\nb c d\n") == "b c d"


def test_nothing_is_found_in_a_text_with_other_lines() -> None:
    assert carried("a", "a\nb\n", "a b\n") is None
