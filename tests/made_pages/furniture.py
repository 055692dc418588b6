"""What stands around reports on made-up pages: menus, counters, other reports, footers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from made_pages.prose import moment, paragraph, title

if TYPE_CHECKING:
    from random import Random

_MENU = (
    "Trang chủ|Giới thiệu|Tin tức - Sự kiện|Văn bản|Thủ tục hành chính|Hỏi đáp|Liên hệ|Thư viện ảnh"
    "|Lịch công tác|Chuyển đổi số|Cải cách hành chính|Công khai ngân sách|Quy hoạch|Tổ chức bộ máy"
).split("|")
_WIDGETS = (
    "Thời tiết|Liên kết website|Thống kê truy cập|Tìm kiếm|Thăm dò ý kiến|Tỷ giá|Video|Quảng cáo"
).split("|")
_RELATED = (
    "Tin liên quan|Các tin khác|Tin cùng chuyên mục|Các bài viết khác|Tin mới nhất|Xem thêm"
    "|Những tin mới hơn|Bài viết liên quan|CÁC TIN ĐÃ ĐƯA|Tin khác"
).split("|")
_CONTROLS = (
    "Chia sẻ|In trang|In bài viết|Gửi email|Quay lại|Lên đầu trang|Facebook|Chia sẻ bài viết:"
    "|Bản in|Gửi phản hồi"
).split("|")


def menu(chance: Random) -> list[str]:
    """The first steps of a site, one a line."""
    return _MENU[: chance.randint(4, len(_MENU))]


def counters(chance: Random, *, glued: bool) -> list[str]:
    """Visits, as sites count them."""
    between = "" if glued else chance.choice([": ", " : ", ":", " "])
    bullet = chance.choice(["", "• "])
    labels = ("Đang truy cập", "Hôm nay", "Hôm qua", "Tháng hiện tại", "Tổng lượt truy cập")
    return [
        f"{bullet}{label}{between}{chance.randint(3, 9_000_000):,}"
        for label in labels[: chance.randint(2, 5)]
    ]


def widgets(chance: Random) -> list[str]:
    """Headings of boxes beside the text."""
    return chance.sample(_WIDGETS, chance.randint(2, 4))


def controls(chance: Random) -> list[str]:
    """What one could click."""
    return chance.sample(_CONTROLS, chance.randint(1, 3))


def related(chance: Random, *, dated: bool, teasers: bool = False) -> list[str]:
    """A heading and other reports."""
    lines = [chance.choice(_RELATED)]
    for _each in range(chance.randint(2, 6)):
        when = moment(chance)
        other = title(chance, "xã Tân Lập", when.year)
        lines.append(f"{other} ({when:%d/%m/%Y})" if dated else other)
        if teasers:
            lines.append(" ".join(paragraph(chance).split()[:28]) + "...")
    return lines


def footer(chance: Random, publisher: str, place: tuple[str, str]) -> list[str]:
    """Who answers for the site, and where to find them."""
    local, province = place
    number = f"0{chance.randint(200, 299)}.3{chance.randint(100, 999)}.{chance.randint(100, 999)}"
    lines = [
        f"Giấy phép số {chance.randint(1, 200)}/GP-TTĐT cấp ngày {moment(chance):%d/%m/%Y}",
        f"Địa chỉ: Số {chance.randint(1, 99)} đường Trần Phú, {local}, tỉnh {province}",
        f"Điện thoại: {number} - Fax: {number}",
        "Email: vanphong@example.gov.vn",
        "Ghi rõ nguồn khi phát hành lại thông tin từ website này",
    ]
    chance.shuffle(lines)
    return [f"Cơ quan chủ quản: {publisher}", *lines[: chance.randint(2, 5)]]
