"""A passage with where it comes from, ready to be pasted into another text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.text.dates import format_printed_date
from bulletin_tui.text.outline import heading_at, paragraph_number
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.article import Article, Span


def cite(article: Article, text: str, span: Span) -> str:
    """The passage in quotation marks, then author, title, source, date, heading and paragraph.

    `text` is what is quoted of `span`: all of it, or what is shown.
    """
    summary = article.summary
    passage = " ".join(text.split())
    dated = summary.dated
    parts = (
        ", ".join(summary.authors),
        f"“{summary.title}”",
        summary.source,
        format_printed_date(dated) if dated else None,
        heading_at(article.document, span.start),
        _("¶ {number}").format(number=paragraph_number(article.document, span.start)),
    )
    return f"“{passage}”\n— {', '.join(part for part in parts if part)}"
