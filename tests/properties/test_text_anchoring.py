"""Laws of anchoring: a passage that is there once is found, and what is found is the passage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.model.annotation import AnchorState
from bulletin_tui.model.article import Span
from bulletin_tui.text.anchoring import anchor, describe
from bulletin_tui.text.flattening import flatten
from bulletin_tui.text.words import word_spans

WORDS = st.sampled_from(["xã", "họp", "dân", "rừng", "cây", "mưa", "suối", "bản", "nương", "a"])
GAPS = st.sampled_from([" ", " ", " ", ", ", "\n", "  ", ".\n\n", " – "])
TEXTS = st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=60).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
PARAGRAPHS = st.lists(st.sampled_from(["Tin", "khác", "trong", "ngày", "ấy"]), min_size=1).map(
    lambda words: " ".join(words) + "\n\n"
)


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, Span]:
    """A text, and as many words of it in a row as it takes to stand there only once."""
    text = draw(TEXTS)
    spans = word_spans(text)
    first = draw(st.integers(0, len(spans) - 1))
    last = draw(st.integers(first, len(spans) - 1))
    while not _is_unique(text, Span(spans[first].start, spans[last].end)):
        first, last = max(first - 1, 0), min(last + 1, len(spans) - 1)
    return text, Span(spans[first].start, spans[last].end)


def _is_unique(text: str, span: Span) -> bool:
    flat, quote = flatten(text).text, flatten(text[span.start : span.end]).text
    return flat.find(quote) == flat.rfind(quote)


@given(passages())
def test_a_unique_passage_is_kept_where_nothing_changed(passage: tuple[str, Span]) -> None:
    text, span = passage
    assert anchor(text, describe(text, span), span, same_text=False) == (AnchorState.KEPT, span)


@given(passages(), PARAGRAPHS)
def test_a_unique_passage_is_found_behind_a_new_paragraph(
    passage: tuple[str, Span], paragraph: str
) -> None:
    text, span = passage
    quote = describe(text, span)
    shift = len(paragraph)
    assert anchor(paragraph + text, quote, span, same_text=False) == (
        AnchorState.MOVED,
        Span(span.start + shift, span.end + shift),
    )


@given(passages(), TEXTS)
def test_what_is_found_has_the_words_of_the_passage(passage: tuple[str, Span], other: str) -> None:
    text, span = passage
    state, found = anchor(other, describe(text, span), span, same_text=False)
    assert (found is None) == (state is AnchorState.ORPHAN)
    if found is not None:
        words = flatten(text[span.start : span.end]).text
        assert flatten(other[found.start : found.end]).text == words


@given(st.text(st.sampled_from("aă \n\u00a0“–.") | st.characters()))
def test_each_letter_of_a_flat_text_leads_back_to_itself(text: str) -> None:
    form = flatten(text)
    for offset, char in enumerate(form.text):
        back = form.original(Span(offset, offset + 1))
        assert flatten(text[back.start : back.end]).text == char
