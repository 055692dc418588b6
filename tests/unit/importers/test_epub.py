"""A book is read chapter by chapter, within limits, or refused in words."""

from __future__ import annotations

import pytest

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.importers import archives
from bulletin_tui.importers.parsing import parse
from bulletin_tui.model.article import BlockKind, Boilerplate, Document
from bulletin_tui.text.dates import iso_printed_date
from unit.importers.reading import blocks
from unit.importers.zipping import book, zipped

ENCRYPTION = """<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>
<enc:EncryptionMethod Algorithm="{}"/></enc:EncryptedData></encryption>"""


def read(data: bytes) -> Document:
    """The document in a book."""
    return parse(data, "sach.epub")


def refusal(data: bytes) -> str:
    """Why the book is not read."""
    with pytest.raises(ArticleUnreadableError) as caught:
        read(data)
    return caught.value.words


def test_chapters_come_in_the_order_of_the_book() -> None:
    document = read(book({"z.xhtml": "<h2>Một</h2><p>a</p>", "a b.xhtml": "<h2>Hai</h2><p>b</p>"}))
    assert blocks(document) == [
        (BlockKind.HEADING, "Một"),
        (BlockKind.PARAGRAPH, "a"),
        (BlockKind.HEADING, "Hai"),
        (BlockKind.PARAGRAPH, "b"),
    ]


def test_a_book_says_what_it_is() -> None:
    document = read(book({"a.xhtml": "<p>a</p>"}))
    data = document.metadata
    assert (data.title, data.authors) == ("Truyện làng", ("Đỗ Hương", "Trần An"))
    assert (data.source, data.language, data.tags) == ("Nhà xuất bản Xã", "vi", ("Văn học",))
    assert data.published is not None
    assert iso_printed_date(data.published) == "2019-05-06"
    assert {each.rule for each in document.provenance.evidence} >= {"dc:title", "dc:creator"}


def test_what_a_program_says_of_a_book_that_nobody_named_is_not_believed() -> None:
    said = "<dc:title>Unknown Title</dc:title><dc:creator>Unknown Author</dc:creator>"
    data = read(book({"a.xhtml": "<p>a</p>"}, metadata=said)).metadata
    assert (data.title, data.authors) == (None, ())


def test_documents_that_a_book_cites_are_known_and_where() -> None:
    document = read(book({"a.xhtml": "<p>Theo 29-NQ/TW.</p>", "b.xhtml": "<p>Và 68-KH/TU.</p>"}))
    assert document.metadata.documents == ("29-NQ/TW", "68-KH/TU")
    spans = [each.span for each in document.provenance.evidence if each.field == "documents"]
    words = [document.text[span.start : span.end] for span in spans if span is not None]
    assert words == ["Theo 29-NQ/TW.", "Và 68-KH/TU."]


def test_a_chapter_without_a_heading_has_the_title_of_the_contents() -> None:
    contents = """<li><a href="a.xhtml#x">Chương <b>một</b></a></li>
    <li><a href="b.xhtml">Chương hai</a></li><li><a href="c.xhtml">Chương ba</a></li>"""
    bodies = {
        "a.xhtml": "<p>a</p>",
        "b.xhtml": "<p>CHƯƠNG HAI</p><p>b</p>",
        "c.xhtml": "<h1>3</h1>",
    }
    assert blocks(read(book(bodies, contents=contents))) == [
        (BlockKind.HEADING, "Chương một"),
        (BlockKind.PARAGRAPH, "a"),
        (BlockKind.HEADING, "CHƯƠNG HAI"),
        (BlockKind.PARAGRAPH, "b"),
        (BlockKind.HEADING, "3"),
    ]


def test_verses_stay_together_and_a_list_beside_them_is_not_folded() -> None:
    document = read(book({"a.xhtml": "<p>Câu một<br/>Câu hai</p><nav><p>Mục lục</p></nav>"}))
    assert document.text == "Câu một\nCâu hai\n\nMục lục"
    assert not any(block.is_folded for block in document.blocks)


CONTENTS = """<h1>Mục lục</h1><ol><li><a href="a.xhtml">Chương một</a> 3</li>
<li><span>Phần hai</span></li><li><a href="b.xhtml#x">Chương hai</a></li>
<li><a href="b.xhtml">Chương ba</a></li></ol><p><a href="#x">Lên đầu trang</a></p>"""


def test_a_page_of_links_to_the_chapters_is_folded_and_the_rule_is_told() -> None:
    bodies = {"toc.xhtml": CONTENTS, "a.xhtml": "<p>Đoạn một</p>", "b.xhtml": "<p>Đoạn hai</p>"}
    document = read(book(bodies))
    shown = [
        document.text[block.start : block.end] for block in document.blocks if not block.is_folded
    ]
    assert shown == ["Đoạn một", "Đoạn hai"]
    assert {block.boilerplate for block in document.blocks if block.is_folded} == {
        Boilerplate.NAVIGATION
    }
    spans = [each.span for each in document.provenance.evidence if each.rule == "contents"]
    assert [document.text[span.start : span.end] for span in spans if span] == ["Mục lục"]


def test_the_contents_of_the_book_are_folded_however_few_they_are() -> None:
    bodies = {
        "nav.xhtml": "<nav><h2>Mục lục</h2><p><a href='a.xhtml'>Chương một</a></p></nav>",
        "a.xhtml": "<p>Đoạn một</p>",
    }
    document = read(book(bodies))
    assert [block.is_folded for block in document.blocks] == [True, True, False, False]


@pytest.mark.parametrize(
    "page",
    [
        "<p><a href='https://x.example'>Một trang</a></p>" * 3,
        "<p><a href='a.xhtml'>Một</a></p><p><a href='a.xhtml'>Hai</a></p>",
        f"{CONTENTS}<p>Cuốn sách này kể về những người trồng rừng ven biển Xã Tân An.</p>",
        "<p>Rừng, <a href='a.xhtml'>1</a>, <a href='a.xhtml'>2</a>, <a href='b.xhtml'>3</a></p>",
        f"{CONTENTS * 9}<p>Cuốn sách này kể về những người trồng rừng ven biển.</p>",
        "<p><a href='#x'>Một</a></p>" * 3,
        "<p>Không có gì.</p>",
    ],
)
def test_a_page_that_is_more_than_contents_is_text(page: str) -> None:
    bodies = {"c.xhtml": page, "a.xhtml": "<p>a</p>", "b.xhtml": "<p>b</p>"}
    assert not any(block.is_folded for block in read(book(bodies)).blocks)


def test_pictures_are_told_by_their_alternative_texts() -> None:
    body = """<p><img src="a.png" alt="Rừng ngập mặn"/></p>
    <p>Cây <img src="b.png" alt="đước"/> mọc.</p><p><img src="b.png" alt="Đước"/> và sú.</p>
    <figure><img src="c.png" alt="Bản đồ"/><figcaption>Bản đồ</figcaption></figure>
    <h2><img src="d.png" alt="Chương hai"/></h2>"""
    assert blocks(read(book({"a.xhtml": body}))) == [
        (BlockKind.CAPTION, "Rừng ngập mặn"),
        (BlockKind.PARAGRAPH, "Cây đước mọc."),
        (BlockKind.PARAGRAPH, "Đước và sú."),
        (BlockKind.CAPTION, "Bản đồ"),
        (BlockKind.HEADING, "Chương hai"),
    ]


@pytest.mark.parametrize("alt", ["", "IMG_01.JPG", "image 3", "Ảnh bìa", "***", "C:\\x y\\z.png"])
def test_an_alternative_text_that_tells_nothing_is_no_text(alt: str) -> None:
    assert read(book({"a.xhtml": f"<p>a</p><p><img src='x' alt='{alt}'/></p>"})).text == "a"


def test_what_a_program_says_of_its_own_description_is_no_text() -> None:
    alt = "Rừng đước  Description automatically generated with medium confidence"
    assert read(book({"a.xhtml": f"<img src='x' alt='{alt}'/>"})).text == "Rừng đước"


def test_marks_of_notes_are_set_apart_where_they_are_cited_and_where_they_stand() -> None:
    body = """<p>Ngành giáo dục<a epub:type="noteref" href="n.xhtml">a</a> và y tế<a
    href="n.xhtml#b"><sup>2</sup></a>.</p>"""
    notes = """<aside epub:type="footnote"><p><sup><a href="a.xhtml">1</a></sup> Trường.</p></aside>
    <p><a href="a.xhtml#b">2</a> Bệnh viện.</p>"""
    assert read(book({"a.xhtml": body, "n.xhtml": notes})).text == (
        "Ngành giáo dục[a] và y tế[2].\n\n[1] Trường.\n\n2 Bệnh viện."
    )


@pytest.mark.parametrize("arrow", ["↩︎", "&#8617;", "↩"])
def test_the_arrow_from_a_note_back_to_the_text_is_no_text(arrow: str) -> None:
    note = f'<li><p>Trường.\u00a0<a href="#r1" role="doc-backlink">{arrow}</a></p></li>'
    assert read(book({"a.xhtml": f"<ol>{note}</ol>"})).text == "Trường."


def test_the_numbers_of_the_pages_of_the_printed_book_are_no_text() -> None:
    body = """<p>Tiếp <span epub:type="pagebreak" id="p1">13</span>theo<a role="doc-pagebreak">14
    </a>.</p><div epub:type="pagebreak">15</div>"""
    assert read(book({"a.xhtml": body})).text == "Tiếp theo."


def test_a_missing_chapter_is_named_and_the_others_are_read() -> None:
    whole = book({"a.xhtml": "<p>a</p>", "b.xhtml": "<p>b</p>"})
    document = read(whole.replace(b"OEBPS/a.xhtml", b"OEBPS/x.xhtml"))
    assert document.text == "b"
    assert ["a.xhtml" in warning for warning in document.warnings] == [True]


@pytest.mark.parametrize(
    "package", ["", "<package>", "<package/>", '<!DOCTYPE a [<!ENTITY b "c">]><a/>']
)
def test_without_a_sound_package_the_pages_are_read_by_name(package: str) -> None:
    pages = {"b.xhtml": "<p>b</p>", "a.html": "<p>a</p>", "c.opf": package}
    document = read(zipped(pages))
    assert (document.text, len(document.warnings)) == ("a\n\nb", 1)


def test_entities_that_multiply_are_not_followed() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><p>&b; chữ</p>'
    assert read(zipped({"a.xhtml": bomb})).text == "&b; chữ"


def test_a_book_of_pictures_says_so() -> None:
    document = read(book({"a.xhtml": "<img src='x.png'/>"}))
    assert (document.text, len(document.warnings)) == ("", 1)


def test_a_protected_book_is_refused() -> None:
    protected = ENCRYPTION.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")
    assert "DRM" in refusal(book({"a.xhtml": "x"}, others={"META-INF/encryption.xml": protected}))
    assert "DRM" in refusal(book({"a.xhtml": "x"}, others={"META-INF/encryption.xml": "<"}))


def test_a_book_that_only_hides_its_fonts_is_read() -> None:
    fonts = ENCRYPTION.format("http://www.idpf.org/2008/embedding")
    assert read(book({"a.xhtml": "x"}, others={"META-INF/encryption.xml": fonts})).text == "x"


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "far more" in refusal(book({"a.xhtml": "a" * 5_000_000}))
    monkeypatch.setattr(archives, "LARGEST_CONTENT", 5000)
    words = "".join(map(str, range(1000)))
    assert "far more" in refusal(book({"a.xhtml": words, "b.xhtml": words}))


def test_an_archive_of_too_many_files_is_refused() -> None:
    assert "1001" in refusal(zipped({f"{number}.html": "" for number in range(1001)}))


@pytest.mark.parametrize("kept", [30, 200, -30])
def test_a_damaged_archive_is_refused(kept: int) -> None:
    assert "damaged" in refusal(book({"a.xhtml": "x"})[:kept])


def test_a_broken_member_is_refused() -> None:
    data = bytearray(zipped({"a.xhtml": "chữ nghĩa " * 50}))
    data[45:50] = b"\xff" * 5
    assert "damaged" in refusal(bytes(data))


def test_an_archive_without_pages_is_no_book() -> None:
    assert "no book" in refusal(zipped({"a.txt": "x"}))


def test_what_is_no_archive_is_no_book() -> None:
    assert ".epub" in refusal(b"<html>")
