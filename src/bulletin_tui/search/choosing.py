"""Which of an article's matches stand for a term when several readings of it match."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from bulletin_tui.model.search import Tier
from bulletin_tui.search.runs import best_run, in_blocks

if TYPE_CHECKING:
    from collections.abc import Callable

    from bulletin_tui.search.matching import Found, Match
    from bulletin_tui.search.readings import Reading
    from bulletin_tui.search.runs import Run


_TIER = attrgetter("tier")
_NO_TIER = max(Tier) + 1


def slot_tiers(found: Found) -> dict[int, Tier]:
    """The best tier of each slot."""
    tiers: dict[int, Tier] = {}
    for match in found.every_match():
        if match.tier < tiers.get(match.slot, _NO_TIER):
            tiers[match.slot] = match.tier
    return tiers


def chosen(found: Found, tiers: dict[int, Tier]) -> Found:
    """The matches that count: of each slot the kind of its best tier, and one correction.

    As typed, with or without marks, is one kind; another mark is the next; a correction the last.
    Of several corrections the one that stands beside the other words is left in the slot.
    """
    if max(map(_TIER, found.every_match()), default=Tier.EXACT) <= Tier.FOLDED:
        return found
    worst = {slot: max(tier, Tier.FOLDED) for slot, tier in tiers.items()}
    found = _only(found, lambda match: match.tier <= worst[match.slot])
    corrected = {slot for slot, tier in tiers.items() if tier is Tier.CORRECTED}
    if all(len(found.slots[number].readings) == 1 for number in corrected):
        return found
    readings = _best_readings(found, corrected)
    found = _only(found, lambda match: match.reading is readings.get(match.slot, match.reading))
    slots = [
        replace(slot, readings=(readings[number],)) if number in readings else slot
        for number, slot in enumerate(found.slots)
    ]
    return replace(found, slots=slots)


def _only(found: Found, counts: Callable[[Match], bool]) -> Found:
    return replace(
        found,
        title=list(filter(counts, found.title)),
        body=list(filter(counts, found.body)),
        data=list(filter(counts, found.data)),
    )


def _best_readings(found: Found, slots: set[int]) -> dict[int, Reading]:
    """For each of these slots the reading in the best run, else the one that costs least."""
    matches = sorted(found.every_match(), key=lambda match: -match.reading.cost)
    return {
        match.slot: match.reading
        for match in (*matches, *_longest_run(found).matches)
        if match.slot in slots
    }


def _longest_run(found: Found) -> Run:
    """The best run of the title, unless one of the text is better."""
    entry = found.entry
    shares = (1.0,) * len(found.slots)
    runs = [best_run(entry.title, found.title, shares)]
    runs += [best_run(entry.body, group, shares) for _, group in in_blocks(entry, found.body)]
    return max(runs, key=lambda run: run.worth)
