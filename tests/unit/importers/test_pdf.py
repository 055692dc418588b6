"""What is printed on the pages of a PDF document is read as paragraphs, or refused in words."""

from __future__ import annotations

import sys

import pytest

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.importers.parsing import parse
from bulletin_tui.importers.pdf.lines import read_pages
from bulletin_tui.importers.pdf.printed import without_places
from unit.importers.printing import printed

pytest.importorskip("pypdf")

FULL = "Xã Tân An đã trồng thêm năm héc ta rừng ngập mặn ven biển để giữ"


def paragraphs(*pages: str) -> list[str]:
    """The paragraphs of pages of which only the words are known."""
    return list(read_pages([without_places(page.split("\n")) for page in pages]).paragraphs)


def refusal(data: bytes) -> str:
    """Why the document is not read."""
    with pytest.raises(ArticleUnreadableError) as caught:
        parse(data, "bai.pdf")
    return caught.value.words


def test_lines_are_joined_over_lines_and_pages_and_the_title_is_known() -> None:
    document = parse(
        printed([[FULL, FULL], [FULL, "đất.", "", "Đoạn hai."]], title="Rừng ven biển"), "bai.pdf"
    )
    assert document.text == f"{FULL} {FULL} {FULL} đất.\n\nĐoạn hai."
    assert document.metadata.title == "Rừng ven biển"


def test_a_short_line_right_above_the_first_paragraph_is_the_title() -> None:
    document = parse(printed([["Rừng giữ đất", FULL, FULL, "đất."]]), "bai.pdf")
    assert document.metadata.title == "Rừng giữ đất"
    assert [each.rule for each in document.provenance.evidence if each.field == "title"] == [
        "title"
    ]


@pytest.mark.parametrize(
    ("declared", "title"),
    [
        ("Microsoft Word - 29-NQ.doc", "Rừng giữ đất"),
        ("untitled", "Rừng giữ đất"),
        ("Document1", "Rừng giữ đất"),
        ("Tài liệu 2", "Rừng giữ đất"),
        ("Microsoft Word - Trồng rừng", "Trồng rừng"),
        ("Tài liệu về rừng", "Tài liệu về rừng"),
    ],
)
def test_what_a_program_calls_a_document_that_nobody_named_is_no_title(
    declared: str, title: str
) -> None:
    data = printed([["Rừng giữ đất", FULL, FULL, "đất."]], title=declared)
    assert parse(data, "bai.pdf").metadata.title == title


@pytest.mark.parametrize(
    "pages",
    [
        [["Cuối bài là tên người viết.", FULL, FULL, "đất."]],
        [["Báo Xã", f"{FULL} {letter}", FULL] for letter in "abc"],
        [["Rừng giữ đất", "Đất giữ làng"]],
    ],
)
def test_a_sentence_a_running_head_or_lines_without_a_text_are_no_title(
    pages: list[list[str]],
) -> None:
    assert parse(printed(pages), "bai.pdf").metadata.title is None


def test_a_document_without_pages_says_so() -> None:
    assert "no pages" in refusal(printed([]))


def test_pages_without_text_are_said_to_be_pictures() -> None:
    assert "scans" in refusal(printed([[], []]))


def test_a_document_that_does_not_tell_its_letters_is_refused() -> None:
    assert "fonts" in refusal(printed([["\x01\x02\x03\x04 \x05\x06\x07 và"]]))
    assert "fonts" in refusal(printed([["\ue001\ue002\ue003"]]))


def test_some_letters_that_are_not_told_are_a_warning() -> None:
    document = parse(printed([[f"{FULL} \x01\x02"]]), "bai.pdf")
    assert ["fonts" in warning for warning in document.warnings] == [True]


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.7 " + b"\x00\xff" * 500])
def test_a_damaged_document_is_refused(data: bytes) -> None:
    assert "damaged" in refusal(data)


@pytest.mark.parametrize("method", ["extract_text", "__init__"])
def test_a_cipher_that_needs_a_library_is_told(
    method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pypdf import PageObject, PdfReader
    from pypdf.errors import DependencyError

    def fail(*_given: object, **_named: object) -> None:
        raise DependencyError("cryptography is required for AES algorithm")

    monkeypatch.setattr(PageObject if method == "extract_text" else PdfReader, method, fail)
    assert "pip install cryptography" in refusal(printed([[FULL]]))


@pytest.mark.parametrize("box", [b"/Title (aaaaaaaaaaaaa) ", b"/MediaBox (aaaaaaaaaa) "])
def test_a_page_that_says_not_how_large_it_is_is_read(box: bytes) -> None:
    data = printed([[FULL]]).replace(b"/MediaBox [0 0 600 800] ", box)
    assert parse(data, "bai.pdf").text == FULL


def test_what_is_cut_short_is_read_or_refused() -> None:
    whole = printed([[FULL]] * 2)
    for kept in range(20, len(whole), 97):
        try:
            assert parse(whole[:kept], "bai.pdf").text
        except ArticleUnreadableError as error:
            assert error.words  # noqa: PT017 - both ends are fine


def test_a_page_named_pdf_is_refused() -> None:
    assert ".pdf" in refusal(b"<html><p>x</p></html>")


def test_without_the_library_the_way_to_install_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert "pip install 'bulletin-tui[pdf]'" in refusal(printed([[FULL]]))


def test_words_divided_at_the_end_of_a_line_are_whole_again() -> None:
    line = "The people of the commune planted five hectares of the mangrove for"
    assert paragraphs(f"{line}-\nest là forêt") == [f"{line}est là forêt"]


def test_a_hyphen_between_vietnamese_words_stays_at_the_end_of_a_line() -> None:
    assert paragraphs(f"{FULL} kinh tế-\nxã hội") == [f"{FULL} kinh tế-xã hội"]


def test_a_short_line_ends_its_paragraph() -> None:
    assert paragraphs(f"TIÊU ĐỀ\n{FULL}\nđất.\n{FULL}") == ["TIÊU ĐỀ", f"{FULL} đất.", FULL]


def test_a_title_in_large_print_goes_on_behind_a_word_that_ends_nothing() -> None:
    title = ["KẾ HOẠCH thực hiện Nghị quyết số", "29-NQ/TW"]
    assert paragraphs("\n".join([*title, FULL, FULL])) == [" ".join(title), f"{FULL} {FULL}"]


@pytest.mark.parametrize("item", ["- rừng", "1. Rừng", "a) rừng", "Điều 2. Rừng"])
def test_an_item_is_a_paragraph_of_its_own(item: str) -> None:
    assert paragraphs(f"{FULL}\n{item}") == [FULL, item]
