"""Laws of the forms that texts are compared by."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.text.clean import clean
from bulletin_tui.text.fold import fold, has_marks, strict, strictly_matches, unify

VIETNAMESE = st.text(
    "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
    "bcdđghklmnpqrstvxĐƯƠẮỒ “”‘’–—\u00a0,.29/"
)


@given(st.text() | VIETNAMESE)
def test_every_form_has_the_length_of_the_text(text: str) -> None:
    assert len(fold(text)) == len(strict(text)) == len(unify(text)) == len(text)


@given(st.text() | VIETNAMESE)
def test_a_form_of_a_form_is_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert strict(strict(text)) == strict(text)
    assert fold(strict(text)) == fold(text)


@given(VIETNAMESE)
def test_decomposed_text_folds_as_composed_text_does(text: str) -> None:
    assert fold(clean(unicodedata.normalize("NFD", text))) == fold(clean(text))


@given(VIETNAMESE)
def test_bare_letters_match_what_they_are_the_base_of(text: str) -> None:
    assert strictly_matches(fold(text), strict(text))
    assert strictly_matches(strict(text), strict(text))


@given(VIETNAMESE)
def test_bare_text_has_no_marks(text: str) -> None:
    assert not has_marks(fold(text))
    assert has_marks(text + "ệ")
