"""Laws of anchoring: it never fails, and what is said to be the passage is the passage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.model.annotation import AnchorState, TextQuoteSelector
from bulletin_tui.model.article import Span
from bulletin_tui.text.anchoring import Reanchoring
from bulletin_tui.text.flattening import flatten
from bulletin_tui.text.quoting import describe
from bulletin_tui.text.words import word_spans

WORDS = st.sampled_from(["xã", "họp", "dân", "rừng", "cây", "mưa", "suối", "bản", "nương", "a"])
GAPS = st.sampled_from([" ", " ", " ", ", ", "\n", "  ", ".\n\n", " – "])
TEXTS = st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=60).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
PARAGRAPHS = st.lists(st.sampled_from(["Tin", "khác", "trong", "ngày", "ấy"]), min_size=1).map(
    lambda words: " ".join(words) + "\n\n"
)
ODD_TEXTS = st.text(st.sampled_from("aă \n\u0300\u00ad“–.県") | st.characters())


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
    flat, quote = flatten(text), flatten(text[span.start : span.end])
    return flat.find(quote) == flat.rfind(quote)


@st.composite
def marks(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> tuple[str, Span]:
    """A text and any stretch of it."""
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text))))


@given(passages(), st.booleans())
def test_a_unique_passage_is_kept_where_nothing_changed(
    passage: tuple[str, Span], is_old_kept: bool
) -> None:
    text, span = passage
    way = Reanchoring(text if is_old_kept else None, text)
    assert way.find(describe(text, span), span) == (AnchorState.KEPT, span)


@given(passages(), PARAGRAPHS)
def test_a_unique_passage_is_found_behind_a_new_paragraph(
    passage: tuple[str, Span], paragraph: str
) -> None:
    text, span = passage
    shift = len(paragraph)
    assert Reanchoring(text, paragraph + text).find(describe(text, span), span) == (
        AnchorState.MOVED,
        Span(span.start + shift, span.end + shift),
    )


@given(marks(TEXTS), TEXTS, st.booleans())
def test_what_is_found_is_what_is_said_of_it(
    mark: tuple[str, Span], other: str, is_old_kept: bool
) -> None:
    text, span = mark
    _check(text, span, describe(text, span), other, is_old_kept=is_old_kept)


@given(marks(ODD_TEXTS), ODD_TEXTS, st.booleans())
def test_no_text_is_too_odd(mark: tuple[str, Span], other: str, is_old_kept: bool) -> None:
    text, span = mark
    _check(text, span, describe(text, span), other, is_old_kept=is_old_kept)
    _check(text, span, describe(text, span), text + other, is_old_kept=is_old_kept)


@given(ODD_TEXTS, ODD_TEXTS, st.builds(TextQuoteSelector, *[ODD_TEXTS] * 3), st.integers(0, 99))
def test_no_selector_is_too_odd(old: str, new: str, quote: TextQuoteSelector, start: int) -> None:
    _check(old, Span(start, start + len(quote.exact)), quote, new, is_old_kept=True)


def _check(old: str, span: Span, quote: TextQuoteSelector, new: str, *, is_old_kept: bool) -> None:
    way = Reanchoring(old if is_old_kept else None, new)
    state, found = way.find(quote, span)
    assert (found is None) == (state is AnchorState.ORPHAN)
    if found is not None:
        assert 0 <= found.start < found.end <= len(new)
        is_same = flatten(new[found.start : found.end]) == flatten(quote.exact)
        assert is_same == (state in {AnchorState.KEPT, AnchorState.MOVED})
    again = Reanchoring(old if is_old_kept else None, new)
    assert (state, found) == way.find(quote, span) == again.find(quote, span)
