"""How tables are set."""

from __future__ import annotations

from bulletin_tui.model.article import Block, BlockKind, Document, Span
from bulletin_tui.ui.rendering.columns import share_width
from bulletin_tui.ui.rendering.tables import Rule
from bulletin_tui.ui.rendering.wrap import WrapTable
from unit.rendering.documents import span_of, table_document

SCHOOLS = table_document(
    ("Năm", "Số trường", "Ghi chú"),
    ("2021", "1.204", "Số liệu làm tròn"),
    ("2022", "98", "Tạm tính"),
)


def drawn(document: Document, width: int) -> list[str]:
    table = WrapTable(document, width)
    table.advance(len(document.text) + 1)
    lines = []
    for number in range(len(table)):
        row = table.row(number)
        line = row.lead
        for piece in row.pieces:
            line = line.ljust(piece.x) + document.text[piece.start : piece.end]
        rules = {Rule.HEADER: "=" * row.rule_width, Rule.ROW: "-" * row.rule_width}
        lines.append(rules[row.rule] if row.rule else line)
    return lines


def test_columns_are_as_wide_as_their_widest_cell_and_numbers_stand_right() -> None:
    assert drawn(SCHOOLS, 60) == [
        " Năm  Số trường  Ghi chú",
        "=" * 33,
        "2021      1.204  Số liệu làm tròn",
        "2022         98  Tạm tính",
    ]


def test_wrapped_rows_are_told_apart_by_rules() -> None:
    assert drawn(SCHOOLS, 28) == [
        " Năm  Số trường  Ghi chú",
        "=" * 28,
        "2021      1.204  Số liệu làm",
        "                 tròn",
        "-" * 28,
        "2022         98  Tạm tính",
    ]


def test_a_table_too_narrow_for_columns_is_stacked_behind_its_header() -> None:
    assert drawn(SCHOOLS, 16) == [
        "Năm",
        "Số trường",
        "Ghi chú",
        "=" * 16,
        "Năm: 2021",
        "Số…: 1.204",
        "Gh…: Số liệu làm",
        "     tròn",
        "-" * 16,
        "Năm: 2022",
        "Số…: 98",
        "Gh…: Tạm tính",
    ]


def test_rows_may_have_more_or_fewer_cells_than_the_header() -> None:
    document = table_document(("A", "B"), ("1",), ("2", "3", "4"))
    assert drawn(document, 30) == ["A  B", "=" * 7, "1", "2  3  4"]
    assert drawn(document, 4)[-3:] == [" 2", " 3", " 4"]


def test_a_header_alone_has_no_rule() -> None:
    assert drawn(table_document(("Năm", "Tên")), 30) == ["Năm  Tên"]


def test_a_column_of_numbers_may_have_gaps_but_not_nothing_else() -> None:
    document = table_document(("Điểm", "Ghi chú", "Số"), ("1.204", "", "7"), ("", "", "12"))
    assert drawn(document, 40)[0] == " Điểm  Ghi chú  Số"
    assert drawn(document, 40)[2] == "1.204            7"


def test_an_empty_cell_keeps_its_place() -> None:
    assert drawn(table_document(("Năm", "Tên"), ("", "An")), 30)[-1] == "     An"


def test_a_table_block_without_cells_is_set_as_text() -> None:
    text = "một\thai"
    assert drawn(Document(text, (Block(BlockKind.TABLE, 0, len(text)),)), 30) == [text]


def test_an_offset_in_a_wrapped_cell_is_on_the_row_of_its_word() -> None:
    table = WrapTable(SCHOOLS, 28)
    table.advance(1)
    assert table.place(span_of(SCHOOLS, "tròn").start) == (3, 17)
    assert table.cluster_at(3, 18) == Span(*[span_of(SCHOOLS, "ròn").start + i for i in (0, 1)])


def test_a_cell_in_the_space_between_columns_is_the_end_of_the_column_before() -> None:
    table = WrapTable(SCHOOLS, 60)
    table.advance(1)
    end = span_of(SCHOOLS, "2021").end
    assert table.cluster_at(2, 5) == Span(end, end)


def test_widths_that_fit_are_left_alone() -> None:
    assert share_width([3, 9], [3, 4], 12) == [3, 9]


def test_short_columns_keep_their_width_and_long_ones_share_the_rest() -> None:
    assert share_width([4, 30, 40], [4, 6, 6], 44) == [4, 20, 20]
    assert share_width([10, 16], [4, 16], 22) == [6, 16]


def test_no_widths_below_the_least() -> None:
    assert share_width([9, 9], [5, 5], 9) is None
