"""Official documents are known by their heads, however their two columns were saved."""

from __future__ import annotations

import io

import pytest

from bulletin_tui.importers.parsing import parse
from bulletin_tui.importers.plain_text import read_plain_text
from bulletin_tui.text.dates import format_printed_date

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
WISH = "Độc lập - Tự do - Hạnh phúc"
PROSE = (
    "Trong năm, các xã đã rà soát diện tích rừng trồng, chọn lại giống cây và giao đất cho từng"
    " hộ, nên vùng gỗ lớn của huyện đã rộng gấp đôi so với ba năm trước và người dân có thêm việc"
    " làm ngay tại quê mình."
)
ONE_AFTER_THE_OTHER = f"""UBND TỈNH NGHỆ AN
SỞ NÔNG NGHIỆP
Số: 123/BC-SNN
{MOTTO}
{WISH}
Nghệ An, ngày 20 tháng 11 năm 2023
BÁO CÁO
Tổng kết công tác trồng rừng
và phương hướng năm 2024
{PROSE}"""
SIDE_BY_SIDE = f"""UBND TỈNH NGHỆ AN          {MOTTO}
 SỞ NÔNG NGHIỆP              {WISH}
  -----------                  ------------------
Số: 123/BC-SNN          Nghệ An, ngày 20 tháng 11 năm 2023

              BÁO CÁO
     Tổng kết công tác trồng rừng
     và phương hướng năm 2024

{PROSE}"""
IN_CELLS = f"""<table><tr><td>UBND TỈNH NGHỆ AN<br>SỞ NÔNG NGHIỆP</td>
<td>{MOTTO}<br>{WISH}</td></tr><tr><td>Số: 123/BC-SNN</td>
<td>Nghệ An, ngày 20 tháng 11 năm 2023</td></tr></table>
<p>BÁO CÁO</p><p>Tổng kết công tác trồng rừng và phương hướng năm 2024</p><p>{PROSE}</p>"""


@pytest.mark.parametrize(
    ("data", "name"),
    [(ONE_AFTER_THE_OTHER, "bc.txt"), (SIDE_BY_SIDE, "bc.txt"), (IN_CELLS, "bc.html")],
    ids=["one after the other", "side by side", "in cells"],
)
def test_a_report_of_an_office_is_known_by_its_head(data: str, name: str) -> None:
    document = parse(data.encode(), name)
    known = document.metadata
    assert known.title == "Báo cáo tổng kết công tác trồng rừng và phương hướng năm 2024"
    assert (known.source, known.place) == ("SỞ NÔNG NGHIỆP", "Nghệ An")
    assert known.published
    assert format_printed_date(known.published) == "20/11/2023"
    assert (known.documents, known.authors) == (("123/BC-SNN",), ())
    assert not any(block.is_folded for block in document.blocks)


def test_a_word_document_with_its_head_in_a_table_is_known_by_it_too() -> None:
    written = pytest.importorskip("docx").Document()
    cells = written.add_table(2, 2)._cells
    head = [
        "UBND TỈNH SƠN LA\nSỞ Y TẾ",
        f"{MOTTO}\n{WISH}",
        "Số: 9/QĐ-SYT",
        "Sơn La, ngày 1/2/2023",
    ]
    for cell, words in zip(cells, head, strict=True):
        cell.text = words
    for words in ("QUYẾT ĐỊNH", "Về việc lập đội cấp cứu", PROSE):
        written.add_paragraph(words)
    out = io.BytesIO()
    written.save(out)
    known = parse(out.getvalue(), "qd.docx").metadata
    assert known.title == "Quyết định về việc lập đội cấp cứu"
    assert (known.source, known.place, known.documents) == ("SỞ Y TẾ", "Sơn La", ("9/QĐ-SYT",))


@pytest.mark.parametrize(
    ("kind", "subject", "title"),
    [
        ("QUYẾT ĐỊNH", "Về việc giao đất trồng rừng", "Quyết định về việc giao đất trồng rừng"),
        ("TỜ TRÌNH", "V/v xin mở chợ đầu mối", "Tờ trình về việc xin mở chợ đầu mối"),
        ("THÔNG BÁO", "UBND tỉnh tuyển dụng", "Thông báo UBND tỉnh tuyển dụng"),
        ("KẾ HOẠCH", "Nghệ An chống hạn vụ hè thu", "Kế hoạch Nghệ An chống hạn vụ hè thu"),
        ("THÔNG TƯ", "SỬA ĐỔI MỘT SỐ MẪU ĐƠN", "THÔNG TƯ SỬA ĐỔI MỘT SỐ MẪU ĐƠN"),
        ("BÁO CÁO KẾT QUẢ", "GIẢM NGHÈO NĂM 2022", "BÁO CÁO KẾT QUẢ GIẢM NGHÈO NĂM 2022"),
    ],
)
def test_the_kind_and_the_subject_are_the_title(kind: str, subject: str, title: str) -> None:
    head = ONE_AFTER_THE_OTHER.replace("BÁO CÁO\nTổng", "Tổng").split("Tổng")[0]
    assert read_plain_text(f"{head}{kind}\n{subject}\n{PROSE}").metadata.title == title


def test_an_official_letter_is_about_what_stands_below_its_number() -> None:
    letter = f"""UBND HUYỆN QUỲ CHÂU    {MOTTO}
VĂN PHÒNG    {WISH}
Số: 45/VP-TH    Quỳ Châu, ngày      tháng 9 năm 2022
V/v phòng chống rét
cho đàn gia súc

Kính gửi: Các xã, thị trấn trong huyện
{PROSE}"""
    known = read_plain_text(letter).metadata
    assert known.title == "V/v phòng chống rét cho đàn gia súc"
    assert (known.source, known.place) == ("VĂN PHÒNG UBND HUYỆN QUỲ CHÂU", "Quỳ Châu")
    assert known.published
    assert format_printed_date(known.published) == "09/2022"
    assert known.documents == ("45/VP-TH",)


def test_a_decision_without_a_long_sentence_is_one_too() -> None:
    decision = f"""ỦY BAN NHÂN DÂN
TỈNH SƠN LA
{MOTTO}
Số: 8/QĐ-UBND
Sơn La, ngày 2 tháng 3 năm 2021
QUYẾT ĐỊNH
Về việc lập tổ công tác
Điều 1. Lập tổ công tác.
Điều 2. Thi hành ngay."""
    known = read_plain_text(decision).metadata
    assert known.title == "Quyết định về việc lập tổ công tác"
    assert (known.source, known.documents) == ("ỦY BAN NHÂN DÂN TỈNH SƠN LA", ("8/QĐ-UBND",))


@pytest.mark.parametrize("kind", ["ĐƠN XIN NGHỈ PHÉP", "BIÊN BẢN HỌP THÔN", "GIẤY XÁC NHẬN CƯ TRÚ"])
def test_what_people_write_to_offices_has_only_the_motto_above_its_title(kind: str) -> None:
    known = read_plain_text(f"{MOTTO}\n{WISH}\n{kind}\nKính gửi: UBND xã\n{PROSE}").metadata
    assert (known.title, known.authors, known.source) == (kind, (), None)


def test_the_party_has_its_own_motto_which_is_a_name_elsewhere() -> None:
    rest = f"KẾT QUẢ CỦA HỘI NGHỊ\n{PROSE}"
    number = "Số 15-TB/HU   Đô Lương, ngày 7 tháng 8 năm 2020"
    head = f"HUYỆN ỦY ĐÔ LƯƠNG   ĐẢNG CỘNG SẢN VIỆT NAM\n{number}"
    assert read_plain_text(f"{head}\nTHÔNG BÁO\n{rest}").metadata.title == (
        "THÔNG BÁO KẾT QUẢ CỦA HỘI NGHỊ"
    )
    assert read_plain_text(f"ĐẢNG CỘNG SẢN VIỆT NAM\nTHÔNG BÁO\n{rest}").metadata.source is None


def test_a_report_that_mentions_the_motto_is_no_official_document() -> None:
    text = f"Cuộc thi viết chữ đẹp\nCác em viết dòng chữ {WISH} lên bảng rất nắn nót.\n{PROSE}"
    assert read_plain_text(text).metadata.title == "Cuộc thi viết chữ đẹp"
