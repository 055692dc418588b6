"""Keystrokes typed without an input method, read as the syllables they stand for."""

from __future__ import annotations

import pytest

from bulletin_tui.text.fold import strict
from bulletin_tui.text.telex import decode_telex, decode_vni


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("nghij", "nghị"),
        ("quyeets", "quyết"),
        ("dduwowcj", "được"),
        ("dduowcj", "được"),
        ("huowngs", "hướng"),
        ("chuaw", "chưa"),
        ("quaw", "quă"),
        ("ddaor", "đảo"),
        ("gif", "gì"),
        ("giaf", "già"),
        ("giowf", "giờ"),
        ("quys", "quý"),
        ("khuyur", "khuỷu"),
        ("ngoaif", "ngoài"),
        ("muaf", "mùa"),
        ("hoaf", "hoà"),
        ("LUYEENJ", "luyện"),
    ],
)
def test_telex_keys_type_a_syllable(keys: str, word: str) -> None:
    assert strict(decode_telex(keys) or "") == strict(word)


@pytest.mark.parametrize("keys", ["vieejt", "vietej", "vieetj", "viejet"])
def test_a_mark_may_be_typed_as_soon_or_as_late_as_one_likes(keys: str) -> None:
    assert decode_telex(keys) == "việt"


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("nghi5", "nghị"),
        ("quye61t", "quyết"),
        ("quye6t1", "quyết"),
        ("d9u7o7c5", "được"),
        ("d9uo7c5", "được"),
        ("na8m", "năm"),
        ("tra3", "trả"),
        ("e56", "ệ"),
    ],
)
def test_vni_keys_type_a_syllable(keys: str, word: str) -> None:
    assert decode_vni(keys) == word


@pytest.mark.parametrize("keys", ["nghi", "website", "camera", "tw", "gdnn", "maxt", "moocf", ""])
def test_what_types_no_vietnamese_syllable_is_left_alone(keys: str) -> None:
    assert decode_telex(keys) is None


@pytest.mark.parametrize("keys", ["2018", "nq29", "nghi", "a11", "bat2"])
def test_numbers_are_no_vni_keys_when_they_make_no_syllable(keys: str) -> None:
    assert decode_vni(keys) is None


def test_a_syllable_that_is_not_finished_keeps_the_marks_typed_so_far() -> None:
    assert decode_telex("quyee") == "quyê"
    assert decode_telex("dduwow") == "đươ"
