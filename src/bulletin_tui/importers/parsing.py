"""The door to the formats: a file's bytes and name to its document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.importers.contents import check_content
from bulletin_tui.importers.decode import decode
from bulletin_tui.importers.formats import (
    DOCX_SUFFIXES,
    EPUB_SUFFIXES,
    HTML_SUFFIXES,
    MARKDOWN_SUFFIXES,
    PDF_SUFFIXES,
    SUFFIXES,
    TEXT_SUFFIXES,
)
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bulletin_tui.model.article import Document


def parse(data: bytes, name: str, encoding: str | None = None) -> Document:
    """The document in a file of this name, read by the encoding chosen or by the likeliest.

    Raises ArticleUnreadableError.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        sentence = _("Files ending in “{suffix}” cannot be read.").format(suffix=clean_line(suffix))
        raise ArticleUnreadableError(
            sentence,
            advice=_("Bulletin reads {suffixes}.").format(suffixes=", ".join(sorted(SUFFIXES))),
        )
    check_content(data, suffix)
    if suffix in _FILE_READERS:
        return _FILE_READERS[suffix](data)
    declared = _declared_charset(data) if suffix in HTML_SUFFIXES else None
    decoded = decode(data, encoding, declared=declared)
    document = _TEXT_READERS[suffix](decoded.text)
    return replace(
        document,
        warnings=decoded.warnings + document.warnings,
        provenance=replace(document.provenance, encoding=decoded.encoding),
    )


# Each format is loaded when a file of it is read.


def _declared_charset(data: bytes) -> str | None:
    from bulletin_tui.importers.html.charset import declared_charset

    return declared_charset(data)


def _read_plain_text(text: str) -> Document:
    from bulletin_tui.importers.plain_text import read_plain_text

    return read_plain_text(text)


def _read_markdown(text: str) -> Document:
    from bulletin_tui.importers.markdown import read_markdown

    return read_markdown(text)


def _read_html(text: str) -> Document:
    from bulletin_tui.importers.html.reading import read_html

    return read_html(text)


def _read_epub(data: bytes) -> Document:
    from bulletin_tui.importers.epub.reading import read_epub

    return read_epub(data)


def _read_docx(data: bytes) -> Document:
    from bulletin_tui.importers.word.reading import read_docx

    return read_docx(data)


def _read_pdf(data: bytes) -> Document:
    from bulletin_tui.importers.pdf.reading import read_pdf

    return read_pdf(data)


_FILE_READERS: Mapping[str, Callable[[bytes], Document]] = {
    **dict.fromkeys(EPUB_SUFFIXES, _read_epub),
    **dict.fromkeys(DOCX_SUFFIXES, _read_docx),
    **dict.fromkeys(PDF_SUFFIXES, _read_pdf),
}
_TEXT_READERS: Mapping[str, Callable[[str], Document]] = {
    **dict.fromkeys(TEXT_SUFFIXES, _read_plain_text),
    **dict.fromkeys(MARKDOWN_SUFFIXES, _read_markdown),
    **dict.fromkeys(HTML_SUFFIXES, _read_html),
}
