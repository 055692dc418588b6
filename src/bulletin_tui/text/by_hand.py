"""What a person says of an article, laid over what its file says of it.

A correction is a text: a value as it is, a date in ISO 8601, several values line by line, nothing
for what is known not to be there. An article that was corrected carries what was set aside.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Evidence, Metadata, PrintedDate, summarize
from bulletin_tui.text.clean import clean_line
from bulletin_tui.text.dates import iso_printed_date, parse_printed_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bulletin_tui.model.article import Article, ArticleSummary

DATES = ("published", "updated")
SEVERAL = ("authors", "tags", "documents")
FIELDS = tuple(
    "title source place authors published updated language category tags documents".split()
)
"""What can be corrected, in the order in which it is shown."""
BY_HAND = "corrected by hand"
"""The rule of the evidence for a value that a person gave."""
SET_ASIDE = "set aside"
"""The rule of the evidence for what the file says instead; its value is written as a correction."""

_PARTED = re.compile("[;\n]")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*", re.ASCII | re.IGNORECASE)
"""A tag of BCP 47; also as systems write it, such as vi_VN."""


class NotADateError(ValueError):
    """What was typed for a date is none."""


class NotALanguageError(ValueError):
    """What was typed for a language is no tag of one."""


def written(data: Metadata, field: str) -> str:
    """What is known of a field, as a correction would have it."""
    value: object = getattr(data, field)
    if isinstance(value, PrintedDate):
        return iso_printed_date(value)
    if isinstance(value, tuple):
        return "\n".join(value)
    return str(value or "")


def one_line(correction: str) -> str:
    """A correction as a reader sees it."""
    return correction.replace("\n", ", ")


def understood(field: str, typed: str) -> str:
    """The correction that was typed; several values are parted by line feeds or `;`.

    Raises NotADateError and NotALanguageError.
    """
    if field in SEVERAL:
        values = (clean_line(line) for line in _PARTED.split(typed))
        return "\n".join(dict.fromkeys(value for value in values if value))
    value = clean_line(typed)
    if field in DATES and value:
        date = parse_printed_date(value)
        if date is None:
            raise NotADateError(value)
        return iso_printed_date(date)
    if field == "language" and value:
        tag = _LANGUAGE.fullmatch(value)
        if tag is None:
            raise NotALanguageError(value)
        return tag[1].lower()  # as it is known of files, which are listed and found by it
    return value


def corrected(article: Article, corrections: Mapping[str, str]) -> Article:
    """The article by these corrections, and by none that were made to it before."""
    article = _as_filed(article)
    known = {field: corrections[field] for field in FIELDS if field in corrections}
    if not known:
        return article
    document, summary = article.document, article.summary
    data = replace(document.metadata, title=summary.title)
    given = [Evidence(field, one_line(text), BY_HAND, 1.0) for field, text in known.items()]
    aside = [Evidence(field, written(data, field), SET_ASIDE, 1.0) for field in known]
    evidence = (*document.provenance.evidence, *given, *aside)
    return _with(article, _filled(data, known), evidence)


def _as_filed(article: Article) -> Article:
    """The article as its file has it."""
    evidence = article.document.provenance.evidence
    aside = {each.field: each.value for each in evidence if each.rule == SET_ASIDE}
    if not aside:
        return article
    left = tuple(each for each in evidence if each.rule not in (BY_HAND, SET_ASIDE))
    return _with(article, _filled(article.document.metadata, aside), left)


def _with(article: Article, data: Metadata, evidence: tuple[Evidence, ...]) -> Article:
    document = article.document
    provenance = replace(document.provenance, evidence=evidence)
    return replace(
        article,
        summary=_summary(article.summary, data),
        document=replace(document, metadata=data, provenance=provenance),
    )


def _summary(known: ArticleSummary, data: Metadata) -> ArticleSummary:
    return summarize(data, known.id, data.title or known.title, known.paths, known.words)


def _filled(data: Metadata, texts: Mapping[str, str]) -> Metadata:
    def lines(field: str, now: tuple[str, ...]) -> tuple[str, ...]:
        text = texts.get(field)
        return now if text is None else tuple(filter(None, text.split("\n")))

    def line(field: str, now: str | None) -> str | None:
        text = texts.get(field)
        return now if text is None else text or None

    def date(field: str, now: PrintedDate | None) -> PrintedDate | None:
        text = texts.get(field)
        return now if text is None else parse_printed_date(text)

    return replace(
        data,
        title=line("title", data.title) or data.title,
        source=line("source", data.source),
        place=line("place", data.place),
        authors=lines("authors", data.authors),
        published=date("published", data.published),
        updated=date("updated", data.updated),
        language=line("language", data.language),
        category=line("category", data.category),
        tags=lines("tags", data.tags),
        documents=lines("documents", data.documents),
    )
