"""Markdown's blocks, one by one."""

from __future__ import annotations

from bulletin_tui.model.article import BlockKind, InlineStyle
from unit.importers.reading import blocks, cells, items, read, runs

HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM
QUOTE, CAPTION, CODE, TABLE = BlockKind.QUOTE, BlockKind.CAPTION, BlockKind.CODE, BlockKind.TABLE


def test_paragraphs_are_joined_by_blank_lines_and_wrapped_lines_by_spaces() -> None:
    document = read("Dòng một", "dòng hai.", "", "", "Đoạn hai.")
    assert document.text == "Dòng một dòng hai.\n\nĐoạn hai."
    assert blocks(document) == [(PARAGRAPH, "Dòng một dòng hai."), (PARAGRAPH, "Đoạn hai.")]


def test_headings_have_levels() -> None:
    document = read("# Một", "### Ba ###", "", "Hai", "---")
    assert blocks(document) == [(HEADING, "Một"), (HEADING, "Ba"), (HEADING, "Hai")]
    assert [block.level for block in document.blocks] == [1, 3, 2]


def test_items_follow_each_other_line_by_line_with_their_markers() -> None:
    document = read("- một", "  - hai", "    1. ba", "", "Sau.")
    assert document.text == "một\nhai\nba\n\nSau."
    assert items(document) == [(0, "•", "một"), (1, "•", "hai"), (2, "1.", "ba"), (0, "", "Sau.")]


def test_numbers_are_as_written_and_always_grow() -> None:
    assert [marker for _, marker, _ in items(read("3. a", "3. b", "7. c", "1. d"))] == [
        "3.",
        "4.",
        "7.",
        "8.",
    ]
    assert [marker for _, marker, _ in items(read("1) a", "2) b"))] == ["1)", "2)"]


def test_further_paragraphs_of_an_item_have_its_level_and_no_marker() -> None:
    document = read("- một", "", "  hai", "", "- ba")
    assert document.text == "một\n\nhai\nba"
    assert items(document) == [(0, "•", "một"), (0, "", "hai"), (0, "•", "ba")]


def test_tasks_have_boxes_for_markers() -> None:
    document = read("- [ ] viết", "- [x] gửi", "- [X] xong", "- [y] khác")
    assert items(document) == [
        (0, "☐", "viết"),
        (0, "☑", "gửi"),
        (0, "☑", "xong"),
        (0, "•", "[y] khác"),
    ]


def test_a_tab_indents_as_far_as_its_stop() -> None:
    assert items(read("-\tmột", "", "\thai")) == [(0, "•", "một"), (0, "", "hai")]


def test_each_paragraph_of_a_quote_is_a_quote_of_its_depth() -> None:
    document = read("> một", ">", "> hai", ">", "> > ba", "", "Sau.")
    assert blocks(document) == [
        (QUOTE, "một"),
        (QUOTE, "hai"),
        (QUOTE, "ba"),
        (PARAGRAPH, "Sau."),
    ]
    assert [block.level for block in document.blocks] == [0, 0, 1, 0]


def test_a_callout_shows_its_title_on_a_line_of_its_own() -> None:
    assert blocks(read("> [!note]- Cần nhớ", "> nội dung")) == [(QUOTE, "Cần nhớ\nnội dung")]
    assert blocks(read("> [!see-also]", "> nội dung")) == [(QUOTE, "See also\nnội dung")]
    assert blocks(read("[!note] ngoài")) == [(PARAGRAPH, "[!note] ngoài")]


def test_a_table_has_the_spans_of_its_cells() -> None:
    document = read("| Xã | *Hộ* |", "|:--|--:|", "| Tân An | 1.204 |", "| | a \\| b |")
    assert document.text == "Xã | Hộ\nTân An | 1.204\n | a | b"
    assert blocks(document) == [(TABLE, document.text)]
    assert cells(document) == [["Xã", "Hộ"], ["Tân An", "1.204"], ["", "a | b"]]
    assert runs(document) == [(InlineStyle.EMPHASIS, "Hộ")]


def test_rows_shorter_or_longer_than_the_header_lose_nothing() -> None:
    document = read("|a|b|", "|-|-|", "|c|", "|d|e|f|*g* \\| h|", "||i|j|")
    assert cells(document) == [["a", "b"], ["c", ""], ["d", "e | f | g | h"], ["", "i | j"]]


def test_a_line_break_in_a_cell_is_a_space() -> None:
    assert cells(read("|a<br>b|c|", "|-|-|")) == [["a b", "c"]]


def test_code_keeps_its_lines_and_its_markup() -> None:
    document = read("```python", "def f():", "", "    *x*  ", "```", "", "    thụt *vào*")
    assert blocks(document) == [(CODE, "def f():\n\n    *x*  "), (CODE, "thụt *vào*")]
    assert document.inlines == ()


def test_images_alone_in_a_paragraph_are_captions() -> None:
    document = read(
        "![Cầu *mới*](a.png)", "[![Chợ](b.png)](c)", "", "![](x.png)", "", "Cầu ![nhỏ](d)"
    )
    assert blocks(document) == [(CAPTION, "Cầu mới Chợ"), (PARAGRAPH, "Cầu nhỏ")]


def test_an_emphasised_paragraph_that_begins_as_captions_do_is_one() -> None:
    assert blocks(read("*Ảnh: **Lễ** ra quân.*")) == [(CAPTION, "Ảnh: Lễ ra quân.")]
    assert blocks(read("_Hình 2. Sơ đồ._")) == [(CAPTION, "Hình 2. Sơ đồ.")]
    assert blocks(read("*Ảnh: Lễ* ra quân.")) == [(PARAGRAPH, "Ảnh: Lễ ra quân.")]
    assert blocks(read("*Hìnhdung*")) == [(PARAGRAPH, "Hìnhdung")]


def test_html_blocks_are_paragraphs_of_their_words() -> None:
    document = read(
        "<div align=center>", "<h1>Tên</h1> mô tả", "</div>", "", "<!-- ẩn", "", "ẩn -->"
    )
    assert blocks(document) == [(PARAGRAPH, "Tên"), (PARAGRAPH, "mô tả")]


def test_footnotes_are_told_by_their_marks_where_they_are_cited_and_where_they_stand() -> None:
    document = read(
        "Theo báo cáo[^1] và sổ tay.[^tay]",
        *("", "[^1]: Báo cáo *số 5*.", "", "[^tay]: Trang 3.", "", "    Và trang 4."),
    )
    assert blocks(document) == [
        (PARAGRAPH, "Theo báo cáo[1] và sổ tay.[tay]"),
        (PARAGRAPH, "[1] Báo cáo số 5."),
        (PARAGRAPH, "[tay] Trang 3."),
        (PARAGRAPH, "Và trang 4."),
    ]
    assert document.text[document.inlines[0].start : document.inlines[0].end] == "số 5"


def test_no_footnote_is_lost_for_want_of_words_or_of_a_citation() -> None:
    document = read("[^a]: Không ai dẫn.", "[^b]:", "", "[^c]:", "    - mục", "", "Dẫn[^d].")
    assert blocks(document) == [
        (PARAGRAPH, "[a] Không ai dẫn."),
        (PARAGRAPH, "[b]"),
        (ITEM, "[c] mục"),
        (PARAGRAPH, "Dẫn[^d]."),
    ]


def test_a_footnote_in_another_has_the_marks_of_both() -> None:
    document = read("[^a]: [^b]: chữ", "", "[^c]: [^d]:", "", "[^e]: - [^g]: mục")
    assert blocks(document) == [
        (PARAGRAPH, "[a] [b] chữ"),
        (PARAGRAPH, "[c] [d]"),
        (ITEM, "[e] [g] mục"),
    ]


def test_a_footnote_may_begin_with_a_task_or_a_callout() -> None:
    document = read("[^a]: - [x] gửi", "", "[^b]: > [!note] Cần nhớ", "    > nội dung")
    assert blocks(document) == [(ITEM, "[a] gửi"), (QUOTE, "[b] Cần nhớ\nnội dung")]
    assert items(document)[0] == (0, "☑", "[a] gửi")


def test_code_in_a_footnote_comes_after_its_mark() -> None:
    document = read("[^a]:", "    ```", "    mã", "    ```")
    assert blocks(document) == [(PARAGRAPH, "[a]"), (CODE, "mã")]


def test_rules_and_empty_blocks_leave_no_trace() -> None:
    document = read("---", "", "-", "", "```", "```", "", "&nbsp;", "", "| |", "|-|", "", "[ ]: <>")
    assert blocks(document) == [(PARAGRAPH, "[ ]: <>")]


def test_every_kind_finds_its_place_inside_the_others() -> None:
    document = read(
        "> - một", ">   > hai", ">", ">   ba", "", "1. ```", "   mã", "   ```", "   bốn"
    )
    assert blocks(document) == [
        (ITEM, "một"),
        (QUOTE, "hai"),
        (ITEM, "ba"),
        (CODE, "mã"),
        (ITEM, "bốn"),
    ]
    assert [block.level for block in document.blocks] == [0, 1, 0, 0, 0]
    assert [block.marker for block in document.blocks] == ["•", "", "", "", "1."]
