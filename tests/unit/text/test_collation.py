"""Names are listed as a Vietnamese reader looks for them."""

from __future__ import annotations

import pytest

from bulletin_tui.text.collation import collation_key


@pytest.mark.parametrize(
    "in_order",
    [
        [
            "Bài số 0",
            "Bài số 1",
            "Bài số 2",
            "Bài số 10",
            "Bài số 100",
            "Bài số 101",
            "Bài số 1000",
        ],
        ["2 xã", "10 xã", "An", "Ăn", "Ân", "Ba", "Cao", "Dao", "Đào", "Em", "Êm", "Gia"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "mai"],
        ["Hà Giang", "Hạ Long", "Hải Dương", "Hải Phòng"],
        ["Ô Môn", "Ông", "Ớt", "Phố", "Tư", "Ưu", "Ý Yên"],
        ["hòa", "hỏa", "hóa", "họa", "hoài"],
        ["Tổ 9", "Tổ " + "9" * 50, "Tổ 1" + "0" * 50, "Tổ dân phố"],
        ["“Bản tin” số 1", "bản tin số 2", "BẢN TIN, SỐ 3", "– Bản tin số 4"],
        ["Zola", "Жуков"],
        ["가구", "각도", "나라", "남", "하늘"],
        ["กา", "กำ", "กิน", "กีฬา", "ขา"],
        ["का", "कि", "की", "कु", "खा"],
    ],
)
def test_names_come_in_the_order_of_a_dictionary(in_order: list[str]) -> None:
    backwards = in_order[::-1]
    assert sorted(backwards, key=collation_key) == in_order


def test_case_punctuation_and_leading_zeros_make_no_difference() -> None:
    assert collation_key("“BÀI  SỐ 007”") == collation_key("Bài số 7")


@pytest.mark.parametrize(
    "names", [("한국", "하국", "호국", "학교"), ("กา", "กิ", "กี", "กุ", "ก า"), ("कि", "की", "क")]
)
def test_words_of_other_scripts_are_told_apart(names: tuple[str, ...]) -> None:
    assert len({collation_key(name) for name in names}) == len(names)


def test_a_picture_before_a_name_makes_no_difference() -> None:
    assert collation_key("⚠\ufe0f Cảnh báo") == collation_key("Cảnh báo")


def test_tones_count_after_all_the_letters() -> None:
    assert collation_key("mạ an") < collation_key("ma ba")
    assert collation_key("ma ba") < collation_key("mạ ba")
