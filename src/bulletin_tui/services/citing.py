"""A passage with where it comes from, ready to be pasted into another text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.article import BlockKind
from bulletin_tui.text.dates import format_printed_date
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.article import Article, Block, Span


def cite(article: Article, span: Span) -> str:
    """The passage in quotation marks, then author, title, source, date, heading and paragraph."""
    summary = article.summary
    passage = " ".join(article.text[span.start : span.end].split())
    dated = summary.dated
    parts = (
        ", ".join(summary.authors),
        f"“{summary.title}”",
        summary.source,
        format_printed_date(dated) if dated else None,
        heading_at(article, span.start),
        _("¶ {number}").format(number=paragraph_number(article, span.start)),
    )
    return f"“{passage}”\n— {', '.join(part for part in parts if part)}"


def paragraph_number(article: Article, offset: int) -> int:
    """Which block that is not a heading holds the offset, counted from 1."""
    before = (
        block
        for block in article.document.blocks
        if block.kind is not BlockKind.HEADING and block.start <= offset
    )
    return max(1, sum(1 for _block in before))


def heading_at(article: Article, offset: int) -> str | None:
    """The nearest heading above the offset."""
    found: Block | None = None
    for block in article.document.blocks:
        if block.start > offset:
            break
        if block.kind is BlockKind.HEADING:
            found = block
    return article.text[found.start : found.end] if found else None
