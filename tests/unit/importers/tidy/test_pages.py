"""A page that was saved as text is read as the report on it; a note is left as it is."""

from __future__ import annotations

from random import Random

import pytest

from bulletin_tui.importers.plain_text import read_plain_text
from bulletin_tui.importers.tidy.lines import Line, LineContext
from bulletin_tui.importers.tidy.tidying import tidy
from bulletin_tui.model.article import BlockKind, Boilerplate, Document, Evidence, Metadata, Span
from made_pages.other_texts import diary, note, shopping_list, source_code, verse
from made_pages.pages import FAMILIES
from made_pages.scoring import Score, score

TITLE = "Xã Tân Lập làm lại con đường qua bản"
PROSE = (
    "Sau ba tháng thi công, con đường dài hai cây số nối trung tâm xã với bản xa nhất đã được rải"
    " nhựa, người dân không còn phải lội suối mỗi khi mùa mưa về như những năm trước đây nữa."
)
PAGE = "\n".join(
    [
        "Trang chủ / Tin xã / " + TITLE,
        TITLE,
        "Ngày đăng: 04/03/2019 08:15 | Cập nhật: 05/03/2019",
        "",
        PROSE,
        "Bà con đi chợ trên con đường mới",
        "Bà con đi chợ trên con đường mới",
        PROSE.replace("ba", "bốn"),
        "Tin, ảnh: Thu Hạnh",
        "In bài viết",
        "Tin liên quan",
        "Khởi công trạm y tế của xã",
        "UBND XÃ TÂN LẬP",
        "Cơ quan chủ quản: UBND xã Tân Lập",
        "Địa chỉ: thôn Đông, xã Tân Lập, tỉnh Lào Cai",
        "Giấy phép số 7/GP-TTĐT ngày 01/01/2024",
    ]
)


def test_everything_that_a_page_says_of_its_report_is_known() -> None:
    known = read_plain_text(PAGE).metadata
    assert known.title == TITLE
    assert str(known.published and known.published.value) == "2019-03-04 08:15:00"
    assert str(known.updated and known.updated.value) == "2019-03-05 00:00:00"
    assert (known.authors, known.source, known.place) == (
        ("Thu Hạnh",),
        "UBND xã Tân Lập",
        "Lào Cai",
    )
    assert (known.category, known.language) == ("Tin xã", "vi")


def test_the_address_of_a_newspaper_is_not_where_its_reports_are_from() -> None:
    page = PAGE.replace("UBND XÃ TÂN LẬP", "Tổng Biên tập: (đang cập nhật)")
    assert read_plain_text(page).metadata.place != "Lào Cai"


def test_a_label_with_nothing_behind_it_names_no_publisher() -> None:
    page = PAGE.replace("Cơ quan chủ quản: UBND xã Tân Lập", "Cơ quan chủ quản: ...")
    assert read_plain_text(page).metadata.source == "UBND XÃ TÂN LẬP"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© Bản quyền thuộc Báo Đèo Gió", "Báo Đèo Gió"),
        ("© 2019 Department of Hill Roads", "Department of Hill Roads"),
    ],
)
def test_whose_the_copyright_is_publishes_the_page(line: str, name: str) -> None:
    page = PAGE.replace("UBND XÃ TÂN LẬP\nCơ quan chủ quản: UBND xã Tân Lập", line)
    assert read_plain_text(page).metadata.source == name


def test_each_value_has_its_line_and_rule() -> None:
    document = read_plain_text(PAGE)
    by_field = {each.field: each for each in document.provenance.evidence}
    byline = by_field["authors"]
    assert byline.rule == "byline"
    assert byline.span is not None
    assert document.text[byline.span.start : byline.span.end] == "Tin, ảnh: Thu Hạnh"
    assert all(0 < each.confidence <= 1 for each in by_field.values())


def test_what_stood_around_the_report_is_folded_and_stays_in_the_text() -> None:
    document = read_plain_text(PAGE)
    assert document.text == PAGE
    folded = [line for line, kind in boilerplate(document) if kind]
    assert folded == [*PAGE.split("\n")[6:7], *PAGE.split("\n")[9:]]
    assert dict(boilerplate(document))["Khởi công trạm y tế của xã"] is Boilerplate.RELATED


def test_buttons_in_a_row_and_bare_counts_below_the_date_are_folded() -> None:
    left = ["2.045 3", "[ In bài ] [ Gửi email ] | [ Quay lại ]", "Thích 3 Tweet Share", "Pin it"]
    below = ["Số lượt xem: 2.045 lượt", "[In trang] [Quay lại]"]
    lines = PAGE.split("\n")
    document = read_plain_text("\n".join([*lines[:3], *left, *lines[3:9], *below, *lines[9:]]))
    folded = [line for line, kind in boilerplate(document) if kind]
    assert set(left + below) <= set(folded)
    assert document.metadata.title == TITLE


def test_a_breadcrumb_and_the_title_stay_in_sight() -> None:
    document = read_plain_text(PAGE)
    assert [block.is_folded for block in document.blocks[:2]] == [False, False]
    assert document.blocks[1].kind is BlockKind.HEADING


def test_the_licence_of_a_page_does_not_date_its_report() -> None:
    lines = [line for line in PAGE.split("\n") if "Ngày đăng" not in line]
    known = read_plain_text("\n".join(lines)).metadata
    assert (known.published, known.updated) == (None, None)


@pytest.mark.parametrize(
    ("header", "place"),
    [
        (["XÃ YÊN MỸ", "HUYỆN THANH TRÌ - THÀNH PHỐ HÀ NỘI"], "Yên Mỹ, Hà Nội"),
        (["Xã Tân Lập - Huyện Mộc Châu - Tỉnh Sơn La"], "Tân Lập, Sơn La"),
        (["THÀNH PHỐ HÀ NỘI"], "Hà Nội"),
    ],
)
def test_a_header_names_the_place_with_its_province(header: list[str], place: str) -> None:
    without_footer = PAGE.split("\n")[:12]
    page = [*header, "Giới thiệu", "Tin tức", *without_footer]
    assert read_plain_text("\n".join(page)).metadata.place == place


@pytest.mark.parametrize("printed", ["Hoà Bình", "Hòa Bình", "HOÀ BÌNH"])
def test_a_province_has_one_name_however_it_is_printed(printed: str) -> None:
    page = PAGE.replace("UBND XÃ TÂN LẬP", f"UBND TỈNH {printed}").replace("xã Tân Lập", printed)
    assert read_plain_text(page).metadata.place == "Hòa Bình"


def test_documents_cited_are_known_in_their_order() -> None:
    text = f"{TITLE}\n{PROSE} Theo 12-NQ/HU, Quyết định 7/2019/QĐ-UBND và lại 12-NQ/HU."
    assert read_plain_text(text).metadata.documents == ("12-NQ/HU", "7/2019/QĐ-UBND")


@pytest.mark.parametrize(
    "symbol",
    [
        "388/SGD&ĐT-GDCN",
        "5512/BGDĐT-GDTrH",
        "15/STC-NS",
        "7/SNV",
        "5678/BGTVT-KHĐT",
        "12/SGTVT-VT",
        "5/BQP-TM",
    ],
)
def test_letters_of_ministries_and_departments_are_cited_too(symbol: str) -> None:
    text = f"{TITLE}\n{PROSE} Theo văn bản số {symbol}, xe 15/BGK-A vào kho 7/SNVA."
    assert read_plain_text(text).metadata.documents == (symbol,)


@pytest.mark.parametrize(
    ("make", "has_heading"),
    [(note, True), (diary, False), (shopping_list, True), (verse, True), (source_code, False)],
)
def test_what_a_person_wrote_is_left_as_it_is(make: type, has_heading: bool) -> None:
    """A title above a blank line stands as one, and nothing else is taken for more than it is."""
    made = make(Random(3))
    document = read_plain_text(made.text)
    assert document.metadata.title == made.truth.title
    known = document.metadata
    assert (known.published, known.updated, known.authors, known.source) == (None, None, (), None)
    first, *others = [block.kind for block in document.blocks]
    assert first is (BlockKind.HEADING if has_heading else BlockKind.PARAGRAPH)
    assert set(others) == {BlockKind.PARAGRAPH}
    assert not any(block.boilerplate for block in document.blocks)


def test_a_page_without_a_text_keeps_all_its_lines_in_sight() -> None:
    text = (
        "Chùm ảnh: mùa gặt\n06/05/2019 08:15\nGặt lúa\nPhơi thóc\nHôm nay: 12\nTổng truy cập: 345"
    )
    document = read_plain_text(text)
    assert not any(block.is_folded for block in document.blocks)
    assert document.metadata.title == "Chùm ảnh: mùa gặt"


def test_a_paragraph_broken_at_a_margin_is_one_block() -> None:
    words = PROSE.split()
    lines = [" ".join(words[at : at + 14]) for at in range(0, len(words), 14)]
    text = "\n".join([TITLE, "", *lines, "", *lines])
    document = read_plain_text(text)
    assert [block.end - block.start for block in document.blocks[1:]] == [len("\n".join(lines))] * 2
    assert document.text == text
    assert [block.reflows for block in document.blocks] == [False, True, True]


def test_markup_is_a_sign_and_what_the_head_declares_is_weighed() -> None:
    words = [("Menu của trang", LineContext.NAVIGATION), (TITLE, LineContext.TITLE)]
    words += [(PROSE, LineContext.ARTICLE), ("Liên hệ quảng cáo ở đây", LineContext.FOOTER)]
    lines, at = [], 0
    for text, context in words:
        lines.append(Line(at, at + len(text), text, context))
        at += len(text) + 2
    declared = Metadata(title=f"{TITLE} - Báo xã", source="Báo xã")
    said = [Evidence("title", declared.title or "", "og:title", 0.9)]
    tidied = tidy(lines, declared, said)
    assert (tidied.metadata.title, tidied.metadata.source) == (TITLE, "Báo xã")
    assert [reading.boilerplate for reading in tidied.readings] == [
        Boilerplate.NAVIGATION,
        None,
        None,
        Boilerplate.FOOTER,
    ]
    assert tidied.evidence[0].span == Span(lines[1].start, lines[1].end)


def test_made_up_pages_are_read_rightly() -> None:
    whole = Score()
    for family in FAMILIES:
        for number in range(3):
            whole.add(score(family(Random(f"{family.__name__} {number}"))))
    assert whole.share("nothing lost") == 1
    goals = {"title": 0.9, "date": 0.9, "byline": 0.9, "body words": 0.95, "words shown": 0.95}
    assert {what: whole.share(what) for what in goals if whole.share(what) < goals[what]} == {}


def boilerplate(document: Document) -> list[tuple[str, Boilerplate | None]]:
    """Each block's words, and what it is folded as."""
    return [
        (document.text[block.start : block.end], block.boilerplate if block.is_folded else None)
        for block in document.blocks
    ]
