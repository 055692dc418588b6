"""Words are what a reader steps over, in any script."""

from __future__ import annotations

import pytest

from bulletin_tui.model.article import Span
from bulletin_tui.text.words import (
    next_word,
    opening_words,
    previous_word,
    word_span_at,
    word_spans,
)

TEXT = "Đề án 29-ĐA/TU: “xanh”…"
WORDS = [Span(0, 2), Span(3, 5), Span(6, 8), Span(9, 11), Span(12, 14), Span(17, 21)]


def test_words_are_runs_of_letters_and_digits() -> None:
    assert word_spans(TEXT) == WORDS


@pytest.mark.parametrize(
    "word", ["q\u0303y", "हिन्दी", "สวัสดี", "שָׁלוֹם", "\U00011103\U00011127\U0001110b", "½", "北京"]
)
def test_marks_belong_to_the_word_they_stand_on(word: str) -> None:
    assert word_spans(f" {word}, ") == [Span(1, 1 + len(word))]


def test_underscores_and_stray_marks_are_no_words() -> None:
    assert word_spans("_ \u0301 __a_") == [Span(6, 7)]


def test_a_word_is_cut_at_the_edges_of_the_range() -> None:
    assert word_spans(TEXT, 1, 7) == [Span(1, 2), Span(3, 5), Span(6, 7)]


@pytest.mark.parametrize(
    ("offset", "found"), [(0, WORDS[0]), (1, WORDS[0]), (2, None), (7, WORDS[2]), (22, None)]
)
def test_the_word_at_an_offset_is_the_one_that_holds_it(offset: int, found: Span | None) -> None:
    assert word_span_at(TEXT, offset) == found


def test_past_the_end_there_is_no_word() -> None:
    assert word_span_at(TEXT, len(TEXT)) is None
    assert next_word(TEXT, len(TEXT)) is None
    assert word_span_at("", 0) is None


@pytest.mark.parametrize(
    ("offset", "found"), [(0, WORDS[1]), (1, WORDS[1]), (2, WORDS[1]), (8, WORDS[3]), (17, None)]
)
def test_the_next_word_starts_after_the_offset(offset: int, found: Span | None) -> None:
    assert next_word(TEXT, offset) == found


@pytest.mark.parametrize(
    ("offset", "found"),
    [(0, None), (1, WORDS[0]), (3, WORDS[0]), (4, WORDS[1]), (17, WORDS[4]), (99, WORDS[5])],
)
def test_the_previous_word_starts_before_the_offset(offset: int, found: Span | None) -> None:
    assert previous_word(TEXT, offset) == found


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("gần 10.000 người học", "gần 10.000"),
        ("số 29-NQ/TW, ngày", "số 29-NQ/TW"),
        ("một hai ba", "một hai"),
        ("gần 10.000", "gần 10.000"),
        ("một", "một"),
        ("a b/c/d/e/f", "a b"),
    ],
)
def test_the_first_words_are_cut_where_a_space_is_unless_it_is_far(text: str, opening: str) -> None:
    words = opening_words(f"xx {text}", 3, 3 + len(text), 2)
    assert f"xx {text}"[words[0].start : words[-1].end] == opening


def test_where_no_words_are_none_come_first() -> None:
    assert opening_words("một …", 4, 5, 2) == []
