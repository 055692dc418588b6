"""What is typed into the search box, understood.

Every string is a query: syntax that cannot be used is taken literally and a hint says what to write
instead. A condition that is still being typed is set aside, as it means something else with the
next key.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bulletin_tui.model.search import Field, MarkCondition, Query, Term
from bulletin_tui.search import query_hints as hints
from bulletin_tui.search.query_names import (
    AFTER,
    BEFORE,
    FIELDS,
    IN,
    IS,
    MARKS,
    NAMES,
    NOTES,
    canonical_value,
)
from bulletin_tui.search.query_tokens import tokens
from bulletin_tui.text.clean import clean_line
from bulletin_tui.text.dates import parse_printed_date
from bulletin_tui.text.fold import unify
from bulletin_tui.text.words import word_spans

if TYPE_CHECKING:
    from bulletin_tui.model.article import PrintedDate
    from bulletin_tui.search.query_tokens import Token

MOST_CHARACTERS = 512
MOST_TERMS = 32
"""Words and phrases, alternatives counted one by one."""
_MOST_RAW = 4 * MOST_CHARACTERS
"""What is looked at before cleaning, which may shorten it: marks typed apart, escape sequences."""

_OTHER_END = {BEFORE: AFTER, AFTER: BEFORE}
"""What is not before a date is after it, and the reverse."""
_LOOSE_ENDS = "-/.,;"
"""Where a date may go on, or a sentence does."""
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MARKED = re.compile("[^\\W\\d_][\u0300-\u0323]+")
_WIDE = str.maketrans(
    dict.fromkeys("：﹕", ":") | dict.fromkeys("＂〝〞〟「」『』《》", '"') | {"｜": "|", "－": "-"}
)
"""The signs of the language as East Asian keyboards type them."""
_NAME = re.compile(r"(?P<name>[A-Za-z]+):(?P<value>[^/].*)?")


def parse_query(typed: str, *, is_final: bool = False) -> Query:
    """The query that `typed` stands for; its own `typed` is NFC, cleaned, on one line.

    The last word is unfinished unless white space or a quote follows it. With `is_final` no more
    is typed, so a condition at the end is not set aside; a word there still stands for longer ones.
    """
    text = clean_line(typed[:_MOST_RAW]).translate(_WIDE)
    text = unify(_MARKED.sub(_with_marks_in_order, text))
    if len(text) <= MOST_CHARACTERS and len(typed) <= _MOST_RAW:
        return _Reader(text, is_final).read(is_ended=typed[-1:].isspace())
    beginning = text[:MOST_CHARACTERS]
    reader = _Reader(beginning.rpartition(" ")[0] or beginning, is_final, [hints.too_long()])
    return reader.read(is_ended=True)


@dataclass(slots=True)
class _Reader:
    """Goes through a cleaned line once and collects what it asks for."""

    text: str
    is_final: bool
    hints: list[str] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    conditions: dict[MarkCondition, None] = field(default_factory=dict)
    """In their order, each once."""
    dates: dict[str, PrintedDate] = field(default_factory=dict)
    is_in_notes: bool = False
    symbols: list[str] = field(default_factory=list)
    """Values without a letter or digit: looked for only when there is nothing else."""
    room: int = MOST_TERMS

    def read(self, *, is_ended: bool) -> Query:
        """Everything that the line asks for."""
        for token in tokens(self.text, is_ended=is_ended):
            if self.room == 0:
                self.hints.append(hints.too_long())
                break
            if token.is_after_bar:
                self.hints.append(hints.lone_bar())
            self._read_token(token)
        query = self._query()
        if query.is_empty and any(self.symbols):
            self.terms.append(Term((" ".join(filter(None, self.symbols)),), phrase=True))
            return self._query()
        return query

    def _query(self) -> Query:
        return Query(
            typed=self.text,
            terms=tuple(self.terms),
            conditions=tuple(self.conditions),
            in_notes=self.is_in_notes,
            before=self.dates.get(BEFORE),
            after=self.dates.get(AFTER),
            hint=self.hints[0] if self.hints else "",
        )

    def _read_token(self, token: Token) -> None:
        if not token.name:
            if not self._is_lone_name(token):
                self._add_term(token, Field.ANY)
        elif not any(map(word_spans, token.values)):
            self._want_value(token.name, token.canonical_name)
        elif token.canonical_name in FIELDS:
            self._add_term(token, FIELDS[token.canonical_name])
        elif not self._is_condition(token):
            self._take_literally(token)

    def _is_lone_name(self, token: Token) -> bool:
        """Whether nothing follows a known name; says so, and which names are unknown."""
        match = None if token.is_phrase else _NAME.fullmatch(token.values[0])
        if match is None:
            return False
        if match["name"].lower() in NAMES:
            self._want_value(match["name"], match["name"].lower())
            return True
        if match["value"]:
            self.hints.append(hints.unknown_name(match["name"]))
        return False

    def _is_condition(self, token: Token) -> bool:
        """Whether a name that takes no words has a value that it knows; it is kept then."""
        name, value = token.canonical_name, "|".join(token.values)
        if name in _OTHER_END:
            date = parse_printed_date(value.rstrip(_LOOSE_ENDS))
            if date is not None:
                self.dates[_OTHER_END[name] if token.is_negated else name] = date
            return date is not None
        mark = MARKS.get(canonical_value(value)) if name == IS else None
        if mark is not None:
            self.conditions[MarkCondition(mark, token.is_negated)] = None
            return True
        is_in_notes = name == IN and _means_notes(value) and not token.is_negated
        self.is_in_notes |= is_in_notes
        return is_in_notes

    def _want_value(self, typed: str, name: str) -> None:
        self.hints.append(hints.value_wanted(typed, name))

    def _take_literally(self, token: Token) -> None:
        name, value = token.canonical_name, "|".join(token.values)
        if token.is_open and not self.is_final:
            self._want_value(token.name, name)
            return
        if name == IN and _means_notes(value):
            self.hints.append(hints.no_opposite())
        else:
            self.hints.append(hints.unknown_value(token.name, name, value))
        self.terms.append(Term((token.source,), phrase=True, negated=token.is_negated))
        self.room -= 1

    def _add_term(self, token: Token, where: Field) -> None:
        with_words = tuple(value for value in token.values if word_spans(value))
        if not with_words:
            self.symbols.append("-" * token.is_negated + token.source)
            return
        if token.is_misplaced:
            self.hints.append(hints.misplaced())
        if len(with_words) > self.room:
            self.hints.append(hints.too_long())
        alternatives = with_words[: self.room]
        self.room -= len(alternatives)
        self.terms.append(
            Term(
                alternatives=alternatives,
                field=where,
                phrase=token.is_phrase,
                negated=token.is_negated,
                unfinished=not token.is_negated and _is_unfinished(token, alternatives),
            )
        )


def _means_notes(value: str) -> bool:
    return canonical_value(value) == NOTES


def _is_unfinished(token: Token, alternatives: tuple[str, ...]) -> bool:
    """Whether the next key may go on with the last word."""
    last = alternatives[-1]
    return token.is_open and last == token.values[-1] and word_spans(last)[-1].end == len(last)


def _with_marks_in_order(match: re.Match[str]) -> str:
    """A letter whose tone was typed before its hat, breve or horn, composed after all."""
    letters = unicodedata.normalize("NFD", match[0])
    marks = sorted(letters[1:], key=_TONES.__contains__)
    return unicodedata.normalize("NFC", letters[0] + "".join(marks))
