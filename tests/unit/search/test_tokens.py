"""The tokens of a text are the same however they are made."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.search.tokens import joined, spaced

RARE = "ж"
"""A letter that is not among those that are mapped at once."""
LATIN = st.text(st.characters(max_codepoint=0x2044, exclude_categories=["Cs"]))


@given(LATIN)
def test_rare_letters_change_nothing_about_the_others(text: str) -> None:
    assert spaced(text) + RARE == spaced(text + RARE)


def test_every_vietnamese_letter_has_its_bare_form() -> None:
    assert spaced("Đường Ủy ban – “Nghị quyết” số 29‑NQ/TW") == (
        "duong uy ban    nghi quyet  so 29 nq tw"
    )


def test_a_row_is_joined_to_words_and_pairs() -> None:
    assert joined(["nghi", "quyet", "so"]) == "nghi quyet so _nghi_quyet _quyet_so"
    assert joined(["nghi"]) == "nghi"
    assert joined([]) == ""
