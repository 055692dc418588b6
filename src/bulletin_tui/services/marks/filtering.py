"""Narrowing the list of marks by what is typed: words, and fields such as `tag:` and `is:`.

A name or a value that is not known is taken as words; behind `is:` it is told, and fits no mark.
Values may be cut short and typed without accents; Vietnamese names are understood whatever the
language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from bulletin_tui.search.labels import label_words, match_label
from bulletin_tui.services.marks.filter_words import (
    COLORS,
    CONFLICT,
    ELSEWHERE,
    KINDS,
    NOTED,
    REMOVED,
    STATES,
    asks_for_removed,
    begun,
    fits,
    is_condition,
)
from bulletin_tui.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bulletin_tui.services.marks.facets import Facets
    from bulletin_tui.services.marks.listed import MarkList
    from bulletin_tui.services.marks.some_marks import SomeMarks

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
            term.is_wanted and term.name == "is" and asks_for_removed(term.value)
            for term in self.terms
            if isinstance(term, _Field)
        )

    def fitting(self, marks: MarkList) -> SomeMarks:
        """The marks that fit."""
        facets = marks.facets
        if self.unknown_condition:
            return facets.at(())
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
        if not value:  # it is still being typed
            continue
        if name and _is_known(name, value):
            terms.append(_Field(name, value, is_wanted))
            continue
        words += [match[0]] if is_wanted else []
        terms += (_Word(word, is_wanted) for word in label_words(match[0]))
    return MarkFilter(" ".join(dict.fromkeys(words)), tuple(dict.fromkeys(terms)))


def _is_known(name: str, value: str) -> bool:
    """Whether the value means anything behind the name."""
    if name == "color":
        return bool(begun(COLORS, value))
    if name == "kind":
        return bool(begun(KINDS, value))
    return True


def _meant_by(facets: Facets, term: _Field | _Word) -> SomeMarks:
    if isinstance(term, _Word):
        return facets.words.beginning(term.word)
    return facets.at(chain.from_iterable(_places_meant(facets, term.name, term.value)))


def _places_meant(facets: Facets, name: str, value: str) -> Iterator[Iterable[int]]:
    if name == "tag":
        yield from _matching(facets.by_tag, value)
    elif name == "source":
        yield from _matching(facets.by_source, value)
    elif name == "color":
        yield from _named(facets.by_color, begun(COLORS, value))
    elif name == "kind":
        yield from _named(facets.by_kind, begun(KINDS, value))
    else:
        yield from _in_state(facets, value)


def _in_state(facets: Facets, value: str) -> Iterator[Iterable[int]]:
    yield from _named(facets.by_kind, begun(KINDS, value))
    yield from _named(facets.by_state, begun(STATES, value))
    for spellings, places in (
        (NOTED, facets.noted),
        (CONFLICT, facets.conflicting),
        (ELSEWHERE, facets.elsewhere),
        (REMOVED, facets.removed),
    ):
        if fits(spellings, value):
            yield places


def _matching(groups: Mapping[str, Sequence[int]], value: str) -> Iterator[Sequence[int]]:
    """Of the names that the value stands for."""
    return (places for name, places in groups.items() if match_label(value, name) is not None)


def _named(groups: Mapping[str, Sequence[int]], names: Iterable[str]) -> Iterator[Sequence[int]]:
    return (groups[name] for name in names if name in groups)
