"""Notes, pictures and signs of a Word document are read where they are meant."""

from __future__ import annotations

import pytest

from bulletin_tui.importers.archives import Archive
from bulletin_tui.importers.parsing import parse
from bulletin_tui.model.article import BlockKind
from unit.importers.reading import blocks
from unit.importers.word_files import NAMESPACES, citing, noted, paragraph, picture, said
from unit.importers.zipping import zipped

pytest.importorskip("docx")


def test_notes_are_told_by_their_marks_where_they_are_cited_and_stand_below_the_text() -> None:
    body = paragraph(
        "Giáo dục", citing("footnote", 5), " và y tế", citing("endnote", 2), citing("footnote", 3)
    )
    footnotes = {3: paragraph("Bệnh viện."), 5: paragraph("Trường.") + paragraph("Lớp.")}
    data = noted(body, footnote=footnotes, endnote={2: paragraph("<w:r/>", "Sổ tay.")})
    assert parse(data, "bai.docx").text.split("\n\n") == [
        "Giáo dục[1] và y tế[i][2]",
        "[1] Trường.",
        "Lớp.",
        "[2] Bệnh viện.",
        "[i] Sổ tay.",
    ]


def test_a_note_is_read_once_and_those_that_nothing_cites_or_that_are_missing_are_not() -> None:
    body = paragraph("a", citing("footnote", 1), citing("footnote", 1), citing("footnote", 9))
    data = noted(body, footnote={1: paragraph("Một."), 2: paragraph("Hai.")})
    assert parse(data, "bai.docx").text == "a[1][1]\n\n[1] Một."


def test_a_note_may_cite_another_one() -> None:
    notes = {1: paragraph("Một", citing("footnote", 2)), 2: paragraph("Hai", citing("footnote", 1))}
    data = noted(paragraph("a", citing("footnote", 1)), footnote=notes)
    assert parse(data, "bai.docx").text == "a[1]\n\n[1] Một[2]\n\n[2] Hai[1]"


def test_an_endnote_may_cite_a_footnote() -> None:
    endnotes = {1: paragraph("Một", citing("footnote", 1))}
    data = noted(
        paragraph("a", citing("endnote", 1)), endnote=endnotes, footnote={1: paragraph("Hai")}
    )
    assert parse(data, "bai.docx").text == "a[i]\n\n[i] Một[1]\n\n[1] Hai"


def test_a_note_with_a_mark_of_its_own_keeps_it_and_is_not_counted() -> None:
    own = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>sao</w:t></w:r>'
    notes = {1: paragraph("sao Một."), 2: paragraph("Hai.")}
    data = noted(paragraph("a", own, " b", citing("footnote", 2)), footnote=notes)
    assert parse(data, "bai.docx").text == "a[sao] b[1]\n\nsao Một.\n\n[1] Hai."


@pytest.mark.parametrize("place", ["</w:sectPr>", "</w:settings>"])
def test_notes_are_numbered_as_the_document_says(place: str) -> None:
    shape = f'<w:endnotePr><w:numFmt w:val="upperLetter"/></w:endnotePr>{place}'
    data = noted(paragraph("a", citing("endnote", 1)), endnote={1: paragraph("Một.")})
    archive = Archive(data)
    members = {name: archive.find(name) or b"" for name in archive.names}
    changed = {name: data.replace(place.encode(), shape.encode()) for name, data in members.items()}
    assert parse(zipped(changed), "bai.docx").text == "a[A]\n\n[A] Một."


def test_a_broken_part_of_notes_costs_the_notes_alone() -> None:
    data = noted(paragraph("a", citing("footnote", 1)), footnote={1: "<w:p>"})
    assert parse(data, "bai.docx").text == "a"


def test_raised_numbers_are_marks_of_notes_unless_they_are_powers() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    body = paragraph("Giáo dục", said("1", raised), " trên 5 km", said("2", raised))
    assert parse(noted(body), "bai.docx").text == "Giáo dục[1] trên 5 km2"


def test_pictures_are_told_by_their_alternative_texts() -> None:
    old = f'<w:r><w:pict><v:shape {NAMESPACES} alt="Bản đồ xã"/></w:pict></w:r>'
    body = (
        paragraph(picture("Rừng ngập mặn"))
        + paragraph("Cây ", picture("đước"), "mọc.")
        + paragraph(picture("Đước"), "và sú.")
        + paragraph(old)
        + paragraph(picture("image1.png"))
    )
    assert blocks(parse(noted(body), "bai.docx")) == [
        (BlockKind.CAPTION, "Rừng ngập mặn"),
        (BlockKind.PARAGRAPH, "Cây đước mọc."),
        (BlockKind.PARAGRAPH, "Đước và sú."),
        (BlockKind.CAPTION, "Bản đồ xã"),
    ]


def test_a_text_box_is_told_by_its_own_words() -> None:
    box = f"""<w:r><w:drawing><wp:inline {NAMESPACES}><wp:docPr descr="Hộp chữ"/><w:txbxContent>
    {paragraph("Chữ trong hộp")}</w:txbxContent></wp:inline></w:drawing></w:r>"""
    assert parse(noted(paragraph(box)), "bai.docx").text == "Chữ trong hộp"


def test_signs_of_fonts_of_signs_are_what_they_look_like() -> None:
    def sign(font: str, code: str) -> str:
        return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'

    body = paragraph(
        *(sign("Wingdings", "F0FE"), " Có ", sign("Wingdings", "F0A8"), " Không "),
        *(sign("Symbol", "F0B3"), " 5 ", sign("Wingdings", "F021"), sign("Wingdings", "x")),
        " \uf0b7 mục",
    )
    assert parse(noted(body), "bai.docx").text == "☑ Có ☐ Không ≥ 5 ▫ • mục"


def test_words_that_word_hides_are_no_text() -> None:
    body = paragraph(
        "Thấy", said(" không thấy", "<w:vanish/>"), said(" nữa", '<w:vanish w:val="0"/>')
    )
    assert parse(noted(body), "bai.docx").text == "Thấy nữa"
