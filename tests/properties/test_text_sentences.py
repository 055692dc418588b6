"""Laws of sentences: whatever the text, no word is lost and none is split off its block."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.model.article import Span
from bulletin_tui.text.sentences import sentence_spans

TEXTS = st.text(st.sampled_from("aĐệB9 .…!?“”\"')(-/\n。।") | st.characters(), max_size=120)
PROSE = st.lists(
    st.sampled_from(
        ["Xã", "họp", "TP.", "1.", "Điều", "dân.", "“Vui", "quá!”", "(tr.", "5)", "…", "./."]
    )
).map(" ".join)


@given(TEXTS | PROSE, st.integers(0, 20), st.integers(0, 20))
def test_sentences_are_in_order_trimmed_and_inside_the_block(
    text: str, before: int, after: int
) -> None:
    block = Span(min(before, len(text)), max(len(text) - after, min(before, len(text))))
    spans = sentence_spans(text, block)
    assert all(block.start <= span.start < span.end <= block.end for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for span in spans:
        sentence = text[span.start : span.end]
        assert sentence == sentence.strip()


@given(TEXTS | PROSE)
def test_sentences_hold_everything_but_the_white_space_between_them(text: str) -> None:
    spans = sentence_spans(text, Span(0, len(text)))
    held = "".join(text[span.start : span.end] for span in spans)
    assert "".join(held.split()) == "".join(text.split())


@given(TEXTS | PROSE)
def test_every_sentence_has_a_word_if_the_block_has_one(text: str) -> None:
    spans = sentence_spans(text, Span(0, len(text)))
    if any(map(str.isalnum, text)):
        assert all(any(map(str.isalnum, text[span.start : span.end])) for span in spans)
    else:
        assert len(spans) <= 1


@given(TEXTS | PROSE)
def test_splitting_a_sentence_again_changes_nothing_before_its_end(text: str) -> None:
    spans = sentence_spans(text, Span(0, len(text)))
    for span in spans:
        assert sentence_spans(text, span)[-1].end == span.end
