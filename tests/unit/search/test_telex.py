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
    assert list(map(strict, decode_telex(keys))) == [strict(word)]


@pytest.mark.parametrize("keys", ["vieejt", "vietej", "vieetj", "viejet"])
def test_a_mark_may_be_typed_as_soon_or_as_late_as_one_likes(keys: str) -> None:
    assert decode_telex(keys) == ("việt",)


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
    assert decode_vni(keys) == (word,)


@pytest.mark.parametrize(
    ("telex", "vni", "syllables"),
    [
        ("ootoo", "o6to6", ("ô", "tô")),
        ("ddoola", "d9o6la", ("đô", "la")),
        ("beetoong", "be6to6ng", ("bê", "tông")),
        ("xawngddan", "xa8ngd9an", ("xăng", "đan")),
        ("catsxets", "cat1xet1", ("cát", "xét")),
        ("giaosducj", "giao1duc5", ("giáo", "dục")),
    ],
)
def test_syllables_without_a_space_are_read_one_by_one(
    telex: str, vni: str, syllables: tuple[str, ...]
) -> None:
    assert decode_telex(telex) == syllables
    assert decode_vni(vni) == syllables


@pytest.mark.parametrize("keys", ["nghi", "website", "camera", "tw", "gdnn", "maxt", "moocf", ""])
def test_what_types_no_vietnamese_syllable_is_left_alone(keys: str) -> None:
    assert decode_telex(keys) == ()


@pytest.mark.parametrize("keys", ["2018", "nq29", "nghi", "a11", "bat2"])
def test_numbers_are_no_vni_keys_when_they_make_no_syllable(keys: str) -> None:
    assert decode_vni(keys) == ()


def test_a_syllable_that_is_not_finished_keeps_the_marks_typed_so_far() -> None:
    assert decode_telex("quyee") == ("quyê",)
    assert decode_telex("dduwow") == ("đươ",)
