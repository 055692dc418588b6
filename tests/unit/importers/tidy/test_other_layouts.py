"""Pages of newspapers, blogs and forums, copied as text: which line is what, by where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.importers.plain_text import read_plain_text

if TYPE_CHECKING:
    from bulletin_tui.model.article import Document

TITLE = "Bản xa nhất của xã đã có trạm phát sóng"
LEAD = "Từ nay bà con không còn phải leo lên đỉnh dốc mới gọi được điện thoại."
PROSE = (
    "Trạm được dựng trên quả đồi sau trường học, cao bốn mươi hai mét, chạy bằng điện mặt trời vào"
    " ban ngày và bằng bình tích điện vào ban đêm, phủ sóng cho cả ba bản ở hai bên con suối."
)
MORE = PROSE.replace("Trạm", "Cột")
FOOTER = ["Cơ quan chủ quản: UBND xã Tân Lập", "Giấy phép số 7/GP-TTĐT ngày 01/01/2024"]


def read(*lines: str) -> Document:
    """A page of these lines and a footer."""
    return read_plain_text("\n".join([*lines, *FOOTER]))


def shown(document: Document) -> list[str]:
    """The lines that are not folded."""
    return [document.text[b.start : b.end] for b in document.blocks if not b.is_folded]


def test_a_sentence_right_below_the_title_is_its_lead() -> None:
    document = read("Trang chủ", "Xã hội", TITLE, LEAD, "Thu Hạnh", "04/03/2019 08:15", PROSE)
    assert document.metadata.title == TITLE
    assert document.metadata.authors == ("Thu Hạnh",)


def test_a_short_name_in_the_menu_and_above_the_title_is_its_category() -> None:
    menu = ["Trang chủ", "Kỹ thuật trồng trọt", "Hỏi đáp", "Liên hệ"]
    document = read(*menu, "Kỹ thuật trồng trọt", "04/03/2019 08:15", TITLE, LEAD, PROSE)
    assert document.metadata.title == TITLE


def test_what_the_text_says_again_is_a_heading_from_its_table_of_contents() -> None:
    heading = "Vì sao bản xa cần có một trạm riêng"
    document = read(TITLE, "04/03/2019", "Mục lục", heading, PROSE, heading, MORE)
    assert document.metadata.title == TITLE
    assert shown(document) == [TITLE, "04/03/2019", PROSE, heading, MORE]


def test_what_is_new_may_be_an_entry_of_the_menu() -> None:
    menu = ["BÁO ĐÈO MÂY", "Chủ nhật, 17/4/2022 - 20:45", "Xã hội", "Kinh tế", "Tin mới", "Du lịch"]
    document = read(*menu, TITLE, "HỒNG VÂN", "Chủ nhật, 17/04/2022 09:12", PROSE, MORE)
    assert document.metadata.title == TITLE
    assert document.metadata.authors == ("HỒNG VÂN",)


def test_a_title_may_stand_right_below_what_is_read_most() -> None:
    slogan = "Tiếng nói của nhân dân các bản vùng cao"
    menu = ["Chủ nhật, 17/4/2022 20:45", "BÁO ĐÈO MÂY", slogan, "Lãnh đạo", "Bạn đọc", "Đọc nhiều"]
    document = read(*menu, TITLE, "Chủ nhật, 17/04/2022 09:12", PROSE, MORE)
    assert document.metadata.title == TITLE


def test_who_took_the_photograph_is_no_title() -> None:
    document = read(
        "Essays", "What a bus buys", "by Ann Carter", "May 6, 2019", "Photograph by Bo Ek", PROSE
    )
    assert document.metadata.title == "What a bus buys"


def test_the_second_of_two_long_lines_above_the_text_is_a_lead_but_below_a_category() -> None:
    lead = "Cột sóng cao bốn mươi hai mét trên đồi"
    category = "Đời sống, văn hóa, đưa sóng về bản"
    document = read("Xã hội", TITLE, lead, "04/03/2019 08:15", PROSE, MORE)
    assert document.metadata.title == TITLE
    document = read(category, TITLE, "04/03/2019 08:15", TITLE, PROSE, MORE)
    assert document.metadata.title == TITLE
    assert shown(document)[:2] == [category, TITLE]


def test_comments_with_their_number_are_a_sign_of_a_page() -> None:
    lines = ["Trang bìa", TITLE, "Hồng Vân · 05/10/2019 · 12 lượt xem", PROSE, MORE, "Ý kiến (3)"]
    document = read_plain_text("\n".join([*lines, "Bình: Đẹp quá!"]))
    assert shown(document) == lines[:-1]
    assert document.metadata.authors == ("Hồng Vân",)


def test_a_question_is_a_title_and_no_society() -> None:
    title = "Hỏi kinh nghiệm dựng trạm phát sóng ở bản xa"
    document = read("Diễn đàn", "Thành viên", title, "Ngày gửi: 03/06/2021", PROSE, MORE)
    assert document.metadata.title == title


def test_a_list_is_a_text_where_there_is_no_other() -> None:
    items = [f"- Việc thứ {n} là dọn cỏ quanh chân cột và lau tấm pin cho sạch" for n in range(9)]
    document = read("Trang chủ", "Liên hệ", TITLE, "Ngày đăng: 05/01/2023", *items, "In bài viết")
    assert shown(document) == [TITLE, "Ngày đăng: 05/01/2023", *items]


@pytest.mark.parametrize("ad", ["Quảng cáo", "Advertisement"])
def test_an_advertisement_does_not_end_a_text(ad: str) -> None:
    document = read(TITLE, "04/03/2019 08:15", PROSE, MORE, ad, LEAD, "Thu Hạnh")
    assert shown(document) == [TITLE, "04/03/2019 08:15", PROSE, MORE, LEAD, "Thu Hạnh"]


@pytest.mark.parametrize("heading", ["Ý kiến (2)", "2 bình luận", "Leave a Reply"])
def test_what_others_say_below_is_folded_however_long_it_is(heading: str) -> None:
    comment = MORE.replace("Cột", "Ở bản tôi, cột")
    document = read(TITLE, "04/03/2019 08:15", PROSE, MORE, "Thu Hạnh", heading, "Bình", comment)
    assert shown(document) == [TITLE, "04/03/2019 08:15", PROSE, MORE, "Thu Hạnh"]


def test_a_paragraph_between_titles_of_other_reports_is_folded_and_others_are_not() -> None:
    others = ["Khởi công trạm y tế của xã", MORE, "Họp dân bàn việc làm đường"]
    head = [TITLE, "04/03/2019 08:15", PROSE, PROSE + LEAD, PROSE + MORE]
    assert shown(read(*head, "Tin cùng chuyên mục", *others)) == head
    assert MORE in shown(read(*head, "Tin cùng chuyên mục", *others[:2], "Từ khóa"))
    assert shown(read(*head, "Tin cùng chuyên mục", *others, MORE, LEAD + MORE))[5:] == [
        MORE,
        LEAD + MORE,
    ]


def test_short_words_below_who_wrote_it_are_not_the_report() -> None:
    left = ["sóng điện thoại", "vùng cao", "Khởi công trạm y tế của xã"]
    document = read(TITLE, "04/03/2019 08:15", PROSE, MORE, "THU HẠNH", *left)
    assert shown(document) == [TITLE, "04/03/2019 08:15", PROSE, MORE, "THU HẠNH"]


def test_pictures_below_who_wrote_it_keep_their_captions() -> None:
    pictures = ["Một số hình ảnh tại buổi lễ:", "Bà con xem dựng cột"]
    head = [TITLE, "04/03/2019 08:15", PROSE, MORE, "Tin: Thu Hạnh"]
    assert shown(read(*head, *pictures)) == [*head, *pictures]


def test_whom_to_ask_below_a_press_release_did_not_write_it() -> None:
    document = read(TITLE, "04/03/2019", PROSE, MORE, "Contacts", "Sylvie Adjo", "+228 22 00 00")
    assert document.metadata.authors == ()


def test_a_menu_above_an_official_document_is_folded_and_what_is_below_who_signed_is_not() -> None:
    head = [
        *("UỶ BAN NHÂN DÂN TỈNH LÀO CAI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        *("Độc lập - Tự do - Hạnh phúc", "Số: 21/QĐ-UBND", "Lào Cai, ngày 4 tháng 3 năm 2019"),
        *("QUYẾT ĐỊNH", "Về việc dựng trạm phát sóng", "Căn cứ Luật Viễn thông;"),
    ]
    body = [f"Điều {number}. {PROSE}" for number in (1, 2, 3)]
    end = ["CHỦ TỊCH", "Lò Văn Bình", "(Đã ký)", "Lưu ở văn phòng"]
    document = read("Trang chủ", "Liên hệ", *head, *body, *end)
    assert shown(document) == [*head, *body, *end]


def test_a_text_goes_on_below_a_box_of_other_reports_inside_it() -> None:
    head, tail = [TITLE, "04/03/2019 08:15", PROSE, MORE], [PROSE + LEAD, LEAD + MORE, "THU HẠNH"]
    document = read(*head, "Tin liên quan", "Khởi công trạm y tế", "Họp dân bàn làm đường", *tail)
    assert shown(document) == [*head, *tail]
    assert document.metadata.authors == ("THU HẠNH",)


def test_a_sentence_said_twice_is_a_caption_and_no_title() -> None:
    caption = "Bà con đứng xem thợ dựng cột sóng trên đồi."
    document = read("Home", TITLE, caption, "© Ảnh Xa", caption, "8 March 2024", PROSE, MORE)
    assert document.metadata.title == TITLE


def test_short_words_below_buttons_are_not_the_report() -> None:
    head = [TITLE, "04/03/2019 08:15", PROSE, MORE]
    assert shown(read(*head, "In bài viết", "sóng điện thoại", "vùng cao")) == head


def test_names_behind_the_date_wrote_it() -> None:
    document = read(TITLE, "6 May 2019 / Ann Carter / Diving / 3 Comments", PROSE, MORE)
    assert document.metadata.authors == ("Ann Carter",)


def test_a_question_right_above_the_text_may_be_its_title() -> None:
    title = "Dựng trạm phát sóng: bà con nói gì?"
    document = read("Xã hội", "Viễn thông", "04/03/2019 08:15", title, PROSE, MORE)
    assert document.metadata.title == title


def test_who_wrote_it_may_stand_between_a_short_title_and_the_text() -> None:
    names = "Bút ký của LÙ THỊ VÂN"
    document = read("Trang chủ", "Thơ", "Đường về bản", names, "02/10/2021", PROSE, MORE)
    assert (document.metadata.title, document.metadata.authors) == ("Đường về bản", ("LÙ THỊ VÂN",))


def test_a_site_of_a_few_words_above_the_date_is_no_title() -> None:
    document = read(
        "Blog của thợ trạm", "Viết bởi Hồng Vân | 08/06/2019 | Nghề", TITLE, PROSE, MORE
    )
    assert (document.metadata.title, document.metadata.authors) == (TITLE, ("Hồng Vân",))
