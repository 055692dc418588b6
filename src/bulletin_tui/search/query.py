"""What is typed into the search box, understood.

Every string is a query: syntax that cannot be used is taken literally and a hint says so.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bulletin_tui.model.search import Field, Query, Term
from bulletin_tui.text.clean import clean_line
from bulletin_tui.text.dates import parse_printed_date
from bulletin_tui.text.fold import unify
from bulletin_tui.text.words import word_spans
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.article import PrintedDate

MOST_CHARACTERS = 512
MOST_TERMS = 32
_MOST_RAW = 4 * MOST_CHARACTERS
"""What is looked at before cleaning, which may shorten it: marks typed apart, escape sequences."""

_FIELDS = {where.value: where for where in Field if where is not Field.ANY}
_DATES = ("before", "after")
"""What is not before a date is after it, and the reverse."""
_VALUE = r'(?:"[^"]*(?:"|$)|[^\s|"][^\s|]*)'
_TOKEN = re.compile(
    rf"""
    (?P<negated>-)?
    (?: (?P<name>{"|".join([*_FIELDS, *_DATES])}) :\s* )?
    (?P<values>{_VALUE} (?: \s*\|\s* {_VALUE} )*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_VALUES = re.compile(_VALUE)
_MARKED = re.compile("[^\\W\\d_][\u0300-\u0323]+")
_NAME = re.compile(r"(?P<name>[a-z]+):(?P<value>.*)", re.IGNORECASE)


def parse_query(typed: str) -> Query:
    """The query that `typed` stands for; its own `typed` is NFC, cleaned, on one line.

    The last word is unfinished unless white space or a quote follows it.
    """
    text = unify(_MARKED.sub(_with_marks_in_order, clean_line(typed[:_MOST_RAW])))
    if len(text) <= MOST_CHARACTERS and len(typed) <= _MOST_RAW:
        return _Reader(text, is_ended=typed[-1:].isspace()).read()
    beginning = text[:MOST_CHARACTERS]
    reader = _Reader(beginning.rpartition(" ")[0] or beginning, is_ended=True)
    reader.say_too_long()
    return reader.read()


@dataclass(slots=True)
class _Token:
    """One term as it was written."""

    source: str
    name: str
    values: list[str]
    """Without their quotes, if they had any."""
    is_phrase: bool
    is_negated: bool
    is_unfinished: bool


@dataclass(slots=True)
class _Reader:
    """Goes through a cleaned line once and collects what it asks for."""

    text: str
    is_ended: bool
    terms: list[Term] = field(default_factory=list)
    dates: dict[str, PrintedDate] = field(default_factory=dict)
    symbols: list[str] = field(default_factory=list)
    """Values without a letter or digit: looked for only when there is nothing else."""
    hints: list[str] = field(default_factory=list)

    def read(self) -> Query:
        """Everything that the line asks for."""
        for match in _TOKEN.finditer(self.text):
            if len(self.terms) == MOST_TERMS:
                self.say_too_long()
                break
            self._read_token(self._token(match))
        if not self.terms and not self.dates and self.symbols:
            self.terms.append(Term((" ".join(self.symbols),), phrase=True))
        return Query(
            typed=self.text,
            terms=tuple(self.terms),
            before=self.dates.get("before"),
            after=self.dates.get("after"),
            hint=self.hints[0] if self.hints else "",
        )

    def say_too_long(self) -> None:
        """Tell that something at the end is left out."""
        self.hints.append(_("The search is too long: only its beginning was used."))

    def _token(self, match: re.Match[str]) -> _Token:
        values = _VALUES.findall(match["values"])
        words = word_spans(values[-1])
        is_last = match.end() == len(self.text) and not self.is_ended
        return _Token(
            source=match[0],
            name=(match["name"] or "").lower(),
            values=[value.strip('" ') for value in values],
            is_phrase=any(value.startswith('"') for value in values),
            is_negated=bool(match["negated"]),
            is_unfinished=is_last and bool(words) and words[-1].end == len(values[-1]),
        )

    def _read_token(self, token: _Token) -> None:
        if token.name in _DATES:
            self._read_date(token)
        elif token.name or not self._is_lone_name(token):
            self._add_term(token, token.values, _FIELDS.get(token.name, Field.ANY))

    def _read_date(self, token: _Token) -> None:
        value = "|".join(token.values)
        date = parse_printed_date(value)
        if date is not None:
            other = _DATES[1 - _DATES.index(token.name)]
            self.dates[other if token.is_negated else token.name] = date
            return
        hint = _("“{value}” is not a date; write it like 2018, 10/2018 or 18/10/2018.")
        self.hints.append(hint.format(value=value))
        if not token.is_unfinished:
            self._add_term(token, [token.source.replace('"', " ")], Field.ANY)

    def _is_lone_name(self, token: _Token) -> bool:
        """Whether nothing follows the name of a field; says so, and which names are unknown."""
        match = _NAME.fullmatch(token.values[0])
        if match is None or match["value"].startswith("/"):
            return False
        is_known = match["name"].lower() in {*_FIELDS, *_DATES}
        if is_known:
            hint = _("Write what to look for behind “{name}:”.")
            self.hints.append(hint.format(name=match["name"]))
        elif match["value"]:
            hint = _("“{name}:” is not known here, so it was searched as a word.")
            self.hints.append(hint.format(name=match["name"]))
        return is_known

    def _add_term(self, token: _Token, values: list[str], where: Field) -> None:
        with_words = tuple(value for value in values if word_spans(value))
        if not with_words:
            self.symbols += [value for value in values if value and not value.isspace()]
            return
        self.terms.append(
            Term(
                alternatives=with_words,
                field=where,
                phrase=token.is_phrase,
                negated=token.is_negated,
                unfinished=token.is_unfinished and not token.is_negated,
            )
        )


def _with_marks_in_order(match: re.Match[str]) -> str:
    """A letter whose tone was typed before its hat, breve or horn, composed after all."""
    letters = unicodedata.normalize("NFD", match[0])
    marks = sorted(letters[1:], key=_TONES.__contains__)
    return unicodedata.normalize("NFC", letters[0] + "".join(marks))
