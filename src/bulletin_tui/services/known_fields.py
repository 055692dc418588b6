"""What is known about an article, field by field, and where each value comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.services.rule_words import rule_words
from bulletin_tui.text.by_hand import (
    BY_HAND,
    DATES,
    FIELDS,
    SET_ASIDE,
    one_line,
    written,
)
from bulletin_tui.text.dates import format_printed_date, parse_printed_date
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from bulletin_tui.model.article import Article, Evidence

LABELS = {
    "title": N_("Title"),
    "source": N_("Publisher"),
    "place": N_("Place"),
    "authors": N_("Authors"),
    "published": N_("Published"),
    "updated": N_("Updated"),
    "language": N_("Language"),
    "category": N_("Category"),
    "tags": N_("Tags"),
    "documents": N_("Documents cited"),
}
"""What the fields are called, in the order in which they are shown."""

_LONGEST_LINE = 60
"""Code points of the line a value was found in that are enough to know it again."""


@dataclass(frozen=True, slots=True)
class KnownField:
    """One field of what is known."""

    field: str
    value: str
    """As a correction would have it; empty when nothing is known."""
    shown: str
    """As readers write it, on one line."""
    origin: str
    """Where it comes from, in words; empty when nothing is known."""
    is_corrected: bool

    @property
    def label(self) -> str:
        """What the field is called."""
        return _(LABELS[self.field])


def known_fields(article: Article) -> tuple[KnownField, ...]:
    """Every field that can be corrected."""
    return tuple(_known(article, field) for field in FIELDS)


def _known(article: Article, field: str) -> KnownField:
    value = written(article.document.metadata, field)
    if field == "title":
        value = article.summary.title
    evidence = [each for each in article.document.provenance.evidence if each.field == field]
    aside = next((each for each in evidence if each.rule == SET_ASIDE), None)
    if aside is not None:
        origin = _corrected_words(_shown(field, aside.value))
    else:
        found = next((each for each in evidence if each.rule != BY_HAND), None)
        origin = _origin(article, found) if found else _("from the file") if value else ""
    return KnownField(field, value, _shown(field, value), origin, aside is not None)


def _shown(field: str, value: str) -> str:
    date = parse_printed_date(value) if field in DATES and value else None
    return format_printed_date(date) if date else one_line(value)


def _corrected_words(file_says: str) -> str:
    if not file_says:
        return _("corrected by hand; the file does not say")
    return _("corrected by hand; the file says “{value}”").format(value=file_says)


def _origin(article: Article, found: Evidence) -> str:
    percent = f"{round(100 * found.confidence)} %"
    words = _("{rule}, {percent} certain").format(
        rule=rule_words(found.field, found.rule), percent=percent
    )
    if found.span is None:
        return words
    line = " ".join(article.text[found.span.start : found.span.end].split())
    if len(line) > _LONGEST_LINE:
        line = f"{line[:_LONGEST_LINE].rstrip()}…"
    return f"{words}: “{line}”"
