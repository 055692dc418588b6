"""Texts that are only set in another way have one flat form."""

from __future__ import annotations

import unicodedata

import pytest

from bulletin_tui.text.flattening import flatten

FLAT = 'Xã Nậm Cắn - "vui"'


@pytest.mark.parametrize(
    "text",
    [
        FLAT,
        "Xã \u00a0Nậm\n\n  Cắn – “vui”  ",
        unicodedata.normalize("NFD", FLAT),
        "Xã Nậ\u00adm\u200b Cắn — «vui»",
    ],
)
def test_the_setting_of_a_text_does_not_count(text: str) -> None:
    assert flatten(text) == FLAT


@pytest.mark.parametrize("text", ["xã Nậm Cắn - vui", 'Xã Nâm Cắn - "vui"', 'XãNậm Cắn - "vui"'])
def test_letters_and_signs_count(text: str) -> None:
    assert flatten(text) != FLAT
