"""An article's data in one line, for lists of every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.text.dates import format_printed_date
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.article import ArticleSummary


def meta_line(article: ArticleSummary) -> str:
    """Publisher, place and date of an article, as far as they are known."""
    parts = (article.source or _("Unknown source"), article.place, _dated(article))
    return " · ".join(part for part in parts if part)


def _dated(article: ArticleSummary) -> str | None:
    if article.published:
        return format_printed_date(article.published)
    if article.updated:
        return _("updated {date}").format(date=format_printed_date(article.updated))
    return None
