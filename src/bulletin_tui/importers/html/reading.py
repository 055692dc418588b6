"""A page, decoded, to its document: walked, tidied, and what it declares of itself."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.importers.html.head import Head
from bulletin_tui.importers.html.layout import lines_of, set_page
from bulletin_tui.importers.html.marked import Marked
from bulletin_tui.importers.html.titles import without_site
from bulletin_tui.importers.html.tokens import tokens
from bulletin_tui.importers.html.walker import Walker
from bulletin_tui.importers.html_words import visible_lines
from bulletin_tui.importers.page import Page
from bulletin_tui.importers.styled_text import StyledText
from bulletin_tui.importers.tidied import tidied_document
from bulletin_tui.model.article import BlockKind, Document
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.importers.html.pieces import Piece
    from bulletin_tui.importers.tidy.lines import Line

MOST_TAGS = 200_000
"""A page with more `<` is not laid out: it would take longer than a file may."""
_FEWEST_HIDDEN_WORDS = 50
_MOST_HIDDEN = 4
"""Hidden words for each visible one; a page with more is shown by a script in a browser."""
_XML = re.compile(r"\s*<\?xml\b")


def read_html(source: str) -> Document:
    """A decoded page: all its visible words, in order, whatever its markup is worth."""
    if source.count("<") > MOST_TAGS:
        return _as_words(source)
    head, walker = _walk(source)
    warnings: tuple[str, ...] = ()
    pieces = walker.finish()
    visible = sum(piece.words.count(" ") + 1 for piece in pieces)
    if walker.hidden_words > max(_FEWEST_HIDDEN_WORDS, _MOST_HIDDEN * visible):
        head, walker = _walk(source, shows_all=True)
        pieces = walker.finish()
        warnings = (_("Most of the page is hidden until a browser shows it; all of it is shown."),)
    document = _document(head, pieces, walker)
    return replace(document, warnings=(*warnings, *document.warnings))


def _walk(source: str, *, shows_all: bool = False) -> tuple[Head, Walker]:
    is_xml = _XML.match(source) is not None
    head, walker = Head(), Walker(is_xml=is_xml, shows_all=shows_all)
    marked = Marked(head.declared)
    for token in tokens(source, is_xml=is_xml):
        head.take(token)
        marked.take(token)
        walker.take(token)
    return head, walker


def _as_words(source: str) -> Document:
    page = Page()
    for line in visible_lines(source):
        page.add(BlockKind.PARAGRAPH, StyledText(clean_line(line)))
    return Document(
        page.text, page.blocks, warnings=(_("The page is too large to be laid out as HTML."),)
    )


def _document(head: Head, pieces: Sequence[Piece], walker: Walker) -> Document:
    page = set_page(pieces)
    lines = lines_of(page, pieces, walker.regions.contexts())
    _declare_title(head, lines)
    return tidied_document(page, lines, head.declared)


def _declare_title(head: Head, lines: Sequence[Line]) -> None:
    title = clean_line(head.title)
    if title:
        seen = {line.text.lower() for line in lines}
        title, confidence = without_site(title, head.declared.find("source"), seen)
        head.declared.add("title", title, "title", confidence)
