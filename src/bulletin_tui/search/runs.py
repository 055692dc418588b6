"""Matches weighed together: what they are worth, and the runs of words they form."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from bulletin_tui.search.matching import SLOT
from bulletin_tui.search.texts import MOST_BETWEEN_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bulletin_tui.search.matching import Match
    from bulletin_tui.search.texts import Entry, SearchText

_WORTH = attrgetter("worth")
Shares = tuple[float, ...]
"""How much each slot of the query counts; they add up to 1."""


class Run(NamedTuple):
    """Matches of slots that follow each other in the query, word after word in a text."""

    worth: float
    """From 0 to 1; 1 when every slot is in it as it was typed."""
    matches: tuple[Match, ...]


NO_RUN = Run(0.0, ())


def coverage(matches: Sequence[Match], shares: Shares) -> float:
    """What the slots that are filled are worth, each by its best match."""
    best: dict[int, float] = {}
    for match in matches:
        if match.worth > best.get(match.slot, 0.0):
            best[match.slot] = match.worth
    return sum(shares[slot] * worth for slot, worth in best.items())


def best_run(text: SearchText, matches: Sequence[Match], shares: Shares) -> Run:
    """The run worth most, the first of several."""
    if len(set(map(SLOT, matches))) < 2:
        first = max(matches, key=_WORTH, default=None)
        return Run(shares[first.slot] * first.worth, (first,)) if first else NO_RUN
    ending_at: dict[int, list[Run]] = {}
    best = NO_RUN
    for match in matches:
        before = max(_runs_before(text, match, ending_at), key=_WORTH, default=NO_RUN)
        worth = before.worth + shares[match.slot] * match.worth
        run = Run(worth, (*before.matches, match))
        ending_at.setdefault(match.end, []).append(run)
        if run.worth > best.worth:
            best = run
    return best


def _runs_before(text: SearchText, match: Match, ending_at: dict[int, list[Run]]) -> Iterator[Run]:
    """The runs that a match continues."""
    if not match.slot:
        return
    for end in range(match.start - MOST_BETWEEN_WORDS, match.start):
        for run in ending_at.get(end, ()):
            if run.matches[-1].slot == match.slot - 1 and text.are_adjacent(end, match.start):
                yield run


def in_blocks(entry: Entry, matches: Sequence[Match]) -> Iterator[tuple[int, list[Match]]]:
    """The matches of the body by the number of their block, in reading order."""
    number, end = -1, -1
    group: list[Match] = []
    for match in matches:
        if match.start >= end:
            if group:
                yield number, group
            number, end = entry.block_at(match.start)
            group = []
        group.append(match)
    if group:
        yield number, group
