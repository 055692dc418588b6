"""Texts in old Vietnamese fonts are read by the letters of these, unless they are Unicode."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.importers.encodings.fonts import find_old_font
from bulletin_tui.importers.parsing import parse
from old_encodings.storing import shown
from unit.importers.printing import printed
from unit.importers.word_files import noted, paragraph, restyled, said

if TYPE_CHECKING:
    from bulletin_tui.model.article import Document

pytest.importorskip("docx")
pytest.importorskip("pypdf")

TEXT = "Hội đồng nhân dân xã Tân An đã quyết nghị về việc trồng rừng ngập mặn ven biển của xã."


def in_font(words: str, font: str) -> str:
    """The markup of a run in this font."""
    return said(words, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')


def read_word(*runs: str) -> Document:
    """The document of one paragraph of these runs."""
    return parse(noted(paragraph(*runs)), "bai.docx")


@pytest.mark.parametrize(
    ("name", "table", "is_of_capitals"),
    [
        (".VnTime", "tcvn3", False),
        (".VnTimeH", "tcvn3", True),
        ("/ABCDEF+.VnArialH,Bold", "tcvn3", True),
        (".VnArial Narrow", "tcvn3", False),
        ("VNI-Times", "vni", False),
    ],
)
def test_old_fonts_are_told_by_their_names(name: str, table: str, is_of_capitals: bool) -> None:
    font = find_old_font(name)
    assert font is not None
    assert (font.table, font.is_of_capitals) == (table, is_of_capitals)


@pytest.mark.parametrize("name", ["", "Times New Roman", "Vnesans", "ABCDEF+Arial", "VNIndex"])
def test_other_fonts_are_none(name: str) -> None:
    assert find_old_font(name) is None


@pytest.mark.parametrize(("font", "table"), [(".VnTime", "tcvn3"), ("VNI-Times", "vni")])
def test_a_word_document_in_an_old_font_is_read_by_its_letters(font: str, table: str) -> None:
    document = read_word(in_font(shown(TEXT, table), font), " Đúng vậy.")
    assert document.text == f"{TEXT} Đúng vậy."
    assert [font in warning for warning in document.warnings] == [True]


def test_fonts_of_capitals_show_small_letters_as_capitals() -> None:
    document = read_word(
        in_font(shown(TEXT, "tcvn3"), ".VnTime"), in_font(shown(" nghị định", "tcvn3"), ".VnTimeH")
    )
    assert document.text == f"{TEXT} NGHỊ ĐỊNH"


def test_words_without_marks_are_capitals_in_such_fonts_and_nothing_is_told_of_them() -> None:
    document = read_word(in_font("ban hanh", ".VnTimeH"))
    assert (document.text, document.warnings) == ("BAN HANH", ())
    document = parse(printed([["ban hanh"]], font=".VnTimeH"), "bai.pdf")
    assert (document.text, document.warnings) == ("BAN HANH", ())


@pytest.mark.parametrize("style", ["Normal", "default"])
def test_the_font_of_a_paragraph_may_be_that_of_its_style_or_of_the_document(style: str) -> None:
    data = restyled(noted(paragraph(shown(TEXT, "tcvn3"))), style, ".VnTime")
    assert parse(data, "bai.docx").text == TEXT


def test_what_a_run_says_of_its_font_wins_over_its_style() -> None:
    runs = paragraph(in_font("Église à côté", "Arial"), in_font(shown(TEXT, "tcvn3"), ".VnTime"))
    assert parse(restyled(noted(runs), "Normal", ".VnTime"), "bai.docx").text == (
        f"Église à côté{TEXT}"
    )


def test_unicode_in_a_document_that_kept_the_name_of_the_font_is_left_as_it_is() -> None:
    document = read_word(in_font(TEXT, ".VnTime"), in_font(" Công an", ".VnTime"))
    assert (document.text, document.warnings) == (f"{TEXT} Công an", ())


def test_a_pdf_document_in_an_old_font_is_read_by_its_letters() -> None:
    data = printed([[shown(TEXT, "tcvn3")]], font="ABCDEF+.VnTime")
    document = parse(data, "bai.pdf")
    assert document.text == TEXT
    assert [".VnTime" in warning for warning in document.warnings] == [True]


def test_a_pdf_document_that_tells_its_letters_in_unicode_is_left_as_it_is() -> None:
    document = parse(printed([[TEXT]], font="ABCDEF+.VnTime"), "bai.pdf")
    assert (document.text, document.warnings) == (TEXT, ())
