"""A page's markup becomes blocks and runs; what a browser hides is not among them."""

from __future__ import annotations

import pytest

from bulletin_tui.importers.html import reading
from bulletin_tui.importers.html.reading import read_html
from bulletin_tui.model.article import BlockKind, InlineStyle
from unit.importers.reading import blocks, cells, items, runs


def words(source: str) -> list[str]:
    """The words of each block."""
    return [text for _kind, text in blocks(read_html(source))]


def test_a_page_is_its_blocks_in_order() -> None:
    source = """<body><h1>Mùa vàng</h1><p>Đoạn <br>một<p>Đoạn hai<blockquote><p>Lời</blockquote>
    <figure><img src=x><figcaption>Ảnh: đồng lúa</figcaption></figure><pre> a\n  b</pre>"""
    assert blocks(read_html(source)) == [
        (BlockKind.HEADING, "Mùa vàng"),
        (BlockKind.PARAGRAPH, "Đoạn"),
        (BlockKind.PARAGRAPH, "một"),
        (BlockKind.PARAGRAPH, "Đoạn hai"),
        (BlockKind.QUOTE, "Lời"),
        (BlockKind.CAPTION, "Ảnh: đồng lúa"),
        (BlockKind.CODE, " a\n  b"),
    ]


def test_lists_keep_their_depth_and_numbers() -> None:
    source = "<ol start=3><li>ba<p>thêm</p><li>bốn<ul><li>con</ul></ol><ul><li>khác</ul>"
    assert items(read_html(source)) == [
        (0, "3.", "ba"),
        (0, "", "thêm"),
        (0, "4.", "bốn"),
        (1, "•", "con"),
        (0, "•", "khác"),
    ]


def test_runs_keep_their_style_across_blocks_and_bad_nesting() -> None:
    document = read_html("<p>a <b>đậm <i>cả hai</b> x</i></p><a href=x>nối<p>tiếp</p></a> hết")
    assert runs(document) == [
        (InlineStyle.STRONG, "đậm cả hai"),
        (InlineStyle.EMPHASIS, "cả hai"),
        (InlineStyle.LINK, "nối"),
        (InlineStyle.LINK, "tiếp"),
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("giáo dục<sup>1</sup>, sau", "giáo dục[1], sau"),
        ("giáo dục.<sup><a href='#n'>12</a></sup> Sau", "giáo dục.[12] Sau"),
        ("giáo dục<a href='#n'>1</a> sau", "giáo dục[1] sau"),
        ("giáo dục<a role=doc-noteref href='#n'>a</a>", "giáo dục[a]"),
        ("giáo dục<a href='#n'>*</a>", "giáo dục[*]"),
        ("giáo dục<sup><a href='#n'>a</a></sup>", "giáo dục[a]"),
        ("giáo dục<sup>[<a href='#n'>1</a>]</sup>", "giáo dục[1]"),
        ("năm 2023<sup>1</sup>, số 29<sup>2</sup>", "năm 2023[1], số 29[2]"),
        ("<sup>1</sup> Theo số liệu", "[1] Theo số liệu"),
        ("5 km<sup>2</sup>, 7 m<sup>3</sup>, 10<sup>6</sup>", "5 km2, 7 m3, 106"),
        ("1<sup>st</sup>, H<sub>2</sub>O, Ca<sup>2+</sup>", "1st, H2O, Ca2+"),
        ("Xem mục <a href='#m'>2</a> và trang<a href='x'>3</a>", "Xem mục 2 và trang3"),
        ("<div>một<sup>1<div>x</div>hai<b>4</b></sup></div>", "một1\n\nx\n\nhai4"),
        ("từ<sup>1<p>đoạn</sup>khác<sup>2</sup>", "từ1\n\nđoạnkhác[2]"),
    ],
)
def test_marks_of_notes_are_in_brackets_and_powers_are_not(source: str, text: str) -> None:
    assert read_html(f"<p>{source}</p>").text == text


def test_styles_run_over_the_marks_of_notes_that_they_ran_over() -> None:
    document = read_html("<p>từ<sup><a href='#n'>1</a></sup> và <b>đậm<sup>2</sup></b> rồi</p>")
    assert runs(document) == [(InlineStyle.LINK, "1"), (InlineStyle.STRONG, "đậm[2]")]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>if (a < b) {}</script>",
        "<style>p {}</style>",
        "<!-- <p>ẩn</p> -->",
        "<template><p>ẩn</template>",
        "<p hidden>ẩn</p>",
        "<div style='color:red; display : none'><p>ẩn<p>nữa</div>",
        "<span style=visibility:hidden>ẩn</span>",
        "<head><title>ẩn</title></head>",
        "<iframe>ẩn</iframe>",
        "<img alt=ẩn>",
        "<input value=ẩn>",
    ],
)
def test_what_a_browser_hides_is_no_text(hidden: str) -> None:
    assert words(f"<p>trước</p>{hidden}<p>sau</p>") == ["trước", "sau"]


def test_a_page_that_only_a_script_would_show_is_shown() -> None:
    document = read_html(f"<body style='display:none'><p>{'chữ ' * 100}</p></body>")
    assert document.text.split() == ["chữ"] * 100
    assert len(document.warnings) == 1


def test_lines_of_a_page_laid_out_in_tables_are_lines() -> None:
    source = """<form id=aspnetForm><table><tr><td><img></td><td><span>Đoạn một<br>Đoạn hai<br><br>
    Đoạn ba</span><table><tr><td>Trong</td></tr></table></td></tr></table></form>"""
    assert words(source) == ["Đoạn một", "Đoạn hai", "Đoạn ba", "Trong"]


def test_a_table_of_data_keeps_its_columns() -> None:
    source = """<table><caption>Bảng 1</caption><thead><tr><th rowspan=2>Xã<th colspan=2>Năm</thead>
    <tr><td>2022<td>2023<tr><td>Tân <b>An</b><td>1.212<br>hộ<td>3.627</table>"""
    document = read_html(source)
    assert cells(document) == [
        ["Xã", "Năm", ""],
        ["", "2022", "2023"],
        ["Tân An", "1.212 hộ", "3.627"],
    ]
    assert document.text.startswith("Bảng 1\n\nXã | Năm")
    assert runs(document) == [(InlineStyle.STRONG, "An")]


@pytest.mark.parametrize(
    "cell", ["chữ " * 100, "<h2>Mục</h2>", "<table><tr><td>trong</table>", "<nav>x</nav>"]
)
def test_a_table_with_more_than_values_lays_out_the_page(cell: str) -> None:
    document = read_html(f"<table><tr><td>a<td>b<tr><td>c<td>{cell}</table>")
    assert all(block.kind is not BlockKind.TABLE for block in document.blocks)


def test_words_between_cells_stay_where_they_are() -> None:
    assert words("<table><tr><td>a<td>b</tr>giữa<tr><td>c<td>d</table>") == [
        *list("ab"),
        "giữa",
        *"cd",
    ]


def test_an_end_inside_a_cell_does_not_end_what_is_around_the_table() -> None:
    source = "<div class=menu><table><tr><td>a</div></td><td>b</td></tr></table></div>"
    assert words(source) == ["a", "b"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a&#27;[31mb", "a[31mb"),
        ("a&#x202e;b", "a␦b"),
        ("&amp;#27;[31m", "&#27;[31m"),
        (f"a&#{'9' * 5000};", "a�"),
        ("V<b>iệt</b> Nam", "Việt Nam"),
        ("e<b>&#769;</b>", "é"),
        ("a&nbsp;&nbsp; b", "a b"),
    ],
)
def test_entities_are_decoded_once_and_never_unclean(source: str, text: str) -> None:
    assert read_html(source).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a < b", "a < b"),
        ("a <b 'mở", "a <b 'mở"),
        ("<!-- mở", "mở"),
        ("<script>mở", "mở"),
        ("<a title='<p>x</p>'>b</a>", "b"),
        ('<a title="mở>b</a><a href="x">c</a>', "bc"),
        ("<![CDATA[a < b]]>", "a < b"),
        ("<?xml version='1.0'?><script/><p/>a<p>b</p>", "a\n\nb"),
        ("a</br>b</p>c", "a\n\nb\n\nc"),
    ],
)
def test_what_is_malformed_is_shown_rather_than_lost(source: str, text: str) -> None:
    assert read_html(source).text == text


@pytest.mark.parametrize(
    "unit",
    [
        *[
            "<div>",
            "<b>",
            "<b></i>",
            "<a",
            "<a ",
            "<a x='",
            "<a x='><b ",
            "<!--",
            "<script>",
            "<td>",
        ],
        *["<table><tr><td>x", "<nav><aside>", "<ul><li>x", "<p>x", "</p>", "&#", "<![CDATA[", "<?"],
        *["<ul><div>", "<title>", "<x-y>", "<textarea", "<template>"],
    ],
)
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    times = 5_000
    assert len(read_html(unit * times).text) <= times * (len(unit) + 2)


def test_items_that_end_inside_deep_nesting_take_linear_time() -> None:
    assert read_html("<ul>" + "<div>" * 5_000 + "<li></li>" * 5_000 + "x").text == "x"


def test_a_page_of_too_many_tags_is_shown_as_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_TAGS", 3)
    document = read_html("<p>một</p><p>hai <b>ba</b></p>")
    assert (document.text, len(document.warnings)) == ("một\n\nhai ba", 1)
