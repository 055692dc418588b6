"""What a file declares of itself in fields of its own: the values, and where each comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.bylines import bare_names, read_byline
from bulletin_tui.importers.tidy.names import is_nobody
from bulletin_tui.importers.tidy.seen import see_words
from bulletin_tui.model.article import Evidence, Metadata
from bulletin_tui.text.clean import clean_line
from bulletin_tui.text.dates import parse_printed_date
from bulletin_tui.text.fold import fold

if TYPE_CHECKING:
    from bulletin_tui.model.article import PrintedDate

LONGEST_VALUE = 400
"""In code points; what is longer is no title and no name."""
_MOST_VALUES = 20
"""Of one field."""
_SITE = 0.6
"""The confidence that whoever has published a page has written it."""
_LISTS = frozenset({"authors", "tags"})
_DATES = frozenset({"published", "updated"})
_ADDRESS = re.compile(r"(?:https?:|www\.|@)", re.IGNORECASE)
_ACCOUNT = re.compile(r"[a-z0-9._-]+")
_MADE_BY = re.compile(r"Microsoft (?:Word|Office Word|PowerPoint|Excel) - ", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"(?:untitled(?: document)?|(?:no|unknown) title|document|tài liệu|layout|slide"
    r"|powerpoint presentation)[-_ ]?[0-9]*"
    r"|.*\.(?:docx?|rtf|odt|pdf|xlsx?|pptx?|indd|qxd|pub|pmd|tmp)",
    re.IGNORECASE,
)
"""What programs call a document that nobody has named: it, or its file."""
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Value:
    words: str
    rule: str
    confidence: float


class Declared:
    """Values by the name of their field; the likeliest counts, the first of equals."""

    def __init__(self) -> None:
        self._values: dict[str, list[_Value]] = {}

    def add(self, field: str, value: str, rule: str, confidence: float) -> None:
        """Take a value as it stands there; what cannot be one is passed over."""
        words = _fit(field, value)
        values = self._values.setdefault(field, [])
        for each in _authors(words) if field == "authors" else (words,):
            if each and len(values) < _MOST_VALUES:
                values.append(_Value(each, rule, confidence))

    def find(self, field: str) -> str | None:
        """The value of the field that counts."""
        best = self._best(field)
        return best[0].words if best else None

    def evidence(self) -> tuple[Evidence, ...]:
        """One for each value that counts."""
        return tuple(
            Evidence(field, value.words, value.rule, value.confidence)
            for field in self._values
            for value in self._best(field)
        )

    def metadata(self) -> Metadata:
        """The values that count."""
        return Metadata(
            title=self.find("title"),
            source=self.find("source"),
            authors=tuple(value.words for value in self._best("authors")),
            published=self._date("published"),
            updated=self._date("updated"),
            language=self.find("language"),
            category=self.find("category"),
            tags=tuple(value.words for value in self._best("tags")),
        )

    def _best(self, field: str) -> list[_Value]:
        """The one that counts; of a list all that were said in the same place."""
        values = self._values.get(field)
        if not values:
            return []
        best = max(values, key=lambda value: value.confidence)
        if field not in _LISTS:
            return [best]
        if field == "authors":
            values = self._authors(values)
            best = max(values, key=lambda value: value.confidence)
        same = {value.words: value for value in values if value.rule == best.rule}
        return list(same.values())

    def _authors(self, values: list[_Value]) -> list[_Value]:
        """These authors, less sure of the site itself, and of names of accounts."""
        sites = {fold(site.words) for site in self._values.get("source", ())}
        return [
            replace(value, confidence=min(value.confidence, _SITE))
            if fold(value.words) in sites or _ACCOUNT.fullmatch(value.words)
            else value
            for value in values
        ]

    def _date(self, field: str) -> PrintedDate | None:
        value = self.find(field)
        return parse_printed_date(value) if value else None


def _authors(words: str) -> tuple[str, ...]:
    """The names in what a page declares, which may have a label as on the page itself."""
    line = see_words(words)
    byline = read_byline(line) or bare_names(line)
    return tuple(name for name in byline.names if not is_nobody(name)) if byline else (words,)


def _fit(field: str, value: str) -> str:
    """The value, clean; empty if it is none for this field."""
    words = clean_line(value[: 4 * LONGEST_VALUE])
    if len(words) > LONGEST_VALUE:
        return ""
    if field == "language":
        language = _LANGUAGE.fullmatch(words)
        return language[1].lower() if language else ""
    if field == "title":
        words = _MADE_BY.sub("", words, count=1)
        return "" if _NO_TITLE.fullmatch(words) else words
    if field in _DATES:
        return words if parse_printed_date(words) else ""
    if field == "authors" and (_ADDRESS.match(words) or is_nobody(words)):
        return ""
    return words
