"""Laws of cleaning and guarding, whatever the text."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.text.clean import clean, clean_line, guard
from bulletin_tui.text.forbidden import FORBIDDEN
from bulletin_tui.text.marks import is_mark
from bulletin_tui.text.mending import MARKS_A_LETTER

HOSTILE = st.text(
    "aĐệक्👩🏳←\ufe0f\u200d\u200c\u200b\u0301\u0323\u064b\u09c7\u09be\u0338\u0344\u0958\u1100\u1161"
    "\U0001d165\U0001d16d\U000e0041\ufb1d\ufdd0\u2329\u1f71\ud800\u2028\u202e\x1b\x9b\x9d\x85\x00\x07"
    "[];0m\\\r\n\t \u00a0",
    max_size=60,
)
TEXTS = HOSTILE | st.text(st.characters(exclude_categories=()))


@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(TEXTS)
def test_cleaned_text_is_fit_and_composed(text: str) -> None:
    cleaned = clean(text)
    assert FORBIDDEN.search(cleaned.replace("\n", "")) is None
    assert unicodedata.is_normalized("NFC", cleaned)


@given(TEXTS)
def test_no_letter_carries_too_many_marks(text: str) -> None:
    height = 0
    for char in clean(text):
        height = height + 1 if is_mark(char) else 0
        assert height <= MARKS_A_LETTER


@given(TEXTS)
def test_a_cleaned_line_is_one_line(text: str) -> None:
    line = clean_line(text)
    assert line == line.strip()
    assert len(line.splitlines()) <= 1
    assert FORBIDDEN.search(line) is None


@given(TEXTS, st.sampled_from(["", "\n", "\n\t"]))
def test_guarded_text_has_the_same_length_and_nothing_forbidden(text: str, keep: str) -> None:
    guarded = guard(text, keep)
    assert len(guarded) == len(text)
    assert {match[0] for match in FORBIDDEN.finditer(guarded)} <= set(keep)


@given(st.text(st.characters(exclude_categories=["C", "M", "Zl", "Zp"])))
def test_letters_and_symbols_are_all_kept(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert clean(composed) == composed
