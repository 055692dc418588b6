"""Where the terms of a query match in one article, and how well."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from bulletin_tui.model.search import Field, Tier
from bulletin_tui.search.weights import TIER_COSTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bulletin_tui.model.article import Span
    from bulletin_tui.model.search import Term
    from bulletin_tui.search.readings import Reading
    from bulletin_tui.search.texts import Entry, SearchText

MOST_MATCHES = 20_000
"""Of a reading in one text: nobody steps through more."""
_START = attrgetter("start")
SLOT = attrgetter("slot")


@dataclass(frozen=True, slots=True)
class Slot:
    """A term of the query with everything it may stand for."""

    term: Term
    readings: tuple[Reading, ...]
    in_body_only: bool = False
    """Whether the title and the data of an article say nothing about it."""


class Match(NamedTuple):
    """One place where a slot is filled."""

    start: int
    end: int
    slot: int
    """The number of the slot in the query."""
    tier: Tier
    reading: Reading
    worth: float
    """From 0 to 1."""


@dataclass(frozen=True, slots=True)
class Found:
    """Matches of one article by the text they are in, each in reading order."""

    entry: Entry
    slots: Sequence[Slot]
    title: Sequence[Match]
    body: Sequence[Match]
    data: Sequence[Match]
    fullest: int = 0
    """The matches of the slot that has the most."""
    is_whole: bool = True
    """Whether every match is there."""

    def every_match(self) -> Iterator[Match]:
        """Those of all three."""
        return chain(self.title, self.body, self.data)


def may_match(entry: Entry, slots: Sequence[Slot]) -> bool:
    """Whether the bare letters of every slot are in an article; quick, and mostly right."""
    return all(
        any(
            reading.is_in(place)
            for place in _places(entry, slot)
            if place is not None
            for reading in slot.readings
        )
        for slot in slots
    )


def find_all(entry: Entry, slots: Sequence[Slot]) -> Found | None:
    """The matches of every slot in an article; None when a slot has none."""
    return _find(entry, slots, lambda matches: islice(matches, MOST_MATCHES))


def sketch(entry: Entry, slots: Sequence[Slot], most: int) -> Found | None:
    """The matches that decide an article's rank; None when a slot has none.

    Of a reading those are the first `most`, and if there are more, those in the blocks of the
    rarest word.
    """
    found = _find(entry, slots, partial(_at_first, most=most))
    if found is None or found.fullest < most:
        return found
    found = replace(found, is_whole=False)
    counts = Counter(map(SLOT, found.body))
    rarest = min(counts, key=counts.__getitem__, default=None)
    near = [
        match
        for number, count in counts.items()
        if count >= most and number != rarest
        for block in _blocks_of(found, rarest)
        for reading in slots[number].readings
        for match in _matches(entry.body, number, reading, block)
    ]
    if not near:
        return found
    once = {(match.start, match.slot, id(match.reading)): match for match in (*found.body, *near)}
    return replace(found, body=sorted(once.values(), key=_START))


def _blocks_of(found: Found, slot: int | None) -> list[Span]:
    numbers = {found.entry.block_at(match.start)[0] for match in found.body if match.slot == slot}
    return [found.entry.blocks[number] for number in sorted(numbers)]


def _find(
    entry: Entry, slots: Sequence[Slot], choose: Callable[[Iterator[Match]], Iterable[Match]]
) -> Found | None:
    """The matches that `choose` leaves of each reading in each text."""
    parts: tuple[list[Match], list[Match], list[Match]] = ([], [], [])
    known = fullest = 0
    for number, slot in enumerate(slots):
        for place, matches in zip(_places(entry, slot), parts, strict=True):
            if place is not None:
                for reading in place.possible(slot.readings):
                    matches.extend(choose(_matches(place, number, reading)))
        before, known = known, sum(map(len, parts))
        if known == before:
            return None
        fullest = max(fullest, known - before)
    title, body, data = (sorted(matches, key=_START) for matches in parts)
    return Found(entry, slots, title, body, data, fullest)


def _at_first(matches: Iterable[Match], most: int) -> Iterator[Match]:
    """The first that fit as typed and the first of the others, so that the best kind is there."""
    fitting = others = 0
    for match in matches:
        if match.tier <= Tier.FOLDED:
            fitting += 1
            yield match
            if fitting == most:
                return
        elif others < most:
            others += 1
            yield match


_Places = tuple["SearchText | None", "SearchText | None", "SearchText | None"]
"""Title, body and data, as far as a slot is looked for there."""


def _places(entry: Entry, slot: Slot) -> _Places:
    where = slot.term.field
    if where is Field.ANY:
        if slot.in_body_only:
            return None, entry.body, None
        return entry.title, entry.body, entry.data
    if where is Field.TITLE:
        return entry.title, None, None
    in_body = where is Field.DOCUMENT and any(map(_is_symbol, slot.term.alternatives))
    return None, entry.body if in_body else None, entry.fields[where]


def _is_symbol(typed: str) -> bool:
    """Whether a document's symbol is given whole enough to be looked for in running text."""
    return any(map(str.isdigit, typed)) and any(map(str.isalpha, typed))


def _matches(
    text: SearchText, number: int, reading: Reading, block: Span | None = None
) -> Iterator[Match]:
    """Where a reading of slot `number` stands in a text, or in one block of it."""
    raw = text.raw
    known: dict[str, tuple[Tier | None, float]] = {}
    for start, end in reading.find(text, block):
        found = raw[start:end]
        if found not in known:
            tier = reading.tier(found)
            known[found] = tier, 0.0 if tier is None else 1 - TIER_COSTS[tier] - reading.cost
        tier, worth = known[found]
        if tier is not None:
            yield Match(start, end, number, tier, reading, worth)
