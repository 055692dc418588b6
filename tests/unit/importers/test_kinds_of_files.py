"""A file that is plainly of another kind than its name says is refused in words."""

from __future__ import annotations

import pytest

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.importers.parsing import parse


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7\n%", "PDF"),
        (b"PK\x03\x04abc", "ZIP"),
        (b"GIF89a", "picture"),
        (b"{\\rtf1", "RTF"),
        (b"From: <Saved by Blink>\r\n", "MHTML"),
    ],
)
def test_a_page_that_is_none_is_refused_with_what_it_is(data: bytes, word: str) -> None:
    with pytest.raises(ArticleUnreadableError, match=word) as caught:
        parse(data, "trang.html")
    assert caught.value.advice


def test_a_text_about_a_format_is_a_text() -> None:
    assert parse(b"%PDF-1.7 is how a PDF begins", "a.txt").text.startswith("%PDF")


@pytest.mark.parametrize(
    "head",
    [
        "<meta charset='KOI8-R'>",
        "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>",
        "<?xml version='1.0' encoding='koi8-r'?>",
    ],
)
def test_a_page_is_read_by_the_encoding_that_it_declares(head: str) -> None:
    page = f"{head}<p>Вьетнам".encode("koi8-r")
    document = parse(page, "trang.htm")
    assert (document.text, document.provenance.encoding) == ("Вьетнам", "koi8-r")


@pytest.mark.parametrize("name", ["koi8-r", "idna", "rot13", "x", "utf-16"])
def test_what_the_bytes_prove_goes_before_what_is_declared(name: str) -> None:
    page = f"<meta charset={name}><p>Việt Nam".encode()
    assert parse(page, "trang.html").text == "Việt Nam"
