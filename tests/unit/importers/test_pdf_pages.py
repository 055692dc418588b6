"""What runs over the pages of a PDF document is told from its text, which goes on over them."""

from __future__ import annotations

import pytest

from bulletin_tui.model.article import BOILERPLATE_FIELD, Boilerplate
from unit.importers.pdf_pages import FOOT, FULL, bodies, read, texts, whole
from unit.importers.printing import At, set_lines

pytest.importorskip("pypdf")


def test_heads_that_take_turns_with_the_page_number_in_them_are_left_out_of_the_text() -> None:
    gazette = "CÔNG BÁO/Số 12 + 13/Ngày 05-01-2024"
    heads = [f"{gazette} 31", f"32 {gazette}", f"{gazette} 33", f"34 {gazette}"]
    pages = [[At(head, 30), *lines] for head, lines in zip(heads, bodies(4), strict=True)]
    document = read(pages)
    assert texts(document) == [whole(4)]
    assert texts(document, folded=True) == [f"{heads[0]} · {heads[2]}", f"{heads[1]} · {heads[3]}"]


def test_what_is_left_out_is_folded_below_the_text_and_the_rule_is_told() -> None:
    document = read([[*lines, At(f"Trang {at}/3", FOOT)] for at, lines in enumerate(bodies(3), 1)])
    assert texts(document, folded=True) == ["Trang 1/3 · Trang 2/3 · Trang 3/3"]
    assert document.blocks[-1].boilerplate is Boilerplate.RUNNING_HEAD
    assert [each.rule for each in document.provenance.evidence if each.field == BOILERPLATE_FIELD]


def test_a_foot_that_the_file_draws_before_the_text_is_still_at_the_foot() -> None:
    pages = [[At(f"- {at} -", FOOT), *lines] for at, lines in enumerate(bodies(3), 1)]
    assert texts(read(pages)) == [whole(3)]


def test_numbers_that_begin_on_the_second_page_are_left_out() -> None:
    first, *others = bodies(3)
    pages = [first, *([At(str(at), 40, 300), *lines] for at, lines in enumerate(others, 2))]
    assert texts(read(pages)) == [whole(3)]


def test_numbers_of_pages_may_begin_anew() -> None:
    numbers = ["1", "2", "1", "2", "3"]
    pages = [[*lines, At(at, FOOT)] for at, lines in zip(numbers, bodies(5), strict=True)]
    assert texts(read(pages)) == [whole(5)]


def test_the_number_of_the_second_of_two_pages_does_not_cut_the_paragraph() -> None:
    first, second = bodies(2)
    assert texts(read([first, [At("2", 40, 300), *second]])) == [whole(2), "2"]


def test_roman_numbers_of_pages_are_left_out() -> None:
    pages = [
        [*lines, At(sign, FOOT)] for sign, lines in zip(("iii", "iv", "v"), bodies(3), strict=True)
    ]
    assert texts(read(pages)) == [whole(3)]


def test_the_name_of_a_chapter_beside_the_number_of_its_only_page_is_a_head() -> None:
    names = ["Mở đầu", "Mở đầu", "Mở đầu", "Kết luận", "Mở đầu"]
    pages = [
        [At(f"{name} {at}", 30), *lines]
        for at, (name, lines) in enumerate(zip(names, bodies(5), strict=True), 7)
    ]
    assert texts(read(pages)) == [whole(5)]


def test_a_title_that_the_first_page_has_at_the_place_of_its_head_is_text_there() -> None:
    pages = [[At("Rừng giữ đất", 30), *lines] for lines in bodies(4)]
    document = read(pages)
    assert texts(document) == ["Rừng giữ đất", whole(4)]
    assert texts(document, folded=True) == ["Rừng giữ đất"]


def test_a_head_in_small_print_is_left_out_of_the_first_page_too() -> None:
    pages = [[At("Báo Xã", 30, size=9), *lines] for lines in bodies(3)]
    assert texts(read(pages)) == [whole(3)]


def test_heads_without_numbers_may_take_turns() -> None:
    heads = ["Bộ Thủy sản", "Báo cáo năm"] * 2
    pages = [[At(head, 30, size=9), *lines] for head, lines in zip(heads, bodies(4), strict=True)]
    assert texts(read(pages)) == [whole(4)]


@pytest.mark.parametrize(
    "heads",
    [
        ["Phụ lục", "", "Phụ lục", ""],
        ["Phụ lục", "", "Phụ lục", "Phụ lục"],
        ["Điều 1", "Điều 2", "Điều 3", "Điều 4"],
        ["1. Kết quả", "2. Kết quả", "3. Kết quả", "4. Kết quả"],
        ["Biểu số 1", "Biểu số 2", "Biểu số 3", "Biểu số 4"],
        ["Trường An", "Trường Bình", "Trường Cát", "Trường Dân"],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"] * 4,
    ],
)
def test_headings_at_the_top_of_several_pages_are_text(heads: list[str]) -> None:
    pages = [
        set_lines(head or f"{FULL} đất.", "", f"{FULL} {at}.", "", "Hết.")
        for at, head in enumerate(heads)
    ]
    document = read(pages)
    assert texts(document, folded=True) == []
    assert [text for text in texts(document) if text in heads] == [head for head in heads if head]


def test_the_head_of_a_table_that_goes_on_is_text_where_the_table_begins() -> None:
    head = [At("Xã", 80), At("Diện tích", 80, 300)]
    pages = [
        [*head, *set_lines(*[f"Xã {page}{row}" for row in range(4)], depth=94)] for page in range(4)
    ]
    pages[0] = [At("Biểu trồng rừng", 66), *pages[0]]
    document = read(pages)
    assert texts(document)[:3] == ["Biểu trồng rừng", "Xã | Diện tích", "Xã 00"]
    assert len(texts(document)) == 2 + 4 * 4


@pytest.mark.parametrize("depth", [40, FOOT])
@pytest.mark.parametrize("head", ["Thôn {}", "Phiếu điều tra về rừng"])
def test_what_names_each_page_is_text_where_no_sentence_goes_on_over_pages(
    head: str, depth: int
) -> None:
    pages = [
        [*set_lines(f"{FULL} {at}", f"Hết {at}.", leading=20), At(head.format(at), depth)]
        for at in range(1, 5)
    ]
    document = read(pages)
    assert [text for text in texts(document) if text.startswith(head[:4])] == [
        head.format(at) for at in range(1, 5)
    ]
    assert texts(document, folded=True) == []


def test_what_two_pages_share_stays_but_does_not_cut_the_paragraph() -> None:
    pages = [[At("Báo Xã", 30), *lines, At(str(at), FOOT)] for at, lines in enumerate(bodies(2), 1)]
    document = read(pages)
    assert texts(document) == ["Báo Xã", whole(2), "1", "Báo Xã", "2"]
    assert texts(document, folded=True) == []


def test_small_print_above_the_text_of_a_page_does_not_cut_the_paragraph() -> None:
    heads = [[], [At("Bộ Thủy sản", 40, size=9)], [At("Báo cáo năm", 40, size=9)]]
    pages = [[*head, *lines] for head, lines in zip(heads, bodies(3), strict=True)]
    assert texts(read(pages)) == [whole(3), "Bộ Thủy sản", "Báo cáo năm"]


@pytest.mark.parametrize("name", ["Ảnh", "Sơ đồ", "Hình"])
def test_the_captions_of_pictures_at_the_foot_of_pages_are_text(name: str) -> None:
    document = read([[*lines, At(f"{name} {at}", FOOT)] for at, lines in enumerate(bodies(4), 1)])
    assert [text for text in texts(document) if text.startswith(name)] == [
        f"{name} {at}" for at in range(1, 5)
    ]


def test_a_line_in_the_middle_of_pages_is_text_however_often_it_stands_there() -> None:
    pages = [[*lines, At("Ghi chú", 400)] for lines in bodies(4)]
    assert texts(read(pages)).count("Ghi chú") == 4


def test_notes_at_the_foot_of_a_page_come_behind_the_paragraph_that_they_cut() -> None:
    notes = [
        [At("1", 700, 60, 6), At(" Niên giám thống kê", 702, 64, 9), At("của tỉnh.", 713, 60, 9)],
        [At("2", 700, 60, 6), At(" Sổ tay.", 702, 64, 9)],
        [],
    ]
    pages = [
        [*lines, *note, At(f"Trang {at}", FOOT, size=9)]
        for at, (lines, note) in enumerate(zip(bodies(3), notes, strict=True), 1)
    ]
    assert texts(read(pages)) == [
        whole(3),
        "[1] Niên giám thống kê của tỉnh.",
        "[2] Sổ tay.",
    ]


def test_a_note_that_goes_on_at_the_foot_of_the_next_page_is_no_text() -> None:
    notes = [[At("[1] Niên giám", 700, size=9)], [At("thống kê.", 700, size=9)], []]
    pages = [[*lines, *note] for lines, note in zip(bodies(3), notes, strict=True)]
    assert texts(read(pages)) == [whole(3), "[1] Niên giám thống kê."]


def test_a_note_goes_on_where_the_paragraph_that_it_cut_has_ended() -> None:
    pages = [
        [*set_lines(FULL, "đất."), At("[1] Niên giám", 700, size=9)],
        [*set_lines("Đoạn hai.", "Đoạn ba.", leading=30), At("thống kê.", 700, size=9)],
    ]
    assert texts(read(pages))[1:] == ["[1] Niên giám thống kê.", "Đoạn hai.", "Đoạn ba."]


def test_small_print_of_another_size_than_the_note_before_is_text() -> None:
    pages = [
        [*set_lines(FULL, "đất."), At("[1] Niên giám.", 700, size=9)],
        [*set_lines(FULL, FULL, "đất."), *set_lines("Nơi nhận:", "- Lưu.", depth=200, size=11)],
    ]
    assert texts(read(pages))[-2:] == ["Nơi nhận:", "- Lưu."]


def test_what_is_printed_askew_over_the_text_is_left_out_where_it_is_on_three_pages() -> None:
    pages = [[At("BẢN DỰ THẢO", 300, 60, 40, is_askew=True), *lines] for lines in bodies(3)]
    document = read(pages)
    assert (texts(document), texts(document, folded=True)) == ([whole(3)], ["BẢN DỰ THẢO"])
    pages = [[*lines, At("BẢN DỰ THẢO", 300, 60, 40, is_askew=True)] for lines in bodies(2)]
    assert texts(read(pages)) == [whole(2), "BẢN DỰ THẢO", "BẢN DỰ THẢO"]


def test_what_is_printed_askew_on_one_page_does_not_cut_the_paragraph() -> None:
    first, *others = bodies(3)
    pages = [[*first, At("BẢN SAO", 300, 60, 40, is_askew=True)], *others]
    assert texts(read(pages)) == [whole(3), "BẢN SAO"]
