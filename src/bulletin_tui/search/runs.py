"""Matches weighed together: what they are worth, and the runs of words they form."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from bulletin_tui.search.texts import MOST_BETWEEN_WORDS
from bulletin_tui.search.weights import TIER_COSTS

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


def worth(match: Match, shares: Shares) -> float:
    """What one match adds."""
    return shares[match.slot] * (1 - TIER_COSTS[match.tier] - match.reading.cost)


def coverage(matches: Sequence[Match], shares: Shares) -> float:
    """What the slots that are filled are worth, each by its best match."""
    best: dict[int, float] = {}
    for match in matches:
        added = worth(match, shares)
        if added > best.get(match.slot, 0.0):
            best[match.slot] = added
    return sum(best.values())


def best_run(text: SearchText, matches: Sequence[Match], shares: Shares) -> Run:
    """The run worth most, the first of several."""
    if len({match.slot for match in matches}) < 2:
        return max(
            (Run(worth(match, shares), (match,)) for match in matches), key=_WORTH, default=NO_RUN
        )
    ending_at: dict[int, list[Run]] = {}
    best = NO_RUN
    for match in matches:
        before = max(_runs_before(text, match, ending_at), key=_WORTH, default=NO_RUN)
        run = Run(before.worth + worth(match, shares), (*before.matches, match))
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
    for number, group in groupby(matches, lambda match: entry.block_index(match.start)):
        yield number, list(group)
