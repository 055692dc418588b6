"""What people write for themselves is no page, though single lines of it may look like one."""

from __future__ import annotations

import pytest

from bulletin_tui.importers.parsing import parse

NOTES = {
    "accounts": """Sổ chi tiêu tháng Ba
Hôm nay: 250.000
Tuần này: 1.200.000
Tháng này: 8.500.000
Tổng cộng: 11.500.000
Còn phải trả tiền nước cho bà Tám.""",
    "survey": """Khảo sát khách đến thư viện
Lượt xem: 3.400
Số lượt mượn tăng nhiều nhất ở kệ sách thiếu nhi, theo sổ của cô thủ thư.""",
    "diary": """Thứ hai
Trời mưa cả ngày, mình ở nhà đọc nốt quyển truyện của ông ngoại để lại.
Bản quyền thuộc về tôi, đừng ai chép.
Mai lại mưa nữa thì chán.""",
    "letter": """Dear Mr Brown,
Thank you for the seeds, which came on Monday and are in the ground already.
Print this page and keep it.
Tel. 0123 456 789
Yours, Ann""",
    "e-mail": """From: Lan <lan@example.com>
To: Hùng <hung@example.com>
Anh Hùng ơi, em gửi lại bảng phân công trực tuần tới, anh xem giúp em nhé.
Tel: 0243 123 4567
> Em nhớ thêm cột ghi chú vào bảng phân công.""",
    "digest": """Điểm tin trong ngày
Giá quế tăng trở lại, thương lái vào tận vườn.
Tin khác
- Cầu treo bản Mới thông xe
- Lớp học chữ buổi tối khai giảng""",
}


@pytest.mark.parametrize("name", NOTES)
@pytest.mark.parametrize("suffix", ["txt", "html"])
def test_nothing_of_a_note_is_folded(name: str, suffix: str) -> None:
    text = NOTES[name]
    if suffix == "html":
        lines = (line.replace("<", "&lt;").replace(">", "&gt;") for line in text.splitlines())
        text = f"<title>{name}</title>" + "".join(f"<p>{line}</p>" for line in lines)
    document = parse(text.encode(), f"{name}.{suffix}")
    folded = [
        document.text[block.start : block.end] for block in document.blocks if block.is_folded
    ]
    assert folded == []
