"""Markdown: front matter, then the text as blocks and styled runs over one canonical text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.importers.front_matter import split_front_matter
from bulletin_tui.importers.markdown_blocks import lay_out
from bulletin_tui.importers.markdown_syntax import DEEPEST_NESTING, markdown_parser
from bulletin_tui.importers.plain_text import read_as_written
from bulletin_tui.model.article import BlockKind, Document, Metadata
from bulletin_tui.text.clean import clean, clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from markdown_it.token import Token

LARGEST_MARKDOWN = 1024 * 1024
"""In code points. Of prose markdown-it reads this in a second, of the worst input in ten."""

_MOST_BRACKETS = 50_000
"""Each that is left open costs markdown-it some 30 µs."""

_TAB_STOP = 4
"""CommonMark's; where a tab ends decides what belongs to a list item."""


def read_markdown(text: str) -> Document:
    """A decoded file; what markdown-it cannot take in whole is shown as it is written."""
    front = split_front_matter(clean(text.expandtabs(_TAB_STOP)))
    document = _read_body(front.body)
    title = front.metadata.title or document.metadata.title
    return replace(
        document,
        metadata=replace(front.metadata, title=title),
        warnings=front.warnings + document.warnings,
    )


def _read_body(body: str) -> Document:
    if len(body) > LARGEST_MARKDOWN or body.count("[") > _MOST_BRACKETS:
        return _as_written(body, _("The text is too large to be laid out as Markdown."))
    try:
        tokens = markdown_parser().parse(body)
    except RecursionError:
        tokens = None
    if tokens is None or any(map(_is_at_the_limit, tokens)):
        return _as_written(body, _("The text is nested too deeply to be laid out as Markdown."))
    page = lay_out(tokens)
    headings = (block for block in page.blocks if block.kind is BlockKind.HEADING)
    top = next((heading for heading in headings if heading.level == 1), None)
    title = clean_line(page.text[top.start : top.end]) if top else None
    return Document(page.text, page.blocks, page.inlines, Metadata(title=title))


def _is_at_the_limit(token: Token) -> bool:
    """Whether what `token` opens may have been left out by markdown-it."""
    return token.nesting > 0 and token.level >= DEEPEST_NESTING - 1


def _as_written(body: str, warning: str) -> Document:
    return replace(read_as_written(body), warnings=(warning,))
