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
    ],
)
def test_names_come_in_the_order_of_a_dictionary(in_order: list[str]) -> None:
    backwards = in_order[::-1]
    assert sorted(backwards, key=collation_key) == in_order


def test_case_punctuation_and_leading_zeros_make_no_difference() -> None:
    assert collation_key("“BÀI  SỐ 007”") == collation_key("Bài số 7")


def test_tones_count_after_all_the_letters() -> None:
    assert collation_key("mạ an") < collation_key("ma ba")
    assert collation_key("ma ba") < collation_key("mạ ba")
