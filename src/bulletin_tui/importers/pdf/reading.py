"""A PDF document to paragraphs: what is printed on its pages, in their order."""

from __future__ import annotations

import io
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.importers.declared import Declared
from bulletin_tui.importers.extras import missing_extra
from bulletin_tui.importers.page import Page
from bulletin_tui.importers.pdf.lines import paragraphs
from bulletin_tui.importers.styled_text import StyledText
from bulletin_tui.importers.tidied import tidied_document
from bulletin_tui.importers.tidy.lines import Line
from bulletin_tui.model.article import BlockKind, Document
from bulletin_tui.words import _, ngettext

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 2000
_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What pypdf stumbles with over broken pages, beside errors of its own."""
_SAID = 0.5
"""How far a document's properties are to be believed: many are those of a template."""


def read_pdf(data: bytes) -> Document:
    """Raises ArticleUnreadableError, also where pypdf is missing and for pages without text."""
    reader = _open(data)
    texts, failed = _texts(reader)
    page = Page()
    for paragraph in paragraphs(texts):
        page.add(BlockKind.PARAGRAPH, StyledText(paragraph))
    if not page.blocks:
        raise ArticleUnreadableError(
            _("There is no text in the PDF document: it is made of pictures, such as scans."),
            advice=_("Recognise its text with a program for that (OCR), and read what it saves."),
        )
    lines = [
        Line(block.start, block.end, page.text[block.start : block.end], is_apart=True)
        for block in page.blocks
    ]
    document = tidied_document(page, lines, _declared(reader), folds=False)
    return document if not failed else _with_warning(document, failed)


def _open(data: bytes) -> PdfReader:
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError as error:
        raise missing_extra("PDF", "pdf") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it writes to stderr otherwise
    try:
        reader = PdfReader(io.BytesIO(data))
        is_locked = reader.is_encrypted and not reader.decrypt("")
        count = len(reader.pages) if not is_locked else 0
    except (PyPdfError, *_FAULTS) as error:
        raise ArticleUnreadableError(
            _("The PDF document is damaged, or protected in a way that is not known."),
            advice=_("Print it to a new PDF document with the program that shows it."),
        ) from error
    if is_locked:
        raise ArticleUnreadableError(
            _("The file is protected by a password."),
            advice=_("Save it without the password with the program that made it."),
        )
    if count > MOST_PAGES:
        sentence = _("The document has {count} pages, and at most {limit} are read.")
        raise ArticleUnreadableError(sentence.format(count=count, limit=MOST_PAGES))
    return reader


def _texts(reader: PdfReader) -> tuple[list[str], int]:
    """The text of each page, and how many pages cannot be read."""
    from pypdf.errors import PyPdfError

    texts, failed = [], 0
    for number in range(len(reader.pages)):
        try:
            texts.append(reader.pages[number].extract_text())
        except (PyPdfError, *_FAULTS):
            failed += 1
    return texts, failed


def _declared(reader: PdfReader) -> Declared:
    from pypdf.errors import PyPdfError

    declared = Declared()
    try:
        said = reader.metadata
        values = {} if said is None else {"title": said.title, "authors": said.author}
    except (PyPdfError, *_FAULTS):
        values = {}
    for field, value in values.items():
        if value:
            declared.add(field, str(value), f"pdf:{field}", _SAID)
    return declared


def _with_warning(document: Document, failed: int) -> Document:
    warning = ngettext(
        "{count} page cannot be read.", "{count} pages cannot be read.", failed
    ).format(count=failed)
    return replace(document, warnings=(*document.warnings, warning))
