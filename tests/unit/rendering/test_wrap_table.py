"""The wrap table: which words stand on which row, and where an offset is."""

from __future__ import annotations

from bulletin_tui.model.article import Block, BlockKind, Document, Span
from bulletin_tui.ui.rendering.wrap import WrapTable
from unit.rendering.documents import code, document_of, heading, item, quote, span_of


def wrapped(document: Document, width: int) -> WrapTable:
    table = WrapTable(document, width)
    table.advance(len(document.text) + len(document.blocks))
    return table


def lines_of(document: Document, width: int) -> list[str]:
    table = wrapped(document, width)
    lines = []
    for number in range(len(table)):
        row = table.row(number)
        line = row.lead
        for piece in row.pieces:
            line = line.ljust(piece.x) + document.text[piece.start : piece.end]
        lines.append(line)
    return lines


def test_a_paragraph_breaks_at_spaces() -> None:
    document = document_of("Hội nghị bàn việc mở trường mới")
    assert lines_of(document, 12) == ["Hội nghị bàn", "việc mở", "trường mới"]


def test_a_word_longer_than_a_row_is_cut() -> None:
    assert lines_of(document_of("ab khôngcóchỗngắt"), 6) == ["ab", "khôngc", "óchỗng", "ắt"]


def test_several_spaces_at_a_break_belong_to_no_row() -> None:
    assert lines_of(document_of("một hai   ba  "), 7) == ["một hai", "ba"]


def test_a_no_break_space_does_not_break() -> None:
    assert lines_of(document_of("năm 20\u00a0000 đồng"), 8) == ["năm", "20\u00a0000", "đồng"]


def test_line_feeds_inside_a_block_are_kept() -> None:
    assert lines_of(document_of("câu thơ\n\nthứ hai"), 20) == ["câu thơ", "", "thứ hai"]


def test_line_feeds_where_a_margin_broke_a_paragraph_are_spaces() -> None:
    text = "một hai\nba bốn năm\nsáu"
    document = Document(text, (Block(BlockKind.PARAGRAPH, 0, len(text), reflows=True),))
    assert lines_of(document, 14) == ["một hai\nba bốn", "năm\nsáu"]


def test_wide_characters_take_two_cells() -> None:
    assert lines_of(document_of("báo cáo 日本語文 dài"), 12) == ["báo cáo 日本", "語文 dài"]


def test_marks_stay_with_their_letter() -> None:
    decomposed = "e\u0323\u0302" * 6
    assert lines_of(document_of(decomposed), 4) == ["e\u0323\u0302" * 4, "e\u0323\u0302" * 2]


def test_joined_emoji_are_not_torn() -> None:
    family = "👨\u200d👩\u200d👧"
    table = wrapped(document_of(family * 3), 5)
    starts = [table.row(number).pieces[0].start for number in range(len(table))]
    assert all(start % len(family) == 0 for start in starts)


def test_blank_rows_stand_between_blocks_and_more_above_large_headings() -> None:
    document = document_of("Mở đầu.", heading("Kết quả"), "Thân bài.", heading("Phụ", level=3))
    assert lines_of(document, 20) == [
        "Mở đầu.", "", "", "Kết quả", "", "Thân bài.", "", "Phụ",
    ]  # fmt: skip


def test_list_items_hang_under_their_marker_and_nest() -> None:
    document = document_of(
        item("một hai ba bốn năm", "10."), item("sáu bảy tám chín mười", level=1)
    )
    assert lines_of(document, 20) == [
        "10. một hai ba bốn",
        "    năm",
        "  • sáu bảy tám chín",
        "    mười",
    ]


def test_quotes_have_a_bar_that_runs_through_the_blank_rows() -> None:
    document = document_of(quote("lời nói ở hội nghị hôm nay"), quote("lời đáp", level=1), "Hết.")
    assert lines_of(document, 20) == [
        "│ lời nói ở hội nghị",
        "│ hôm nay",
        "│ ",
        "│ │ lời đáp",
        "",
        "Hết.",
    ]


def test_code_breaks_only_where_a_row_is_full() -> None:
    document = document_of(code("a = 1\n\n  b = 'rất dài và có dấu cách'"))
    assert lines_of(document, 20) == ["  a = 1", "  ", "    b = 'rất dài và ", "  có dấu cách'"]


def test_indents_leave_room_for_text_in_a_narrow_column() -> None:
    document = document_of(item("chữ nghĩa", "12345.", level=6))
    assert max(len(line) for line in lines_of(document, 14)) <= 14


def test_one_cell_is_enough_to_wrap() -> None:
    document = document_of(item("ab 日"), quote("c"), code("de"))
    assert len(lines_of(document, 1)) > 4


def test_an_offset_between_blocks_is_at_the_end_of_the_block_before() -> None:
    document = document_of("Hết đoạn.", "Đoạn sau.")
    assert wrapped(document, 40).place(len("Hết đoạn.") + 1) == (0, len("Hết đoạn."))


def test_a_cell_right_of_a_row_is_its_end_and_a_blank_row_the_end_before_it() -> None:
    document = document_of("Hết đoạn.", "Đoạn sau.")
    table = wrapped(document, 40)
    assert table.cluster_at(0, 39) == Span(9, 9)
    assert table.cluster_at(1, 3) == Span(9, 9)


def test_the_second_half_of_a_wide_character_is_that_character() -> None:
    document = document_of("日本")
    assert wrapped(document, 10).cluster_at(0, 3) == Span(1, 2)


def test_a_span_knows_every_row_it_touches() -> None:
    document = document_of("một hai ba bốn", "năm sáu")
    assert wrapped(document, 7).rows_of(span_of(document, "ba bốn\n\nnăm")) == range(1, 4)


def test_a_table_grows_as_it_is_asked_and_knows_when_it_is_complete() -> None:
    document = document_of(*["đoạn văn ngắn"] * 50)
    table = WrapTable(document, 40)
    assert not table.advance(20)
    assert len(table) == 3
    table.reach_row(10)
    assert 10 < len(table) < 20
    table.reach_offset(document.blocks[30].start)
    assert table.rows_of(Span(document.blocks[30].start, document.blocks[30].end)) == range(60, 61)
    assert table.advance(len(document.text))
    assert len(table) == 99


def test_an_empty_document_has_no_rows_and_one_place() -> None:
    table = wrapped(Document("", ()), 40)
    assert (len(table), table.place(0), table.cluster_at(3, 3)) == (0, (0, 0), Span(0, 0))
