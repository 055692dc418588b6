"""A text is the same text however it is set."""

from __future__ import annotations

import unicodedata

import pytest

from bulletin_tui.text import hashing
from bulletin_tui.text.hashing import id_from_hash, text_hash

TEXT = "Xã họp “dân”\n\nlần - 2."


@pytest.mark.parametrize(
    "set_again",
    [
        '  Xã   họp "dân" lần – 2.\n',
        unicodedata.normalize("NFD", TEXT),
        TEXT.replace(" ", "\u00a0"),
    ],
)
def test_white_space_quotes_and_composition_do_not_count(set_again: str) -> None:
    assert text_hash(set_again) == text_hash(TEXT)


@pytest.mark.parametrize("other", ["Xã họp “dân”\n\nlần - 3.", "xã họp “dân” lần - 2.", ""])
def test_words_and_case_count(other: str) -> None:
    assert text_hash(other) != text_hash(TEXT)


def test_hashes_do_not_change_between_versions() -> None:
    assert text_hash("Một\n hai") == (
        "4bc8a75724c9e16278695e54212e1a1a006241f3e9a0dac936799ef12da02d18"
    )


def test_a_text_hashed_in_parts_has_the_same_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    long = f"  {TEXT * 5} hết\n"
    whole = text_hash(long)
    for size in (1, 2, 7, 40):
        monkeypatch.setattr(hashing, "_PART", size)
        assert text_hash(long) == whole


def test_an_id_is_the_beginning_of_the_hash() -> None:
    assert id_from_hash(text_hash(TEXT)) == text_hash(TEXT)[:16]
