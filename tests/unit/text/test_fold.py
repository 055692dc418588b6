"""Texts are compared by forms that keep every offset."""

from __future__ import annotations

import unicodedata

import pytest

from bulletin_tui.text.fold import (
    fold,
    has_marks,
    strict,
    strictly_matches,
    unify,
)

ONE_TONE = [
    ("hoà", "hòa"),
    ("HOÁ", "HÓA"),
    ("toả", "tỏa"),
    ("doạ", "dọa"),
    ("xoã", "xõa"),
    ("loè", "lòe"),
    ("khoẻ", "khỏe"),
    ("nhoẹ", "nhọe"),
    ("thuý", "thúy"),
    ("Thuỷ", "Thủy"),
    ("huỷ", "hủy"),
    ("uỷ", "ủy"),
    ("luỹ", "lũy"),
    ("tuỵ", "tụy"),
    ("thuỳ", "thùy"),
    ("quý", "qúy"),
]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đường Nguyễn Huệ", "duong nguyen hue"),
        ("ỨNG DỤNG ƯỚC MUỐN", "ung dung uoc muon"),
        ("Ðảng bộ, Ɖảng bộ, ðảng, ɖảng", "dang bo, dang bo, dang, dang"),
        ("Ánh Tuyết – “Mùa”\u00a0‘xuân’", "anh tuyet - \"mua\" 'xuan'"),
        ("Straße İ ǆ", "straße i ǆ"),
        ("Ёлка Άλφα", "елка αλφα"),
        ("한국 漢字", "한국 漢字"),
    ],
)
def test_folding_leaves_bare_lower_case_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "lowered"),
    [
        ("Đường Nguyễn Huệ", "đường nguyễn huệ"),
        ("Ðảng bộ", "đảng bộ"),
        ("« Mùa » — xuân\n", '" mùa " - xuân '),
        ("Straße", "straße"),
    ],
)
def test_the_strict_form_keeps_marks(text: str, lowered: str) -> None:
    assert strict(text) == lowered


@pytest.mark.parametrize(("new", "old"), ONE_TONE)
def test_the_strict_form_does_not_tell_where_the_tone_stands(new: str, old: str) -> None:
    assert strict(old) == strict(new) == new.lower()


@pytest.mark.parametrize(
    "word",
    ["quý", "quà", "quẻ", "già", "giá", "của", "mùa", "lúa", "hoàn", "khuyên", "khuỷu", "tuổi"],
)
def test_other_vowels_keep_their_tone_where_it_is(word: str) -> None:
    assert strict(word) == word


def test_the_beginning_of_a_word_has_the_form_of_the_whole() -> None:
    assert strict("hoàn").startswith(strict("hòa"))


def test_no_form_changes_the_length() -> None:
    for char in map(chr, range(0x20000)):
        assert len(fold(char)) == len(strict(char)) == len(unify(char)) == 1


def test_every_vietnamese_letter_folds_to_its_base() -> None:
    for base in "aăâeêioôơuưy":
        for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"):
            letter = unicodedata.normalize("NFC", base + tone)
            assert fold(letter) == fold(letter.upper()) == unicodedata.normalize("NFD", base)[0]


def test_a_mark_without_a_composed_letter_stays() -> None:
    assert fold("Q\u0303") == "q\u0303"


@pytest.mark.parametrize(
    ("text", "marked"),
    [("nghi quyet", False), ("NGHI", False), ("nghị quyet", True), ("đuong", True), ("qúy", True)],
)
def test_marks_are_seen(text: str, *, marked: bool) -> None:
    assert has_marks(text) is marked


@pytest.mark.parametrize("found", ["o", "ô", "ơ", "ò", "ộ", "ở"])
def test_a_bare_letter_matches_any_marked_form(found: str) -> None:
    assert strictly_matches("o", found)


@pytest.mark.parametrize(("typed", "found"), [("ô", "o"), ("ô", "ộ"), ("ô", "ơ"), ("đ", "d")])
def test_a_marked_letter_matches_only_itself(typed: str, found: str) -> None:
    assert strictly_matches(typed, typed)
    assert not strictly_matches(typed, found)


@pytest.mark.parametrize(
    ("typed", "found", "matches"),
    [
        ("nghi quyết", "Nghị Quyết", True),
        ("doi mới", "đổi mới", True),
        ("đuong", "đường", True),
        ("đuong", "dương", False),
        ("hoà binh", "Hòa Bình", True),
        ("hoa binh", "Hòa Bình", True),
        ("hoá binh", "Hòa Bình", False),
        ("quyêt", "quyết", False),
        ("nghi", "nghị quyết", False),
    ],
)
def test_words_match_letter_by_letter(typed: str, found: str, *, matches: bool) -> None:
    assert strictly_matches(strict(typed), strict(found)) is matches
