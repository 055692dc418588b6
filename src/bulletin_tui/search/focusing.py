"""Which matches of an article are worth a look: where the words stand together, only those places.

A query of several words finds each of them everywhere; shown and stepped through are the places
that answer the whole query, as long as there are any.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.model.search import Field
from bulletin_tui.search.runs import in_blocks
from bulletin_tui.search.texts import MOST_BETWEEN_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.search.matching import Found, Match
    from bulletin_tui.search.texts import SearchText


def focused(found: Found) -> Found:
    """Only whole runs of the query's words, else only blocks with all of them, else everything."""
    wanted = [number for number, slot in enumerate(found.slots) if slot.term.field is Field.ANY]
    if len(wanted) < 2:
        return found
    whole = whole_runs(found.entry.body, found.body, wanted)
    if not whole:
        blocks = (matches for _number, matches in in_blocks(found.entry, found.body))
        whole = [match for matches in blocks if _fills(matches, wanted) for match in matches]
    return replace(found, body=tuple(whole)) if whole else found


def whole_runs(text: SearchText, matches: Sequence[Match], wanted: Sequence[int]) -> list[Match]:
    """The matches that stand word after word, in the order of the query, with none missing."""
    open_runs: dict[tuple[int, int], tuple[Match, ...]] = {}
    kept: dict[Match, None] = {}
    for match in matches:
        if match.slot not in wanted:
            continue
        place = wanted.index(match.slot)
        before = _run_before(text, match, place, open_runs)
        if place and before is None:
            continue
        run = (*(before or ()), match)
        open_runs[place, match.end] = run
        if place == len(wanted) - 1:
            kept.update(dict.fromkeys(run))
    return sorted(kept, key=lambda match: (match.start, match.end))


def _run_before(
    text: SearchText,
    match: Match,
    place: int,
    open_runs: dict[tuple[int, int], tuple[Match, ...]],
) -> tuple[Match, ...] | None:
    for end in range(match.start - MOST_BETWEEN_WORDS, match.start):
        run = open_runs.get((place - 1, end))
        if run is not None and text.are_adjacent(end, match.start):
            return run
    return None


def _fills(matches: Sequence[Match], wanted: Sequence[int]) -> bool:
    return {match.slot for match in matches}.issuperset(wanted)
