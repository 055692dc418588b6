"""Laws of mapping letter by letter: the quick way gives what the plain one gives."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.text.clean import clean
from bulletin_tui.text.tables import COMMON, LetterTable

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = st.text(COMMON) | st.text(COMMON + "\0ẮÿЖ漢\u0301") | st.text()


@pytest.mark.parametrize("settle", [str.swapcase, lambda letter: "x"], ids=["signs", "ascii"])
@given(text=TEXTS)
def test_a_table_maps_common_texts_as_it_maps_others(
    settle: Callable[[str], str], text: str
) -> None:
    table = LetterTable(lambda letter: settle(letter)[0])
    assert table.translate(text) == text.translate(table)


@given(st.text(COMMON))
def test_common_characters_do_not_compose_with_one_another(text: str) -> None:
    assert unicodedata.is_normalized("NFC", text)
    assert clean(text) == unicodedata.normalize("NFC", clean(text))
