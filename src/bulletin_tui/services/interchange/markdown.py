"""Annotations set in Markdown, for people; whatever is quoted stays plain words."""

from __future__ import annotations

import re
import shlex
from datetime import UTC
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnchorState, AnnotationKind, HighlightColor
from bulletin_tui.services.interchange.outgoing import whole_note
from bulletin_tui.services.quoting import quoted_code, quoted_line, quoted_lines
from bulletin_tui.text.clean import clean_line
from bulletin_tui.text.dates import format_printed_date
from bulletin_tui.text.outline import paragraph_number
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bulletin_tui.model.annotation import Annotation, PlacedAnnotation
    from bulletin_tui.model.article import Article
    from bulletin_tui.services.marked_articles import MarkedArticle

_COLORS = {
    HighlightColor.YELLOW: N_("yellow"),
    HighlightColor.GREEN: N_("green"),
    HighlightColor.BLUE: N_("blue"),
    HighlightColor.PINK: N_("pink"),
    HighlightColor.ORANGE: N_("orange"),
}
_BLANK_LINES = re.compile(r"\n\s*\n")


def set_in_markdown(articles: Sequence[MarkedArticle]) -> str:
    """The whole document: a heading an article, a quotation a mark."""
    title = _("Marks")
    parts = [f"# {title}"]
    for marked in articles:
        parts.extend(_article_parts(marked))
    if not articles:
        parts.append(_("Nothing has been marked yet."))
    return "\n\n".join(parts) + "\n"


def show_command(article_id: str) -> str:
    """The command that leads back to an article."""
    return clean_line(f"bulletin show {shlex.quote(article_id)}")


def _article_parts(marked: MarkedArticle) -> Iterator[str]:
    article = marked.article
    dated = article.summary.dated if article is not None else None
    yield f"## {quoted_line(clean_line(marked.title))}"
    yield _joined(
        quoted_line(clean_line(marked.source or "")),
        format_printed_date(dated) if dated is not None else "",
        quoted_code(show_command(marked.id)) if article is not None else _("the article is gone"),
    )
    for placed in marked.placed:
        yield from _mark_parts(placed, article)


def _mark_parts(placed: PlacedAnnotation, article: Article | None) -> Iterator[str]:
    annotation = placed.annotation
    yield "\n".join(f"> {line}".rstrip() for line in quoted_lines(annotation.quote.exact))
    yield _joined(
        _kind_in_words(annotation),
        _place_in_words(placed, article),
        ", ".join(quoted_line(tag) for tag in annotation.tags),
        f"{annotation.created_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC",
    )
    for paragraph in filter(None, _BLANK_LINES.split(whole_note(annotation))):
        # A backslash at the end of a line keeps the line's end.
        yield "\\\n".join(quoted_lines(paragraph))


def _joined(*facts: str) -> str:
    return " · ".join(fact for fact in facts if fact)


def _kind_in_words(annotation: Annotation) -> str:
    if annotation.kind is AnnotationKind.BOOKMARK or annotation.color is None:
        return _("Bookmark")
    return _("Highlight, {color}").format(color=_(_COLORS[annotation.color]))


def _place_in_words(placed: PlacedAnnotation, article: Article | None) -> str:
    if placed.span is None or article is None:
        return _("no longer in the text")
    number = paragraph_number(article.document, placed.span.start)
    if placed.state is AnchorState.MOVED:
        return _("¶ {number}, found again in a changed text").format(number=number)
    return _("¶ {number}").format(number=number)
