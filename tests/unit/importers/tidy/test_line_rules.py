"""A line tells what it is by its own words, where it can."""

from __future__ import annotations

import pytest

from bulletin_tui.importers.tidy.bylines import bare_names, read_byline
from bulletin_tui.importers.tidy.counters import as_counter
from bulletin_tui.importers.tidy.datelines import as_dateline, read_dateline
from bulletin_tui.importers.tidy.debris import as_debris
from bulletin_tui.importers.tidy.guesses import LineClass
from bulletin_tui.importers.tidy.page_words import as_page_word, crumbs
from bulletin_tui.importers.tidy.publishers import is_organisation
from bulletin_tui.importers.tidy.seen import see_words
from bulletin_tui.text.dates import iso_printed_date


@pytest.mark.parametrize(
    "line",
    [
        "Hôm qua: 512",
        "Hôm nay: 04/03/2024 Đang online: 37",
        "• Tháng trước1,204,553",
        "Đang online 7",
        "lượt xem: 8 | lượt tải:2",
    ],
)
def test_counters_may_be_glued_to_their_labels(line: str) -> None:
    guess = as_counter(see_words(line))
    assert guess is not None
    assert guess.confidence > 0.9


@pytest.mark.parametrize(
    "line",
    [
        "Hôm nay 18/9/2020, xã họp dân.",
        "Tổng kết năm",
        "12",
        "NGÀY 5 THÁNG 6 NĂM 2019",
        "06/05/2019 - Lượt xem: 1.502",
    ],
)
def test_a_sentence_that_begins_like_a_counter_is_none(line: str) -> None:
    assert as_counter(see_words(line)) is None


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("TIN LIÊN QUAN", LineClass.RELATED_HEADING),
        ("Các bài viết khác:", LineClass.RELATED_HEADING),
        ("Thống kê truy cập", LineClass.WIDGET),
        ("Chia sẻ bài viết:", LineClass.CONTROL),
        ("Điện thoại: 0203 111 222", LineClass.FOOTER),
        ("Trang chủ » Tin tức » Văn hóa", LineClass.BREADCRUMB),
        ("Trang chủ Tin tức Văn hóa Hội làng mở vào rằm", LineClass.BREADCRUMB),
        ("Trang chủ|Giới thiệu|Tin tức|Văn bản|Liên hệ", LineClass.NAVIGATION),
        ("Cỡ chữ: A a", LineClass.CONTROL),
        ("(Bấm vào đây để nhận mã)", LineClass.CONTROL),
        ("Cổng thông tin điện tử xã Tân Lập", LineClass.SITE),
        ("Giới thiệu", LineClass.NAVIGATION),
        ("Chùm ảnh khác", LineClass.RELATED_HEADING),
        ("Latest publications", LineClass.RELATED_HEADING),
        ("Bài sau: Mùa hoa ban", LineClass.RELATED),
        (">>> Đọc thêm: Mùa hoa ban", LineClass.RELATED),
        ("Ý kiến (12)", LineClass.WIDGET),
        ("3 nhận xét về “Mùa hoa ban”", LineClass.WIDGET),
        ("Để lại một bình luận", LineClass.WIDGET),
        ("#hoa ban #Tây Bắc", LineClass.CONTROL),
        ("Posted in Travel", LineClass.CONTROL),
        ("Sign up for our newsletter", LineClass.CONTROL),
        ("This page in: English Español", LineClass.CONTROL),
        ("* Mời bạn đọc vào chuyên mục Xã hội xem các tin, bài liên quan.", LineClass.CONTROL),
        ("7 min read", LineClass.CONTROL),
        ("Chào mừng bạn đến với trang của trường", LineClass.SITE),
        ("You may also be interested in:", LineClass.RELATED_HEADING),
    ],
)
def test_the_furniture_of_a_page_is_known_by_its_words(line: str, what: LineClass) -> None:
    guess = as_page_word(see_words(line))
    assert guess is not None
    assert guess.what is what


def test_a_symbol_in_a_breadcrumb_is_one_step() -> None:
    steps = crumbs(see_words("Trang chủ / Tin xã / Kết quả thực hiện 05-CT/TW ở cơ sở"))
    assert steps == ("Tin xã", "Kết quả thực hiện 05-CT/TW ở cơ sở")


@pytest.mark.parametrize(
    "line",
    [r"Description: D:\Anh\cho que.png", "IMG_2041.jpg", "null", "56_INSTANCE_x9Ab_"],
)
def test_what_programs_left_is_debris(line: str) -> None:
    assert as_debris(see_words(line)) is not None


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Thứ hai - 06/05/2019 09:15 2.041 3", "2019-05-06T09:15", None),
        ("Cập nhật lúc 7:05 ngày 06/05/2019 - Số lượt xem: 12", None, "2019-05-06T07:05"),
        ("Đăng: 01/02/2019 | Cập nhật: 03/02/2019", "2019-02-01", "2019-02-03"),
        ("Thời sự 06-05-2019", "2019-05-06", None),
        ("Last update: 6 May 2019", None, "2019-05-06"),
        ("Cập nhật lúc 06:00, Thứ Hai, 06/05/2019 (GMT+7)", None, "2019-05-06T06:00"),
        ("Mis à jour le 6 mai 2019 à 10:15", None, "2019-05-06T10:15"),
        ("Đăng ngày 06 - 05 - 2019 10:22 100%", "2019-05-06T10:22", None),
        ("06/05/2019 Hồng Vân Để lại bình luận", "2019-05-06", None),
        ("Hồng Vân · 06/05/2019 · 1.204 lượt xem · 6 phút đọc", "2019-05-06", None),
        ("6 May 2019 | Geneva", "2019-05-06", None),
        ("6 May 2019 / Ann Carter / Diving / 3 Comments", "2019-05-06", None),
        ("Thu Hà - Hồng Vân09:15 06/05/2019", "2019-05-06T09:15", None),
        ("Posted by Ann Carter | May 6, 2019 | News, Stories", "2019-05-06", None),
        ("This page was last edited on 6 May 2019, at 9:15.", None, "2019-05-06T09:15"),
        ("LÊ MINH - THU HÀ 06/05/2019 11:39", "2019-05-06T11:39", None),
    ],
)
def test_a_dateline_says_when_and_of_what(
    line: str, published: str | None, updated: str | None
) -> None:
    read = read_dateline(line)
    assert read is not None
    found = [iso_printed_date(date) if date else None for date in (read.published, read.updated)]
    assert found == [published, updated]


@pytest.mark.parametrize(
    "line",
    [
        "Sáng ngày 06/05/2019, xã đã họp dân để bàn việc làm đường.",
        "Quyết định số 12 ngày 06/05/2019",
        "Lịch tuần từ 06/05/2019",
        "Họp ngày 06/05/2019",
        "06/05/2019 - Họp thôn",
    ],
)
def test_prose_with_a_date_is_no_dateline(line: str) -> None:
    assert as_dateline(see_words(line)) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Tác giả: Thu Hạnh - Hồng Vân", ("Thu Hạnh", "Hồng Vân")),
        ("Tin, ảnh: Lê Minh", ("Lê Minh",)),
        ("Bài và ảnh: TS. Trần Thị Thanh Bình (Sở Y tế)", ("Trần Thị Thanh Bình",)),
        ("CTV: Mai An", ("Mai An",)),
        ("Người đưa tin: Mai An", ("Mai An",)),
        ("By: Ann Carter", ("Ann Carter",)),
        ("By: Ann Carter, Senior Research Officer", ("Ann Carter",)),
        ("Được đăng bởi Hồng Vân vào lúc 21:07 Gửi email", ("Hồng Vân",)),
        ("Words and pictures: Anna van der Berg", ("Anna van der Berg",)),
    ],
)
def test_a_labelled_byline_names_its_authors(line: str, names: tuple[str, ...]) -> None:
    byline = read_byline(see_words(line))
    assert byline is not None
    assert byline.names == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Thu Hương", ("Thu Hương",)),
        ("ThS Lê Văn Quân - Giám đốc Trung tâm Y tế huyện", ("Lê Văn Quân",)),
        ("NGUYỄN AN, TRẦN BÌNH", ("NGUYỄN AN", "TRẦN BÌNH")),
        ("THANH TÂM", ("THANH TÂM",)),
        ("Hà Vy/TTXVN", ("Hà Vy",)),
        ("Hồng Vân 3 giờ trước 14 liên quan", ("Hồng Vân",)),
        ("Thu Trang (thực hiện)", ("Thu Trang",)),
        ("Trung Kiên", ("Trung Kiên",)),
        ("Viết bởi Hồng Vân", ("Hồng Vân",)),
        ("Reporting by Ann Carter; Editing by Bo Ek", ("Ann Carter",)),
        ("Bởi Hồng Vân", ("Hồng Vân",)),
        ("Tác giả Hồng Vân", ("Hồng Vân",)),
        ("N.K", ("N.K",)),
        ("Th.Dương", ("Th.Dương",)),
        ("Words Ann Carter", ("Ann Carter",)),
        ("Hồng Vân ghi", ("Hồng Vân",)),
        ("Đậu Thị Lý - Công chức xã", ("Đậu Thị Lý",)),
        ("By Le Thi Mai / Mekong Weekly", ("Le Thi Mai",)),
        ("Phóng viên Hồng Vân", ("Hồng Vân",)),
        ("Hồng Vân/Đài Mây-Tây Bắc", ("Hồng Vân",)),
        ("Lò Thị Vân, Văn phòng UBND xã", ("Lò Thị Vân",)),
        ("María de la Cruz, UNESCO", ("María de la Cruz",)),
        ("H'Nga Ayun", ("H'Nga Ayun",)),
    ],
)
def test_bare_names_are_names(line: str, names: tuple[str, ...]) -> None:
    byline = bare_names(see_words(line))
    assert byline is not None
    assert byline.names == names


@pytest.mark.parametrize(
    "line",
    [
        "Hà Tĩnh",
        "Tin Nóng",
        "Văn Bản Mới",
        "Kết quả bước đầu",
        "Hội Nông Dân",
        "Sáng sớm",
        "TRUNG TÂM",
        "Công Nghệ",
        "Economic Development",
        "3 giờ trước",
        "LÊN TRÊN",
        "THỨ TRƯỞNG",
        "MORE ESSAYS",
    ],
)
def test_places_and_headings_are_no_names(line: str) -> None:
    assert bare_names(see_words(line)) is None


@pytest.mark.parametrize("line", ["PV: Xin cảm ơn ông!", "PV: Vì sao?", "Bài viết: 12"])
def test_what_is_asked_or_counted_behind_a_label_names_nobody(line: str) -> None:
    assert read_byline(see_words(line)) is None


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Hội Nông dân huyện", True),
        ("HỘI NÔNG DÂN HUYỆN", True),
        ("Thanh tra tỉnh", True),
        ("Thanh tra việc thu phí gửi xe", False),
        ("Hoi Nong dan huyen", True),
        ("Hỏi kinh nghiệm trồng quế", False),
        ("Bão số 5 đổ bộ vào đất liền", False),
        ("Trường nghề tự làm điện", False),
    ],
)
def test_an_organisation_is_told_by_the_marks_of_its_first_word(line: str, is_one: bool) -> None:
    assert is_organisation(see_words(line)) is is_one


@pytest.mark.parametrize(
    "line",
    [
        "Mỗi bản có một kênh dẫn nước",
        "Đang trong mùa gặt",
        "Gần thế mà xa",
        "Trả lời:",
        "Có chuyện vui",
        "Tổng biên tập tờ báo tường, mười tuổi, cắt mục truyện cười vì tuần này không ai cười.",
    ],
)
def test_words_that_only_marks_part_from_buttons_are_none(line: str) -> None:
    assert as_page_word(see_words(line)) is None


def test_who_took_the_pictures_is_worth_less_than_who_wrote() -> None:
    photos, words = read_byline(see_words("Ảnh: Lê Minh")), bare_names(see_words("Hồng Vân"))
    assert photos is not None
    assert words is not None
    assert photos.rank < words.rank
