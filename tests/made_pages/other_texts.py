"""What is no report with a page around it: legal documents, photo pages, notes, verses, code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from made_pages.furniture import counters, footer, widgets
from made_pages.made import Made, Truth
from made_pages.prose import PLACES, captions, moment, name, paragraph

if TYPE_CHECKING:
    from random import Random


def legal(chance: Random) -> Made:
    """A decision of a committee, with its motto, number and grounds."""
    local, province = chance.choice(PLACES)
    when = moment(chance)
    about = "về việc ban hành Quy chế quản lý chợ trên địa bàn"
    made = Made("legal", Truth(f"Quyết định {about}"))
    made.truth.published = f"{when:%Y-%m-%d}"
    made.shown(f"ỦY BAN NHÂN DÂN {local.upper()}", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    made.shown("Độc lập - Tự do - Hạnh phúc", f"Số: {chance.randint(1, 900)}/QĐ-UBND")
    made.shown(f"{province}, ngày {when.day} tháng {when.month} năm {when:%Y}")
    made.shown("QUYẾT ĐỊNH", about[0].upper() + about[1:])
    made.body("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;")
    made.body("Căn cứ Nghị định số 02/2003/NĐ-CP ngày 14 tháng 01 năm 2003 về phát triển chợ;")
    made.body("Xét đề nghị của Trưởng phòng Kinh tế và Hạ tầng tại Tờ trình số 17/TTr-KTHT,")
    made.shown("QUYẾT ĐỊNH:")
    for number in range(1, chance.randint(3, 6)):
        made.body(f"Điều {number}. {paragraph(chance)}")
    made.body("Nơi nhận:", "- Như Điều 3;", "- Lưu: VT.")
    return made


def photo_page(chance: Random) -> Made:
    """A title, a date and pictures' captions; nothing on it is a text."""
    local, _province = chance.choice(PLACES)
    when = moment(chance)
    made = Made("photo_page", Truth(f"Chùm ảnh: Mùa lúa chín ở {local}"), has_text=False)
    made.truth.published = f"{when:%Y-%m-%dT%H:%M}"
    made.shown(made.truth.title, f"{when:%d/%m/%Y %H:%M}")
    made.body(*captions(chance, 4))
    made.shown(*widgets(chance)[:2], *counters(chance, glued=True))
    return made


def shopping_list(chance: Random) -> Made:
    """A person's list, with a bare number and a telephone in it."""
    made = Made("shopping_list", Truth("Đi chợ"), has_text=False)
    made.body(
        "Đi chợ",
        "",
        "2 kg gạo nếp",
        "rau muống",
        "Trứng: 10",
        "nước mắm",
        "gọi chị Lan: 0912345678",
    )
    made.body("Hôm nay: 3 món", *chance.sample(["sữa", "đậu phụ", "hành lá", "chanh"], 3))
    return made


def verse(chance: Random) -> Made:
    """Verses, each line a line."""
    made = Made("verse", Truth("Chiều bên sông"), has_text=False)
    made.body(
        "Chiều bên sông",
        "",
        "Con đò nằm nghỉ bên sông,",
        "Khói lam nhà ai thoáng buông cuối chiều.",
    )
    made.body(
        "Gió đưa một cánh diều xiêu,",
        "Tiếng chuông chùa vọng bao nhiêu năm rồi."[: chance.randint(38, 41)],
    )
    return made


def note(chance: Random) -> Made:
    """A person's own note of some length, with two addresses at its end and dates inside."""
    made = Made("note", Truth("Ghi lại buổi họp tổ dân phố"))
    made.body(made.truth.title, "", paragraph(chance), "", paragraph(chance), "")
    made.body(
        "Việc cần làm", f"- Gọi lại cho anh {name(chance)} trước ngày 12/3/2021", "- Mua bóng đèn"
    )
    made.body("Email: to.dan.pho@example.vn", "Điện thoại: 0203 123 456")
    return made


def diary(chance: Random) -> Made:
    """Days, each with its date above its words."""
    made = Made("diary", Truth("Nhật ký đi đường"))
    made.body(made.truth.title)
    for _each in range(3):
        made.body(f"{moment(chance):%d/%m/%Y}", paragraph(chance), "")
    return made


def source_code(chance: Random) -> Made:
    """A program; its comments have words of pages in them."""
    made = Made("source_code", Truth("# share: a tiny server"), has_text=False)
    made.body("# share: a tiny server", "import os", "import sys", "", "top = 1", "down = 2")
    made.body(
        "def main(print, back):",
        f"    total = {chance.randint(1, 99)}",
        '    return "search" + str(total)',
    )
    return made


def page_without_name(chance: Random) -> Made:
    """A report whose page names nobody and no date, but for the licence in its footer."""
    local, province = chance.choice(PLACES)
    made = Made("page_without_name", Truth("Mở rộng vùng trồng quế hữu cơ ở các xã vùng cao"))
    made.truth.source, made.truth.place = f"Phòng Nông nghiệp {local}", province
    made.shown(made.truth.title)
    made.body(*(paragraph(chance) for _each in range(4)))
    made.around(*widgets(chance), *footer(chance, made.truth.source, (local, province)))
    return made
