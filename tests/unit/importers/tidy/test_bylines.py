"""What bylines say in the many manners of papers, portals and blogs."""

from __future__ import annotations

import pytest

from bulletin_tui.importers.plain_text import read_plain_text
from bulletin_tui.importers.tidy.bylines import bare_names, read_byline
from bulletin_tui.importers.tidy.seen import see_words
from unit.importers.tidy.test_pages import PROSE, TITLE


def signed(line: str) -> tuple[str, ...]:
    seen = see_words(line)
    byline = read_byline(seen) or bare_names(seen)
    return byline.names if byline else ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Bài: Thu Hà; Ảnh: Minh Tâm; Thiết kế: Gia Bảo", ("Thu Hà",)),
        ("Bài: THU HÀ - Ảnh: MINH TÂM", ("THU HÀ",)),
        ("Bài Thu Hà, ảnh Minh Tâm", ("Thu Hà",)),
        ("Words: Ann Carter  Pictures: Bo Ek", ("Ann Carter",)),
        ("Words by Ann Carter. Photography by Bo Ek.", ("Ann Carter",)),
        ("(Reporting by Ann Carter and Cy Dan; editing by Bo Ek)", ("Ann Carter", "Cy Dan")),
        ("Ann Carter - Thu Hà (dịch)", ("Ann Carter",)),
        ("Tác giả: Lê Vân, Anh Thư", ("Lê Vân", "Anh Thư")),
        ("Tác giả: Nguyễn Anh Tuấn", ("Nguyễn Anh Tuấn",)),
    ],
)
def test_whoever_did_something_else_for_a_report_did_not_write_it(
    line: str, names: tuple[str, ...]
) -> None:
    assert signed(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Theo Hà Anh (Báo Xã)", ("Hà Anh",)),
        ("Theo Thu Hà/Báo Xã", ("Thu Hà",)),
        ("Nguồn: Nguyễn Thu Hà", ("Nguyễn Thu Hà",)),
        ("Theo Báo Xã", ()),
        ("Theo Phòng Công tác xã hội", ()),
        ("Theo Thanh Niên", ()),
        ("Nguồn: Thanh Niên", ()),
        ("Theo: Sở Y tế", ()),
    ],
)
def test_a_source_wrote_nothing_unless_it_is_a_person(line: str, names: tuple[str, ...]) -> None:
    assert signed(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "Luật gia Lê Văn Tám",
        "Kỹ sư Lê Văn Tám",
        "Nhà văn Lê Văn Tám",
        "BS CKI. Lê Văn Tám",
        "PGS, TS. Lê Văn Tám",
        "Thạc sĩ, bác sĩ Lê Văn Tám",
        "Ths.Bs Lê Văn Tám, Khoa Nội",
        "Phóng viên Lê Văn Tám thường trú tại Lào",
        "Lê Văn Tám lược dịch",
        "Lê Văn Tám/VOV1",
        "Người dịch: Lê Văn Tám",
        "Bút ký: Lê Văn Tám",
        "T/h: Lê Văn Tám",
        "Người đăng: Lê Văn Tám vào lúc 21:14",
        "Propos recueillis par Lê Văn Tám",
        "Translated from the French by Lê Văn Tám",
        "Authors: Lê Văn Tám",
        "Người viết bài: Lê Văn Tám",
        "Tùy bút Lê Văn Tám",
        "Ký của Lê Văn Tám",
        "(KS Lê Văn Tám trả lời)",
        "Lê Văn Tám dịch từ tiếng Pháp",
        "A guest post by Lê Văn Tám",
        "By Lê Văn Tám 5 min read",
        "(Theo Lê Văn Tám/Báo Xã)",
        "Lê Văn Tám Xem thêm",
        "By Lê Văn Tám, Dryland Institute",
        "Words Lê Văn Tám Photos Bo Ek",
    ],
)
def test_neither_degree_nor_place_nor_work_is_part_of_a_name(line: str) -> None:
    assert signed(line) == ("Lê Văn Tám",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("T.H - M.T", ("T.H", "M.T")),
        ("Tr.Giang - L.Sơn", ("Tr.Giang", "L.Sơn")),
        ("Ng.Hùng", ("Ng.Hùng",)),
        ("Ngọc Lan-Thu Hà", ("Ngọc Lan", "Thu Hà")),
        ("Ann CarterBo Ek", ("Ann Carter", "Bo Ek")),
        ("Ann McDonald", ("Ann McDonald",)),
        ("PV Thu Hà", ("Thu Hà",)),
        ("Thu Hà, Báo Xã", ("Thu Hà",)),
        ("Tác giả: Thu Hà Ngày đăng: 06/05/2019", ("Thu Hà",)),
        ("Mai Trang - Đài PT-TH tỉnh", ("Mai Trang",)),
        ("Par Camille Roussin", ("Camille Roussin",)),
        ("Par Fatou Mbaye et Léo Garnier", ("Fatou Mbaye", "Léo Garnier")),
        ("By Ann Carter, Bo Ek, and Cy Dan", ("Ann Carter", "Bo Ek", "Cy Dan")),
        ("Ann Carter, hydrologist, and Bo Ek, research fellow", ("Ann Carter", "Bo Ek")),
        ("Anh Thư", ("Anh Thư",)),
        ("Wanjiru N.", ("Wanjiru N.",)),
    ],
)
def test_names_may_be_shortened_or_joined(line: str, names: tuple[str, ...]) -> None:
    assert signed(line) == names


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Tác giả: Trung tâm Chính trị huyện", "Trung tâm Chính trị huyện"),
        ("Tác giả: Phòng Văn hóa - Thông tin", "Phòng Văn hóa - Thông tin"),
        ("PV Thời sự", "PV Thời sự"),
        ("PV (tổng hợp)", "PV"),
        ("PV Tây Bắc", "PV Tây Bắc"),
        ("Tổ Biên tập", "Tổ Biên tập"),
        ("Nhóm phóng viên", "Nhóm phóng viên"),
        ("BBT Cổng TTĐT", "BBT Cổng TTĐT"),
    ],
)
def test_an_office_may_have_written(line: str, name: str) -> None:
    assert signed(line) == (name,)


@pytest.mark.parametrize(
    "line",
    [
        "Thơ: 12 bài",
        "Dịch: ba xã vùng cao đã hết lệnh cấm",
        "Phỏng vấn: đừng giữ chợ bằng tiền",
        "Edited by Ann Carter",
        "Bài học quý",
    ],
)
def test_words_that_stand_before_names_stand_before_others_too(line: str) -> None:
    assert signed(line) == ()


@pytest.mark.parametrize(
    "line",
    ["Chị Phùng Khánh Vân", "Em Lê Minh Đức", "Phùng Khánh Vân - 09xx 111 222", "van@bao.example"],
)
def test_nobody_signs_as_others_speak_of_one_or_with_a_telephone(line: str) -> None:
    assert signed(line) == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Khánh Lâm Thứ ba, ngày 06/05/2019 18:05 PM (GMT+7)", ("Khánh Lâm",)),
        ("Xã hội | Thu Hà | 06/05/2019 09:15", ("Thu Hà",)),
        ("Tác giả: Thu Hà - Ngày đăng: 06/05/2019 - Lượt xem: 12", ("Thu Hà",)),
        ("T.H - 06/05/2019", ("T.H",)),
        ("THU HÀ-Thứ hai, 06/05/2019 09:09 (GMT+7)", ("THU HÀ",)),
        ("Tác giả: Lê Tuấn | Ngày đăng: 06/05/2019 | Chuyên mục: Nông thôn", ("Lê Tuấn",)),
        ("PV - 06/05/2019", ("PV",)),
        ("May 6, 2019 By Ann Carter Leave a Comment", ("Ann Carter",)),
        ("06/05/2019 09:15Thu Hà", ("Thu Hà",)),
        ("06/05/2019 09:15 PM", ()),
        ("Thứ Bảy, 06/05/2019", ()),
        ("Hà Nội, 06/05/2019 09:15", ()),
        ("Trung tâm Y tế huyện - 06/05/2019", ()),
    ],
)
def test_who_wrote_stands_beside_the_date(line: str, names: tuple[str, ...]) -> None:
    page = f"Trang chủ\nThời sự\nXã hội\n{TITLE}\n{line}\n{PROSE}\n{PROSE}"
    known = read_plain_text(page).metadata
    assert (known.authors, known.published is not None) == (names, True)


@pytest.mark.parametrize(
    "office", ["PHÓ GIÁM ĐỐC", "Chủ tịch UBND huyện", "(Đã ký)", "KT. CỤC TRƯỞNG"]
)
def test_whoever_signs_a_document_has_not_written_a_report(office: str) -> None:
    page = f"{TITLE}\n06/05/2019\n{PROSE}\n{PROSE}\n{office}\nThu Hà\nTin liên quan"
    assert read_plain_text(page).metadata.authors == ()


def test_a_label_may_stand_on_a_line_of_its_own() -> None:
    page = f"{TITLE}\n06/05/2019\n{PROSE}\n{PROSE}\nTác giả:\nThu Hà\nTin liên quan"
    assert read_plain_text(page).metadata.authors == ("Thu Hà",)


def test_a_unit_of_an_office_signs_right_below_the_text() -> None:
    page = f"{TITLE}\n06/05/2019\n{PROSE}\n{PROSE}\n"
    unit, site = "Phòng Tổng hợp", "Sở Y tế"
    assert read_plain_text(f"{page}{unit}\nTin liên quan").metadata.authors == (unit,)
    assert read_plain_text(f"{page}{site}\nTin liên quan").metadata.authors == ()
    assert read_plain_text(f"{page}{unit}\nĐiện thoại: 0211 222 333").metadata.authors == ()


def test_whom_to_ask_has_not_written() -> None:
    page = f"{TITLE}\n\n{PROSE}\n{PROSE}\n"
    assert read_plain_text(f"{page}Xin hỏi thêm ở:\nAnn Carter").metadata.authors == ()
    assert read_plain_text(f"{page}Ann Carter").metadata.authors == ("Ann Carter",)


@pytest.mark.parametrize("names", ["Nguyên Hạnh", "H.Giang", "T.H"])
@pytest.mark.parametrize("times", [3, 4, 6])
def test_names_glued_to_a_last_sentence_are_found_though_no_stop_ends_it(
    names: str, times: int
) -> None:
    last = f"{'Nước về đến ruộng ' * times}cuối kênh. {names}"
    page = f"{TITLE}\n06/05/2019\n{PROSE}\n{last}\nĐọc tiếp\nGiá tiêu hôm nay"
    assert read_plain_text(page).metadata.authors == (names,)


def test_what_somebody_is_asked_first_is_not_the_title() -> None:
    asked = "When did you know of it?"
    talk = f"{asked}\n{PROSE}\nWhat would you change?\n{PROSE}\nWhat then?\n{PROSE}"
    title = "What the flood taught a bank"
    above = f"Interviews\nArchive\n{title}\nThe only branch was under water for days."
    known = read_plain_text(f"{above}\nInterview by Ann Carter\nMay 6, 2019\n{talk}").metadata
    assert (known.title, known.authors) == (title, ("Ann Carter",))


def test_who_collected_is_unknown_where_the_page_says_only_that_somebody_did() -> None:
    page = f"{TITLE}\n\n{PROSE}\n{PROSE}\nTác giả: Sưu tầm"
    assert read_plain_text(page).metadata.authors == ()


def test_a_french_page_says_who_and_when() -> None:
    page = f"{TITLE}\nPar Camille Roussin · Publié le 3 mai 2021\n{PROSE}"
    known = read_plain_text(page).metadata
    assert known.authors == ("Camille Roussin",)
    assert known.published is not None
    assert known.published.value.isoformat() == "2021-05-03T00:00:00"
