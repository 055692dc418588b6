"""Dates are found inside a line with their time, and what only looks like one is left."""

from __future__ import annotations

import pytest

from bulletin_tui.text.dates import iso_printed_date
from bulletin_tui.text.dates_within import find_printed_dates


@pytest.mark.parametrize(
    ("line", "iso", "printed"),
    [
        ("Thứ hai - 06/05/2019 09:15 2.041 3", "2019-05-06T09:15", "06/05/2019 09:15"),
        ("Cập nhật lúc 7:05 ngày 06/05/2019 - Xem: 12", "2019-05-06T07:05", "7:05 ngày 06/05/2019"),
        ("Ngày đăng: 06/05/2019 03:15:00 CH", "2019-05-06T15:15", "06/05/2019 03:15:00 CH"),
        ("| 06-05-2019 - 08h30", "2019-05-06T08:30", "06-05-2019 - 08h30"),
        ("Thị trấn, ngày 6 tháng 5 năm 2019", "2019-05-06", "6 tháng 5 năm 2019"),
        ("Posted on May 6, 2019 by Ann", "2019-05-06", "May 6, 2019"),
        ("6 May 2019", "2019-05-06", "6 May 2019"),
        ("Publié le 6 mai 2019 par Ann", "2019-05-06", "6 mai 2019"),
        ("at 2019-05-06T09:15:00+07:00", "2019-05-06T09:15", "2019-05-06T09:15:00"),
        ("6/5/2019, 09:15 [GMT+7]", "2019-05-06T09:15", "6/5/2019, 09:15 [GMT+7]"),
        ("May 6th, 2019 at 9:15 a.m. in Huế", "2019-05-06T09:15", "May 6th, 2019 at 9:15 a.m."),
        ("6 thg 5, 2019", "2019-05-06", "6 thg 5, 2019"),
        ("2019/05/06", "2019-05-06", "2019/05/06"),
    ],
)
def test_a_date_is_found_with_its_time(line: str, iso: str, printed: str) -> None:
    found = find_printed_dates(line)
    assert [iso_printed_date(each.date) for each in found] == [iso]
    assert line[found[0].span.start : found[0].span.end] == printed


@pytest.mark.parametrize(
    "line",
    [
        "Số: 12/2019/TT-BTC",
        "họp từ 27-28/7/2019",
        "năm học 2019-2020",
        "đạt 45/51 trường",
        "ngày 31/2/2019",
        "gọi 0203.382.2019",
        "lúc 08:15",
    ],
)
def test_what_only_looks_like_a_date_is_none(line: str) -> None:
    assert find_printed_dates(line) == []


def test_several_dates_are_found_in_their_order() -> None:
    found = find_printed_dates("Đăng: 01/02/2019 | Cập nhật: 03/02/2019 10:00")
    assert [iso_printed_date(each.date) for each in found] == ["2019-02-01", "2019-02-03T10:00"]
