"""Narrowing the list of marks by what is typed: words, and fields such as `tag:` and `is:`.

A name or a value that is not known is taken as words; behind `is:` it is told, and fits no mark.
Values may be cut short and typed without accents; Vietnamese names are understood whatever the
language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from bulletin_tui.search.labels import label_words, match_label
from bulletin_tui.services.marks.filter_words import (
    COLORS,
    CONFLICT,
    ELSEWHERE,
    KINDS,
    NOTED,
    REMOVED,
    STATES,
    begun,
    fits,
    is_condition,
)
from bulletin_tui.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bulletin_tui.services.marks.facets import Facets
    from bulletin_tui.services.marks.listed import MarkList

_NAMES = {
    "tag": ("tag", "nhan"),
    "color": ("color", "colour", "mau"),
    "source": ("source", "nguon"),
    "kind": ("kind", "loai"),
    "is": ("is", "la"),
}
"""The names of the fields, folded."""
_TOKEN = re.compile(r'(-(?=\S))?(?:([^\W\d_]+):)?("[^"]*"?|\S*)')
_CANONICAL = {spelling: name for name, spellings in _NAMES.items() for spelling in spellings}

Marks: TypeAlias = frozenset[int]
"""Marks, by where they are in their list."""


@dataclass(frozen=True, slots=True)
class _Field:
    """A condition such as `tag:gia`; the value is not empty."""

    name: str
    value: str
    is_wanted: bool


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that marks must have, or must not."""

    word: str
    is_wanted: bool


@dataclass(frozen=True, slots=True)
class MarkFilter:
    """What was typed, understood."""

    words: str
    """The words that marks must have, to be pointed out in them."""
    terms: tuple[_Field | _Word, ...]

    @property
    def unknown_condition(self) -> str:
        """What was typed behind `is:` and means nothing there; empty when all of it is known."""
        fields = (term for term in self.terms if isinstance(term, _Field) and term.name == "is")
        values = (field.value for field in fields)
        return next((value for value in values if not is_condition(value)), "")

    @property
    def is_for_removed(self) -> bool:
        """Whether it asks for marks that were removed, which are not shown otherwise."""
        return any(
            isinstance(term, _Field) and term.is_wanted and _asks_for_removed(term)
            for term in self.terms
        )

    def fitting(self, marks: MarkList) -> Marks:
        """The marks that fit."""
        if self.unknown_condition:
            return frozenset()
        facets = marks.facets
        found = facets.removed if self.is_for_removed else facets.present
        for term in self.terms:
            meant = _meant_by(facets, term)
            found = found & meant if term.is_wanted else found - meant
        return found


def parse_filter(typed: str) -> MarkFilter:
    """Understand what was typed; never fails."""
    words: list[str] = []
    terms: list[_Field | _Word] = []
    for match in _TOKEN.finditer(typed):
        name, value = _CANONICAL.get(fold(match[2] or "")), match[3].strip('"')
        is_wanted = not match[1]
        if name and not value:  # it is still being typed
            continue
        if name and _is_known(name, value):
            terms.append(_Field(name, value, is_wanted))
            continue
        text = match[0] if is_wanted else match[0][1:]
        words += [text] if is_wanted and text else []
        terms += (_Word(word, is_wanted) for word in label_words(text))
    return MarkFilter(" ".join(words), tuple(terms))


def _is_known(name: str, value: str) -> bool:
    """Whether the value means anything behind the name."""
    if name == "color":
        return bool(begun(COLORS, value))
    if name == "kind":
        return bool(begun(KINDS, value))
    return True


def _meant_by(facets: Facets, term: _Field | _Word) -> Marks:
    if isinstance(term, _Word):
        return facets.words.beginning(term.word)
    value = term.value
    if term.name == "tag":
        return _united(facets.by_tag, (tag for tag in facets.by_tag if _matches(value, tag)))
    if term.name == "source":
        return _united(facets.by_source, (one for one in facets.by_source if _matches(value, one)))
    if term.name == "color":
        return _united(facets.by_color, begun(COLORS, value))
    if term.name == "kind":
        return _united(facets.by_kind, begun(KINDS, value))
    return _in_state(facets, value)


def _in_state(facets: Facets, value: str) -> Marks:
    rest = (
        (NOTED, facets.noted),
        (CONFLICT, facets.conflicting),
        (ELSEWHERE, facets.elsewhere),
        (REMOVED, facets.removed),
    )
    by_kind = _united(facets.by_kind, begun(KINDS, value))
    found = by_kind | _united(facets.by_state, begun(STATES, value))
    return found.union(*(marks for spellings, marks in rest if fits(spellings, value)))


def _asks_for_removed(field: _Field) -> bool:
    return field.name == "is" and fits(REMOVED, field.value)


def _matches(typed: str, label: str) -> bool:
    return match_label(typed, label) is not None


def _united(sets: Mapping[str, Marks], names: Iterable[str]) -> Marks:
    return frozenset[int]().union(*(sets.get(name, frozenset()) for name in names))
