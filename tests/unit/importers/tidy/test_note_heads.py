"""A note is of the day that its first two lines give, and of no other."""

from __future__ import annotations

import pytest

from bulletin_tui.importers.plain_text import read_plain_text
from bulletin_tui.text.dates import format_printed_date

SHORT = "Bản còn ba hộ nghèo.\nTrưởng bản xin thêm cây giống."
LONG = "\n".join(
    f"Buổi {number} cả tổ đi xem ruộng bậc thang, hỏi chuyện các cụ già về cách giữ nước qua mùa"
    " khô và ghi lại tên từng con mương mà dân bản đã đào bằng tay."
    for number in ("sáng", "trưa", "chiều")
)


@pytest.mark.parametrize("rest", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("place", ["Hà Nội", "Tân Lập"])
def test_a_place_with_a_day_is_the_date_and_no_title(place: str, rest: str) -> None:
    known = read_plain_text(
        f"{place}, ngày 5 tháng 9 năm 2022\nChuyến đi vùng cao\n{rest}"
    ).metadata
    assert known.title == "Chuyến đi vùng cao"
    assert known.published
    assert format_printed_date(known.published) == "05/09/2022"
    assert known.authors == ()


@pytest.mark.parametrize("rest", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize(
    "line",
    [
        "Posted by Lê Thu Hạnh on 14 tháng 7, 2021",
        "By Lê Thu Hạnh, July 14, 2021",
        "Đăng bởi Lê Thu Hạnh ngày 14/7/2021",
    ],
)
def test_who_posted_it_is_the_author(line: str, rest: str) -> None:
    known = read_plain_text(f"Lớp học ở bản\n{line}\n{rest}").metadata
    assert (known.title, known.authors) == ("Lớp học ở bản", ("Lê Thu Hạnh",))
    assert known.published
    assert format_printed_date(known.published) == "14/07/2021"


@pytest.mark.parametrize(
    "line",
    [
        "Meeting of the water board, 12 March 2024",
        "Notes on what was said at the second meeting of the new water board, 12 March 2024",
        "Họp tổ dân phố, ngày 12 tháng 3 năm 2024",
        "Họp tổ dân phố (12/3/2024)",
    ],
)
def test_a_date_at_the_end_of_the_first_line_is_the_notes(line: str) -> None:
    known = read_plain_text(f"{line}\n{SHORT}").metadata
    assert known.title == line
    assert known.published
    assert format_printed_date(known.published) == "12/03/2024"


@pytest.mark.parametrize(
    "text",
    [
        f"Việc phải làm trước khi hết hạn, 12/3/2024\n{SHORT}",
        f"Rent is due, 12 March 2024\n{SHORT}",
        f"Ghi nhanh\nBản xa\nHọp tổ dân phố, 12/3/2024\n{SHORT}",
        "Đi đường\n12/3/2024\nTrời mưa.\n13/3/2024\nTrời nắng.",
    ],
)
def test_another_day_is_not_the_notes(text: str) -> None:
    assert read_plain_text(text).metadata.published is None
