"""A PDF document to paragraphs: what is printed on its pages, in their order."""

from __future__ import annotations

import io
import logging
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.importers.declared import Declared
from bulletin_tui.importers.encodings.fonts import old_fonts_warning
from bulletin_tui.importers.extras import missing_extra
from bulletin_tui.importers.folded import with_folded
from bulletin_tui.importers.page import Page
from bulletin_tui.importers.pdf.contents import in_contents, leads_to_page
from bulletin_tui.importers.pdf.lines import read_pages
from bulletin_tui.importers.pdf.printed import NOTHING_PRINTED, read_page
from bulletin_tui.importers.styled_text import StyledText
from bulletin_tui.importers.tidied import tidied_document
from bulletin_tui.importers.tidy.lines import Line
from bulletin_tui.model.article import (
    BlockKind,
    Boilerplate,
    Document,
    Evidence,
    Span,
)
from bulletin_tui.words import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdf import PdfReader

    from bulletin_tui.importers.pdf.printed import PrintedPage

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
_RECOGNISE = N_("Recognise its text with a program for that (OCR), and read what it saves.")
_UNTOLD = re.compile("[\u2400-\u2421\ufffd\ue000-\uf8ff]")
"""What stands for a letter of which only its place in a font is known."""
_MOST_UNTOLD, _NOTICED = 0.2, 0.01
"""Of all letters: of a text that cannot be read, and of one of which that is told."""
_ABOVE_TEXT = 0.6
_BETWEEN_HEADS = " · "
_FEWEST_SPACES = 24
"""Of a paragraph; a title has fewer."""


def read_pdf(data: bytes) -> Document:
    """Raises ArticleUnreadableError, also where pypdf is missing and for pages without text."""
    reader = _open(data)
    pages, failed = _pages(reader)
    if not pages:
        raise ArticleUnreadableError(_("There are no pages in the PDF document."))
    printed = read_pages(pages)
    page = Page()
    for paragraph in printed.paragraphs:
        page.add(BlockKind.PARAGRAPH, StyledText(paragraph))
    untold = _share_of_untold(page.text)
    _refuse_unreadable(page, untold)
    lines = [
        Line(block.start, block.end, page.text[block.start : block.end], is_apart=True)
        for block in page.blocks
    ]
    for kind in printed.heads:
        page.add(BlockKind.PARAGRAPH, StyledText(_BETWEEN_HEADS.join(kind)))
    document = tidied_document(page, lines, _declared(reader), folds=False)
    heads = len(page.blocks) - len(lines)
    is_contents = in_contents([line.text for line in lines]) + [False] * heads
    document = _titled(document, printed.heads)
    document = with_folded(document, is_contents, Boilerplate.NAVIGATION, "contents")
    is_head = [False] * len(lines) + [True] * heads
    document = with_folded(document, is_head, Boilerplate.RUNNING_HEAD, "running_head")
    warnings = _warnings(pages, failed, untold)
    return replace(document, warnings=(*document.warnings, *warnings))


def _refuse_unreadable(page: Page, untold: float) -> None:
    if not page.blocks:
        sentence = _("There is no text in the PDF document: it is made of pictures, such as scans.")
        raise ArticleUnreadableError(sentence, advice=_(_RECOGNISE))
    if untold > _MOST_UNTOLD:
        sentence = _("The PDF document does not say which letters its fonts show.")
        raise ArticleUnreadableError(sentence, advice=_(_RECOGNISE))


def _share_of_untold(text: str) -> float:
    """Of all that is printed, spaces aside."""
    return len(_UNTOLD.findall(text)) / max(1, len("".join(text.split())))


def _titled(document: Document, heads: Sequence[Sequence[str]]) -> Document:
    """With the short line right above the first paragraph as its title where it has none.

    A line that is printed more than once is the head of every page.
    """
    if document.metadata.title:
        return document
    words = [document.text[block.start : block.end] for block in document.blocks]
    first = next((at for at, text in enumerate(words) if _is_paragraph(text)), 0)
    running = {head for kind in heads for head in kind}
    if not first or not _may_be_title(words[first - 1]) or words[first - 1] in running:
        return document
    if words.count(words[first - 1]) > 1:
        return document
    block, title = document.blocks[first - 1], words[first - 1]
    evidence = Evidence("title", title, "title", _ABOVE_TEXT, Span(block.start, block.end))
    return replace(
        document,
        metadata=replace(document.metadata, title=title),
        provenance=replace(document.provenance, evidence=(*document.provenance.evidence, evidence)),
    )


def _is_paragraph(text: str) -> bool:
    return text.count(" ") >= _FEWEST_SPACES


def _may_be_title(text: str) -> bool:
    is_short = text.count(" ") < _FEWEST_SPACES and not leads_to_page(text)
    return is_short and any(map(str.isalpha, text)) and not text.endswith((".", ";", ":", ","))


def _open(data: bytes) -> PdfReader:
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, PyPdfError
    except ImportError as error:
        raise missing_extra("PDF", "pdf") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it writes to stderr otherwise
    try:
        reader = PdfReader(io.BytesIO(data))
        is_locked = reader.is_encrypted and not reader.decrypt("")
        count = len(reader.pages) if not is_locked else 0
    except DependencyError as error:
        raise _missing_cipher() from error
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


def _pages(reader: PdfReader) -> tuple[list[PrintedPage], int]:
    """What is printed on each page, and how many pages cannot be read."""
    from pypdf.errors import DependencyError, PyPdfError

    pages, failed = [], 0
    for number in range(len(reader.pages)):
        try:
            pages.append(read_page(reader.pages[number]))
        except DependencyError as error:
            raise _missing_cipher() from error
        except (PyPdfError, *_FAULTS):
            failed += 1
            pages.append(NOTHING_PRINTED)
    return pages, failed


def _missing_cipher() -> ArticleUnreadableError:
    sentence = _("The PDF document is encrypted; reading it needs a library: {command}")
    return ArticleUnreadableError(sentence.format(command="pip install cryptography"))


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


def _warnings(pages: Sequence[PrintedPage], failed: int, untold: float) -> Iterator[str]:
    """What is said of pages of which `failed` cannot be read, and of letters that are not told."""
    old_fonts = frozenset().union(*(page.old_fonts for page in pages))
    if old_fonts:
        yield old_fonts_warning(old_fonts)
    if failed:
        sentence = ngettext("{count} page cannot be read.", "{count} pages cannot be read.", failed)
        yield sentence.format(count=failed)
    empty = sum(not page.lines for page in pages) - failed
    if empty:
        sentence = ngettext(
            "{count} page has no text; it may be a scan.",
            "{count} pages have no text; they may be scans.",
            empty,
        )
        yield sentence.format(count=empty)
    if untold > _NOTICED:
        yield _("The document does not say which letters some of its fonts show.")
