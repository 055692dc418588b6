"""What narrows a search before anything is cut: publishers, places, dates, the reader's marks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.model.search import Field, Restriction, Tier
from bulletin_tui.search.expressions import all_of, either, quoted
from bulletin_tui.search.matching import Slot
from bulletin_tui.search.readings import typed_readings
from bulletin_tui.search.texts import SearchText
from bulletin_tui.search.tokens import label_token
from bulletin_tui.search.wording import AUTHOR, LANGUAGE, PLACE, SOURCE, TAG

if TYPE_CHECKING:
    from collections.abc import Collection

    from bulletin_tui.model.search import Query
    from bulletin_tui.search.opening import Index

_KINDS = {
    Field.SOURCE: SOURCE,
    Field.PLACE: PLACE,
    Field.AUTHOR: AUTHOR,
    Field.LANGUAGE: LANGUAGE,
    Field.TAG: TAG,
}
FILTERS = frozenset(_KINDS)
"""The fields whose values are known of an article; not `doc:`, for a symbol may stand in the text
of an article that does not name it.
"""


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

    def condition(self, column: str) -> tuple[str, list[str]]:
        """The same in SQL, for a column with the number of an article, and its values."""
        clauses, values = [], []
        if self.allowed is not None:
            clauses.append("AND +{column} IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(sorted(self.allowed)))
        if self.refused:
            clauses.append("AND {column} NOT IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(sorted(self.refused)))
        return " ".join(clauses).format(column=column), values


def filter_for(
    query: Query, restriction: Restriction, labels: Labels, index: Index
) -> Filter | None:
    """The filter of a query; None when nothing can pass. Raises sqlite3.Error."""
    expressions = [_years(query, index)]
    only, without = restriction.only, set(restriction.without)
    for term in query.terms:
        if term.field not in FILTERS:
            continue
        tokens = labels.tokens(Slot(term, typed_readings(term, is_strict=True)))
        if term.field is Field.TAG and term.negated:
            without |= _keys(index, tokens)
        elif term.field is Field.TAG:
            tagged = restriction.tagged.get(term, frozenset()) | _keys(index, tokens)
            only = tagged if only is None else only & tagged
        elif term.negated:
            continue  # left to the texts: the terms that are wanted narrow enough
        elif not tokens:
            return None
        else:
            expressions.append(either(map(quoted, tokens)))
    return Filter(
        expression=all_of(expressions),
        allowed=None if only is None else _numbers(index, only),
        refused=_numbers(index, without),
    )


def _years(query: Query, index: Index) -> str:
    """The years that the dates leave; months and days are compared later."""
    if query.after is None and query.before is None:
        return ""
    known = index.connection.execute(
        "SELECT min(dated), max(dated) FROM article WHERE dated <> ''"
    ).fetchone()
    if known[0] is None:
        return quoted("__y")
    first, last = (int(dated[:4]) for dated in known)
    if query.after is not None:
        first = max(first, query.after.value.year)
    if query.before is not None:
        last = min(last, query.before.value.year)
    return either(quoted(f"__y{year}") for year in range(first, last + 1)) or quoted("__y")


def _keys(index: Index, tokens: list[str]) -> frozenset[str]:
    if not tokens:
        return frozenset()
    rows = index.connection.execute(
        "SELECT key FROM article WHERE id IN"
        " (SELECT rowid FROM title_words WHERE title_words MATCH ?)",
        (either(map(quoted, tokens)),),
    )
    return frozenset(key for (key,) in rows)


def _numbers(index: Index, keys: Collection[str]) -> frozenset[int]:
    if not keys:
        return frozenset()
    rows = index.connection.execute(
        "SELECT id FROM article WHERE key IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(keys)),),
    )
    return frozenset(number for (number,) in rows)
