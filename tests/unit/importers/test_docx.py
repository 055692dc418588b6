"""A Word document is read with its headings, lists and tables, or refused in words."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.importers import archives
from bulletin_tui.importers.parsing import parse
from bulletin_tui.model.article import BlockKind, Document, InlineStyle
from unit.importers.reading import blocks, cells, items, runs
from unit.importers.word_files import rewritten, saved
from unit.importers.zipping import zipped

docx = pytest.importorskip("docx")
from docx.enum.style import WD_STYLE_TYPE  # noqa: E402

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


def read(document: WordDocument) -> Document:
    """The document as it is read back."""
    return parse(saved(document), "bai.docx")


def refusal(data: bytes) -> str:
    """Why the document is not read."""
    with pytest.raises(ArticleUnreadableError) as caught:
        parse(data, "bai.docx")
    return caught.value.words


def test_headings_lists_and_captions_are_told_by_their_styles() -> None:
    written = docx.Document()
    written.add_heading("Nghị quyết", 0)
    written.add_heading("Kết quả", 2)
    written.add_paragraph("Đoạn văn.")
    written.add_paragraph("Lời người xưa", style="Quote")
    written.add_paragraph("Ảnh: rừng", style="Caption")
    written.add_paragraph("một", style="List Bullet")
    document = read(written)
    assert blocks(document) == [
        (BlockKind.HEADING, "Nghị quyết"),
        (BlockKind.HEADING, "Kết quả"),
        (BlockKind.PARAGRAPH, "Đoạn văn."),
        (BlockKind.QUOTE, "Lời người xưa"),
        (BlockKind.CAPTION, "Ảnh: rừng"),
        (BlockKind.LIST_ITEM, "một"),
    ]
    assert [block.level for block in document.blocks][:2] == [1, 2]
    assert document.metadata.title == "Nghị quyết"


def test_items_have_the_numbers_that_word_paints() -> None:
    written = docx.Document()
    for depth, words in ((0, "a"), (0, "b"), (1, "c"), (0, "d")):
        paragraph = written.add_paragraph(words)
        properties = paragraph.paragraph_format.element.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = 99
        properties.get_or_add_ilvl().val = depth
    assert items(read(written)) == [(0, "1.", "a"), (0, "2.", "b"), (1, "1.", "c"), (0, "3.", "d")]


def test_lists_are_told_by_the_numbering_of_their_styles() -> None:
    written = docx.Document()
    for words in ("một", "hai"):
        written.add_paragraph(words, style="List Number")
    written.add_paragraph("ba", style="List Bullet")
    written.add_paragraph("bốn", style="List Number 2")
    written.add_paragraph("năm", style="List Number")
    assert items(read(written)) == [
        (0, "1.", "một"),
        (0, "2.", "hai"),
        (0, "•", "ba"),
        (1, "1.", "bốn"),
        (0, "3.", "năm"),
    ]


LEVELS = """<w:abstractNum {ns} w:abstractNumId="70">
<w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="upperRoman"/>
<w:pStyle w:val="Heading1"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/>
<w:pStyle w:val="Heading2"/><w:lvlText w:val="%1.%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="none"/><w:lvlText w:val="Ghi chú%3:"/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="decimalZero"/><w:lvlText w:val="%4"/></w:lvl></w:abstractNum>"""
FIRST = """<w:num {ns} w:numId="71"><w:abstractNumId w:val="70"/></w:num>"""
SECOND = """<w:num {ns} w:numId="72"><w:abstractNumId w:val="70"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>"""
THIRD = """<w:num {ns} w:numId="73"><w:abstractNumId w:val="70"/></w:num>"""


def outlined(written: WordDocument) -> None:
    """Number headings the way a multilevel list of Word does."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    for definition in (LEVELS, FIRST, SECOND, THIRD):
        node = parse_xml(definition.format(ns=nsdecls("w")))
        written.part.numbering_part.element.append(node)
    for name in ("Heading 1", "Heading 2"):
        properties = written.styles[name].element.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = 71


def test_headings_have_the_numbers_that_word_paints_before_them() -> None:
    written = docx.Document()
    outlined(written)
    for level, words in ((1, "Mục tiêu"), (2, "Chung"), (2, "Riêng"), (1, "Nhiệm vụ"), (2, "Học")):
        written.add_heading(words, level)
    written.paragraphs[0].add_run(" lớn").bold = True
    document = read(written)
    assert [words for _kind, words in blocks(document)] == [
        "II. Mục tiêu lớn",
        "II.1. Chung",
        "II.2. Riêng",
        "III. Nhiệm vụ",
        "III.1. Học",
    ]
    assert runs(document) == [(InlineStyle.STRONG, "lớn")]


def test_a_list_begins_where_word_has_it_begin() -> None:
    written = docx.Document()
    outlined(written)
    for number, words in ((71, "a"), (72, "b"), (72, "c"), (0, "d")):
        list_item(written, words, number=number)
    assert items(read(written)) == [(0, "II.", "a"), (0, "IX.", "b"), (0, "X.", "c"), (0, "", "d")]


def list_item(
    written: WordDocument,
    words: str,
    *,
    number: int | None = None,
    depth: int | None = None,
    style: str | None = None,
) -> None:
    """A paragraph that says itself what it says of its list; the rest is its style's."""
    paragraph = written.add_paragraph(words, style=style)
    properties = paragraph.paragraph_format.element.get_or_add_pPr().get_or_add_numPr()
    if number is not None:
        properties.get_or_add_numId().val = number
    if depth is not None:
        properties.get_or_add_ilvl().val = depth


def test_lists_of_one_definition_go_on_from_each_other() -> None:
    written = docx.Document()
    outlined(written)
    for number, words in ((71, "a"), (73, "b"), (71, "c")):
        list_item(written, words, number=number)
    assert [marker for _level, marker, _words in items(read(written))] == ["II.", "III.", "IV."]


def test_numbers_are_written_as_their_level_says() -> None:
    written = docx.Document()
    outlined(written)
    for depth, words in ((1, "a"), (2, "b"), (3, "c"), (0, "d")):
        list_item(written, words, number=71, depth=depth)
    assert items(read(written)) == [
        (1, "II.1.", "a"),
        (2, "Ghi chú:", "b"),
        (3, "01", "c"),
        (0, "II.", "d"),
    ]


def test_what_a_paragraph_does_not_say_of_its_list_its_styles_say_the_nearest_first() -> None:
    written = docx.Document()
    outlined(written)
    grandparent, parent, child = (
        written.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH) for name in ("A", "B", "C")
    )
    grandparent.base_style, parent.base_style, child.base_style = child, grandparent, parent
    properties = grandparent.element.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = 71
    properties.get_or_add_ilvl().val = 3
    written.add_paragraph("a", style="C")
    list_item(written, "b", style="C", depth=1)
    circle = written.styles.add_style("D", WD_STYLE_TYPE.PARAGRAPH)
    circle.base_style = circle
    written.add_paragraph("Một đoạn văn.", style="D")
    assert items(read(written)) == [(3, "01", "a"), (1, "II.1.", "b"), (0, "", "Một đoạn văn.")]


def test_runs_and_breaks_are_kept() -> None:
    written = docx.Document()
    paragraph = written.add_paragraph("Việt ")
    paragraph.add_run("Nam").bold = True
    paragraph.add_run(" xanh\ntươi").italic = True
    document = read(written)
    assert document.text == "Việt Nam xanh\ntươi"
    assert runs(document) == [
        (InlineStyle.STRONG, "Nam"),
        (InlineStyle.EMPHASIS, "xanh\ntươi"),
    ]


def test_tables_of_values_keep_their_columns_and_others_are_read_in_order() -> None:
    written = docx.Document()
    table = written.add_table(2, 2)
    for cell, words in zip(table._cells, ["Xã", "Năm", "Tân An", "2023"], strict=True):
        cell.text = words
    layout = written.add_table(1, 2)
    layout.cell(0, 0).text = "UBND XÃ"
    layout.cell(0, 1).text = "CỘNG HÒA"
    document = read(written)
    assert cells(document) == [["Xã", "Năm"], ["Tân An", "2023"]]
    assert document.text.endswith("UBND XÃ\n\nCỘNG HÒA")


def test_the_head_of_a_decree_in_two_columns_is_no_table_of_values() -> None:
    written = docx.Document()
    table = written.add_table(2, 2)
    heads = ["CHÍNH PHỦ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 15/2024/NĐ-CP", "Hà Nội"]
    for cell, words in zip(table._cells, heads, strict=True):
        cell.text = words
    assert [words for _kind, words in blocks(read(written))] == heads


def test_inserted_words_are_read_and_deleted_ones_are_not() -> None:
    written = docx.Document()
    written.add_paragraph("MARK")
    inserted = "<w:ins><w:r><w:t>mới</w:t></w:r></w:ins>"
    deleted = "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>"
    data = rewritten(saved(written), "<w:r><w:t>MARK</w:t></w:r>", inserted + deleted)
    assert parse(data, "bai.docx").text == "mới"


def test_the_contents_that_word_lists_are_folded_and_name_no_title() -> None:
    written = docx.Document()
    for name in ("toc heading", "toc 1"):
        written.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        written.add_paragraph(f"Kết quả trồng rừng ngập mặn {name}\t3", style=name)
    written.add_paragraph("Hà Nội, ngày 5 tháng 1 năm 2024")
    for _time in range(4):
        written.add_paragraph("Xã Tân An đã trồng thêm năm héc ta rừng để giữ đất. " * 4)
    document = read(written)
    assert [block.is_folded for block in document.blocks] == [True, True, *[False] * 5]
    assert document.metadata.title is None
    assert "contents" in {each.rule for each in document.provenance.evidence}


def test_heads_and_feet_of_pages_are_no_text() -> None:
    written = docx.Document()
    section = written.sections[0]
    section.header.paragraphs[0].text = "Đầu trang"
    section.footer.paragraphs[0].text = "Trang 1"
    written.add_paragraph("Đoạn văn.")
    assert read(written).text == "Đoạn văn."


def test_a_document_without_text_says_so() -> None:
    document = read(docx.Document())
    assert (document.text, len(document.warnings)) == ("", 1)


@pytest.mark.parametrize("members", [{"a.txt": "x"}, {"[Content_Types].xml": "<"}])
def test_what_is_no_document_is_refused(members: dict[str, str]) -> None:
    assert "damaged" in refusal(zipped(members))


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST_CONTENT", 1000)
    assert "far more" in refusal(saved(docx.Document()))


def test_a_document_with_a_password_is_told_from_a_damaged_one() -> None:
    assert "password" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100)


def test_without_the_library_the_way_to_install_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    data = saved(docx.Document())
    monkeypatch.setitem(sys.modules, "docx", None)
    assert "pip install 'bulletin-tui[docx]'" in refusal(data)
