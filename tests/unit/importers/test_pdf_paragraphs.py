"""The lines of a PDF document are joined into the paragraphs, rows and items that were printed."""

from __future__ import annotations

import pytest

from unit.importers.pdf_pages import FULL, read, texts
from unit.importers.printing import At, set_lines

pytest.importorskip("pypdf")


@pytest.mark.parametrize(
    ("before", "raised", "words"),
    [
        ("Nghị quyết", "1", "Nghị quyết[1]"),
        ("Nghị quyết.", "12", "Nghị quyết.[12]"),
        ("năm 2023", "3", "năm 2023[3]"),
        ("số 29", "4", "số 29[4]"),
        ("mười km", "2", "mười km2"),
        ("hệ số x", "2", "hệ số x2"),
        ("bằng 10", "3", "bằng 103"),
    ],
)
def test_raised_numbers_are_marks_of_notes_unless_they_are_powers(
    before: str, raised: str, words: str
) -> None:
    end = 60 + 6 * len(before)
    line = [At(before, 80), At(raised, 76, end, 7), At("kết", 80, end + 14)]
    assert texts(read([line])) == [f"{words} kết"]


def test_an_indent_begins_a_paragraph_and_none_goes_on_with_it() -> None:
    first = "Năm nay xã đã trồng thêm năm héc ta rừng ngập mặn để giữ đất."
    lines = [At(first, 80, 90), At(f"{FULL} đất.", 94), At(first, 108, 90), At("Hết.", 122)]
    assert texts(read([lines])) == [f"{first} {FULL} đất.", f"{first} Hết."]


def test_a_sentence_that_ends_with_a_line_ends_no_paragraph_where_paragraphs_have_indents() -> None:
    lines = [At(FULL, 80, 90), At(f"{FULL[:50]}.", 94), At("Đất đã giữ được.", 108)]
    assert texts(read([lines])) == [f"{FULL} {FULL[:50]}. Đất đã giữ được."]


def test_an_item_whose_lines_hang_is_one_paragraph() -> None:
    lines = [At(f"- {FULL}", 80), At(f"Nam {FULL}", 94, 75), At(FULL, 108, 75)]
    more = set_lines(*[f"{FULL} {number}" for number in range(8)], depth=150)
    assert texts(read([[*lines, *more]]))[0] == f"- {FULL} Nam {FULL} {FULL}"


def test_a_gap_between_lines_ends_a_paragraph_however_long_its_last_line_is() -> None:
    lines = [*set_lines(FULL, FULL, FULL, FULL), *set_lines(FULL, FULL, depth=146)]
    assert texts(read([lines])) == [" ".join([FULL] * 4), f"{FULL} {FULL}"]


def test_nothing_goes_on_over_the_end_of_a_page_that_is_not_full() -> None:
    lines = [f"{FULL} {letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    pages = [set_lines(*lines), set_lines(FULL, FULL), set_lines(*reversed(lines))]
    assert [text.count(FULL) for text in texts(read(pages))] == [len(lines) + 2, len(lines)]


def test_no_paragraph_goes_on_in_other_print_on_the_next_page() -> None:
    pages = [set_lines(FULL, FULL), [At("Biển và rừng", 80, size=16), *set_lines(FULL, depth=120)]]
    assert texts(read(pages)) == [f"{FULL} {FULL}", "Biển và rừng", FULL]


def test_rows_with_wide_gaps_are_set_in_columns_and_not_joined() -> None:
    rows = [
        [At(f"{at}", depth), At(FULL[:50], depth, 120), At("7", depth, 540)]
        for at, depth in ((1, 80), (2, 94), (3, 108))
    ]
    found = texts(read([[piece for row in rows for piece in row]]))
    assert found == [f"{at} | {FULL[:50]} | 7" for at in (1, 2, 3)]


def test_capitals_are_wide_and_leave_no_gap_behind_them() -> None:
    words = "QUYẾT NGHỊ TRỒNG RỪNG"
    line = [At(words, 80), At("ven biển", 80, 60 + 10 * len(words))]
    assert texts(read([line])) == [f"{words} ven biển"]


def test_entries_of_the_contents_are_not_joined() -> None:
    entries = [f"{name} {'.' * 50} {at}" for at, name in enumerate(["Rừng", "Biển", "Sông"], 3)]
    assert texts(read([set_lines(*entries)])) == entries


NAMES = ["Rừng", "Biển", "Sông", "Hồ"]


def test_the_contents_are_folded_with_their_heading() -> None:
    entries = [f"{name} {'.' * 50} {at}" for at, name in enumerate(NAMES, 3)]
    document = read([set_lines("MỤC LỤC", *entries, FULL, FULL)])
    assert texts(document, folded=True) == ["MỤC LỤC", *entries]
    assert "contents" in {each.rule for each in document.provenance.evidence}


@pytest.mark.parametrize(
    "lines",
    [
        [f"{name} {'.' * 50} {at}" for at, name in enumerate(NAMES[:3], 3)],
        [f"{name} {'.' * 50}" for name in NAMES],
        ["." * 50 + " 3"] * 4,
    ],
)
def test_a_few_entries_and_blanks_to_be_filled_in_are_not_folded(lines: list[str]) -> None:
    assert texts(read([set_lines(FULL, *lines)]), folded=True) == []


def test_a_line_in_capitals_begins_anew() -> None:
    lines = set_lines(FULL, FULL, "QUY ĐỊNH CHUNG VỀ RỪNG", FULL)
    assert texts(read([lines])) == [f"{FULL} {FULL}", "QUY ĐỊNH CHUNG VỀ RỪNG", FULL]


def test_a_heading_in_capitals_ends_where_other_words_begin() -> None:
    head = "TỔNG HỢP KINH PHÍ THỰC HIỆN CÁC NHIỆM VỤ NĂM 2024"
    assert texts(read([set_lines(head, "Đơn vị tính: triệu đồng")])) == [
        head,
        "Đơn vị tính: triệu đồng",
    ]


def test_words_that_are_drawn_one_by_one_are_lines() -> None:
    words = ["Rừng", "giữ", "đất"]
    drawn = [At(word, 80, 60 + 40 * at, ends_line=True) for at, word in enumerate(words)]
    cell = [At("Năm", 80, 400, ends_line=True), At("Xã", 94, ends_line=True)]
    assert texts(read([[*drawn, *cell]])) == ["Rừng giữ đất", "Năm", "Xã"]


def test_lines_of_a_narrow_column_go_on_in_small_letters() -> None:
    cells = [
        *set_lines("Trồng rừng ngập mặn", "ven biển xã Tân An", left=60),
        *set_lines("Đã trồng", left=200),
        *set_lines("năm héc ta", left=300, depth=94),
    ]
    assert texts(read([[*cells, *set_lines(FULL, FULL, FULL, depth=200)]]))[:3] == [
        "Trồng rừng ngập mặn ven biển xã Tân An",
        "Đã trồng",
        "năm héc ta",
    ]


def test_pieces_on_two_heights_are_no_one_word() -> None:
    assert texts(read([[At("-----", 80), At("Hà Nội", 85, 90)]])) == ["----- Hà Nội"]


def test_bullets_of_fonts_of_signs_are_bullets_and_joined_letters_are_letters() -> None:
    lines = set_lines(f"{FULL} ﬁ", "\uf0b7 Trồng rừng", "\uf0a7 Giữ đất")
    assert texts(read([lines])) == [f"{FULL} fi", "• Trồng rừng", "• Giữ đất"]


def test_an_entry_of_the_contents_is_no_title() -> None:
    entry = f"Rừng giữ đất {'.' * 50} 3"
    assert read([set_lines(entry, FULL, FULL)]).metadata.title is None


def test_lines_of_the_contents_make_no_other_line_look_short() -> None:
    entries = [f"{name} {'.' * 90} {at}" for at, name in enumerate(["Rừng", "Biển", "Sông"], 3)]
    assert texts(read([set_lines(*entries, FULL, FULL)]))[-1] == f"{FULL} {FULL}"


def test_long_lines_of_notes_make_no_line_of_the_text_look_short() -> None:
    text = [f"{FULL} {number}" for number in range(12)]
    notes = [f"{number} {FULL} {FULL[:30]}" for number in range(1, 5)]
    first = [At(text[0][:56], 80, 96), *set_lines(*text, depth=94)]
    page = [*first, *set_lines(*notes, depth=700, leading=10, size=8)]
    assert texts(read([page])) == [f"{text[0][:56]} {' '.join(text)}", *notes]


def test_a_heading_in_capitals_goes_on_wherever_its_next_line_begins() -> None:
    head = ["ĐỀ ÁN TRỒNG RỪNG NGẬP MẶN VEN BIỂN GIAI ĐOẠN ĐẾN", "NĂM 2030 CỦA XÃ TÂN AN"]
    text = [
        At(f"{FULL} {number}", 130 + 14 * number, 90 if number % 4 == 0 else 60)
        for number in range(12)
    ]
    assert texts(read([[At(head[0], 80), At(head[1], 94, 100), *text]]))[0] == " ".join(head)


@pytest.mark.parametrize("sign", ["-", "•", "1.", "b)"])
def test_an_item_may_stand_far_from_its_sign(sign: str) -> None:
    item = [At(sign, 80, 60), At(FULL, 80, 110), At(f"{FULL}.", 94)]
    assert texts(read([[*item, *set_lines(FULL, FULL, depth=150)]]))[0] == f"{sign} {FULL} {FULL}."


def test_an_indent_begins_a_paragraph_in_each_column() -> None:
    line = "Xã Tân An đã trồng thêm rừng ngập mặn"
    columns = [
        [
            At(line, 80, left + 20),
            *set_lines(line, line, f"{line}.", depth=94, left=left),
            At(line, 136, left + 20),
            At(line, 150, left),
        ]
        for left in (60, 320)
    ]
    first, second = f"{line} {line} {line} {line}.", f"{line} {line}"
    assert texts(read([[each for column in columns for each in column]])) == [first, second] * 2


def test_the_name_at_the_right_below_a_full_line_is_no_part_of_its_paragraph() -> None:
    text = [At(FULL, 80, 90), At(f"{FULL}.", 94)]
    page = [*text, At("Thu Hà", 108, 400), *(line._replace(depth=line.depth + 60) for line in text)]
    assert texts(read([page])) == [f"{FULL} {FULL}.", "Thu Hà", f"{FULL} {FULL}."]


def test_a_short_first_line_with_an_indent_goes_on_in_small_letters() -> None:
    text = [At(FULL, 80, 90), *set_lines(FULL, f"{FULL}.", depth=94)]
    page = [
        At("Rừng ngập mặn ở", 60, 90),
        At("ven biển.", 74),
        *(each._replace(depth=each.depth + 60) for each in text),
    ]
    assert texts(read([page]))[0] == "Rừng ngập mặn ở ven biển."


@pytest.mark.parametrize("late", ["ộợừ", "Xăộ", "đế", "ồ"])
def test_letters_that_a_file_draws_behind_the_others_of_their_line_are_where_they_stand(
    late: str,
) -> None:
    line = "Xã Tân An đã trồng thêm rừng ngập mặn để hộ dân giữ đất, nhờ đó đất được giữ lại."
    page = [At(line, 80, late=late), At(f"{FULL}.", 94), At(line, 150, 90, late=late)]
    assert texts(read([page])) == [f"{line} {FULL}.", line]


def test_pages_without_text_among_others_are_told() -> None:
    document = read([set_lines(FULL), [], set_lines(FULL), []])
    assert ["scans" in warning for warning in document.warnings] == [True]
