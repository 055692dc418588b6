"""Laws of words: they hold every letter, once, and can be walked."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.text.words import next_word, previous_word, word_span_at, word_spans

TEXTS = st.text(st.sampled_from("aĐệ9 _-.,\n\u0301क्ß") | st.characters(), max_size=80)


@given(TEXTS)
def test_words_are_in_order_and_hold_every_letter_once(text: str) -> None:
    spans = word_spans(text)
    assert all(span.start < span.end for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    held = {offset for span in spans for offset in range(span.start, span.end)}
    assert {offset for offset, char in enumerate(text) if char.isalnum()} <= held


@given(TEXTS)
def test_walking_forward_and_back_meets_every_word(text: str) -> None:
    spans = word_spans(text)
    forward, offset = [], -1
    while (word := next_word(text, offset)) is not None:
        forward.append(word)
        offset = word.start
    backward, offset = [], len(text)
    while (word := previous_word(text, offset)) is not None:
        backward.append(word)
        offset = word.start
    assert forward == spans
    assert backward[::-1] == spans


@given(TEXTS)
def test_the_word_at_an_offset_is_the_word_around_it(text: str) -> None:
    holding = {o: span for span in word_spans(text) for o in range(span.start, span.end)}
    assert [word_span_at(text, o) for o in range(len(text))] == [
        holding.get(o) for o in range(len(text))
    ]
