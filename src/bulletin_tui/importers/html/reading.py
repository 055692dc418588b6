"""A page, decoded, to its document: walked, tidied, and what it declares of itself."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.importers.html.head import Head
from bulletin_tui.importers.html.layout import lines_of, set_page
from bulletin_tui.importers.html.titles import without_site
from bulletin_tui.importers.html.tokens import tokens
from bulletin_tui.importers.html.walker import Walker
from bulletin_tui.importers.html_words import visible_lines
from bulletin_tui.importers.page import Page
from bulletin_tui.importers.styled_text import StyledText
from bulletin_tui.importers.tidy.lines import FOLDED_FROM, LineContext, LineReading
from bulletin_tui.importers.tidy.tidying import tidy
from bulletin_tui.model.article import Block, BlockKind, Document, Provenance
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
    return replace(_document(head, pieces, walker), warnings=warnings)


def _walk(source: str, *, shows_all: bool = False) -> tuple[Head, Walker]:
    is_xml = _XML.match(source) is not None
    head, walker = Head(), Walker(is_xml=is_xml, shows_all=shows_all)
    for token in tokens(source, is_xml=is_xml):
        head.take(token)
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
    tidied = tidy(lines, head.declared.metadata(), head.declared.evidence())
    blocks = [
        _tidied(block, line, reading)
        for block, line, reading in zip(page.blocks, lines, tidied.readings, strict=True)
    ]
    title = tidied.metadata.title or head.declared.find("title") or _heading(lines)
    return Document(
        page.text,
        tuple(blocks),
        page.inlines,
        replace(tidied.metadata, title=title),
        provenance=Provenance(evidence=tidied.evidence),
    )


def _declare_title(head: Head, lines: Sequence[Line]) -> None:
    title = clean_line(head.title)
    if title:
        seen = {line.text.lower() for line in lines}
        title, confidence = without_site(title, head.declared.find("source"), seen)
        head.declared.add("title", title, "title", confidence)


def _heading(lines: Sequence[Line]) -> str | None:
    """What stands largest on the page."""
    for context in (LineContext.TITLE, LineContext.HEADING):
        for line in lines:
            if line.context is context:
                return line.text
    return None


def _tidied(block: Block, line: Line, reading: LineReading) -> Block:
    """The block as the tidying has it; a table stays one."""
    kind, level, marker = block.kind, block.level, block.marker
    if kind is BlockKind.PARAGRAPH and line.context is LineContext.CAPTION:
        kind = BlockKind.CAPTION
    if reading.kind not in (None, kind, BlockKind.TABLE) and kind is not BlockKind.TABLE:
        kind, level, marker = reading.kind or kind, reading.level, ""
    is_folded = reading.boilerplate is not None and reading.confidence >= FOLDED_FROM
    return replace(
        block,
        kind=kind,
        level=level,
        marker=marker,
        boilerplate=reading.boilerplate,
        is_folded=is_folded,
    )
