"""What stands above an article's text: its title and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.services.describing import meta_line
from bulletin_tui.services.reading import reading_minutes
from bulletin_tui.ui.rendering.head import ArticleHeader
from bulletin_tui.words import _, ngettext

if TYPE_CHECKING:
    from bulletin_tui.model.article import Article


def article_header(opened: Article) -> ArticleHeader:
    """The title, then publisher, place, date, authors and reading time, then documents cited,
    and what of the file could not be used.
    """
    article = opened.summary
    minutes = reading_minutes(article.words)
    length = ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    lines = [" · ".join((meta_line(article), *article.authors, length))]
    if article.documents:
        lines.append(_("Cites {documents}").format(documents=", ".join(article.documents)))
    if article.portal:
        lines.append(_("Taken from {portal}").format(portal=article.portal))
    lines.extend(f"! {warning}" for warning in opened.document.warnings)
    return ArticleHeader(article.title, tuple(lines))
