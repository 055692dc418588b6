"""What narrows a search before anything is cut: publishers, places, dates, the reader's marks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bulletin_tui.model.search import Field, Restriction, Tier
from bulletin_tui.search.expressions import all_of, either, quoted
from bulletin_tui.search.preparing import AUTHOR, DOCUMENT, LANGUAGE, PLACE, SOURCE, TAG
from bulletin_tui.search.texts import SearchText
from bulletin_tui.search.tokens import label_token

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bulletin_tui.model.search import Query
    from bulletin_tui.search.matching import Slot
    from bulletin_tui.search.opening import Index

_KINDS = {
    Field.SOURCE: SOURCE,
    Field.PLACE: PLACE,
    Field.AUTHOR: AUTHOR,
    Field.DOCUMENT: DOCUMENT,
    Field.LANGUAGE: LANGUAGE,
    Field.TAG: TAG,
}
_FIRST_YEAR = 1900
_YEARS_AHEAD = 2


class Labels:
    """The names that articles can be filtered by, as they were when they were first asked for."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._names: dict[str, list[tuple[int, SearchText]]] = {}

    def clear(self) -> None:
        """Forget them: the index has changed."""
        self._names.clear()

    def tokens(self, slot: Slot) -> list[str]:
        """What stands in the index for each name that a slot means. Raises sqlite3.Error."""
        kind = _KINDS[slot.term.field]
        return [label_token(kind, number) for number, name in self._of(kind) if fits(slot, name)]

    def _of(self, kind: str) -> list[tuple[int, SearchText]]:
        if kind not in self._names:
            rows = self._index.connection.execute(
                "SELECT id, name FROM label WHERE kind = ?", (kind,)
            )
            self._names[kind] = [(number, SearchText(name)) for number, name in rows]
        return self._names[kind]


def fits(slot: Slot, name: SearchText) -> bool:
    """Whether a name is meant, by the marks that were typed."""
    return any(
        (tier := reading.tier(name.raw[start:end])) is not None and tier <= Tier.FOLDED
        for reading in slot.readings
        for start, end in reading.find(name)
    )


@dataclass(frozen=True, slots=True)
class Filter:
    """Which articles are looked at."""

    expression: str
    """For every table of words; empty when it rules nothing out."""
    allowed: frozenset[int] | None
    """Numbers; None for all."""
    refused: frozenset[int]

    def passes(self, number: int) -> bool:
        """Whether an article may be found, as far as its number tells."""
        return number not in self.refused and (self.allowed is None or number in self.allowed)


def filter_for(
    query: Query,
    slots: Iterable[Slot],
    restriction: Restriction,
    labels: Labels,
    index: Index,
) -> Filter | None:
    """The filter of a query; None when nothing can pass. Raises sqlite3.Error."""
    expressions = [_years(query)]
    only = restriction.only
    for slot in slots:
        if slot.term.field not in _KINDS:
            continue
        tokens = labels.tokens(slot)
        if slot.term.field is Field.TAG:
            tagged = restriction.tagged.get(slot.term, frozenset()) | _keys(index, tokens)
            only = tagged if only is None else only & tagged
        elif slot.term.field is Field.DOCUMENT:
            continue  # a symbol may stand in the text, though the article does not name it
        elif not tokens:
            return None
        else:
            expressions.append(either(map(quoted, tokens)))
    return Filter(
        expression=all_of(expressions),
        allowed=None if only is None else _numbers(index, only),
        refused=_numbers(index, restriction.without),
    )


def _years(query: Query) -> str:
    """The years that the dates leave; months and days are compared later."""
    if query.after is None and query.before is None:
        return ""
    first = query.after.value.year if query.after else _FIRST_YEAR
    last = query.before.value.year if query.before else datetime.now().year + _YEARS_AHEAD  # noqa: DTZ005 - only the year
    return either(quoted(f"__y{year}") for year in range(first, last + 1)) or quoted("__y")


def _keys(index: Index, tokens: list[str]) -> frozenset[str]:
    if not tokens:
        return frozenset()
    rows = index.connection.execute(
        "SELECT key FROM article WHERE id IN"
        " (SELECT rowid FROM article_words WHERE article_words MATCH ?)",
        (either(map(quoted, tokens)),),
    )
    return frozenset(key for (key,) in rows)


def _numbers(index: Index, keys: Iterable[str]) -> frozenset[int]:
    find = "SELECT id FROM article WHERE key = ?"
    found = (index.connection.execute(find, (key,)).fetchone() for key in keys)
    return frozenset(row[0] for row in found if row)
