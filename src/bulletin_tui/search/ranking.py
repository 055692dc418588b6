"""How well an article fits: its tier, and its score within the tier."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log2
from operator import itemgetter
from typing import TYPE_CHECKING

from bulletin_tui.model.search import Tier
from bulletin_tui.search import weights
from bulletin_tui.search.choosing import chosen, slot_tiers
from bulletin_tui.search.matching import SLOT
from bulletin_tui.search.runs import NO_RUN, best_run, coverage, in_blocks
from bulletin_tui.text.fold import has_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bulletin_tui.search.matching import Found, Match, Slot
    from bulletin_tui.search.runs import Run, Shares


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """An article with the matches that count, and what they are worth; equal to itself alone."""

    found: Found
    tier: Tier
    score: float
    shares: Shares
    together: float
    """The share of the words that are in the title, or near each other in one block, at once."""
    is_row: bool
    """Whether they even stand in a row."""

    @property
    def is_together(self) -> bool:
        """Whether all the words are in the title, or near each other in one block."""
        return self.together == 1

    @property
    def is_guess(self) -> bool:
        """Whether a word was put in the place of one that is spelt like it."""
        return any(match.reading.slips for match in self.found.every_match())


def rank(found: Found) -> Ranked:
    """Weigh an article in which every slot has a match."""
    tiers = slot_tiers(found)
    found = chosen(found, tiers)
    counts = Counter(map(SLOT, found.every_match()))
    shares = _shares(counts, len(found.slots))
    blocks = [matches for _, matches in in_blocks(found.entry, found.body)]
    title_run = best_run(found.entry.title, found.title, shares)
    block_score, block_run = _best_block(found, blocks, shares)
    rows = [run for run in (title_run, block_run) if len(run.matches) == len(found.slots)]
    return Ranked(
        found=found,
        tier=_tier(found, max(tiers.values(), default=Tier.EXACT), rows),
        score=block_score
        + _title_score(found, title_run, shares)
        + weights.DATA * coverage(found.data, shares)
        + weights.WHOLE * _whole_share(found)
        + weights.OFTEN * _frequency(counts, shares),
        shares=shares,
        together=_together(found, blocks),
        is_row=bool(rows),
    )


def weigh_block(found: Found, matches: Sequence[Match], shares: Shares) -> tuple[float, Run]:
    """What the matches of one block are worth, and their best run."""
    run = best_run(found.entry.body, matches, shares)
    return weights.RUN * run.worth + weights.TOGETHER * coverage(matches, shares), run


def best_blocks(
    found: Found, blocks: Iterable[tuple[int, list[Match]]], shares: Shares, most: int
) -> list[tuple[int, list[Match]]]:
    """The blocks worth most, best first, and among equals in reading order.

    Most others are ruled out by the words they have.
    """
    covered = [(-coverage(matches, shares), number, matches) for number, matches in blocks]
    best: list[tuple[float, int, list[Match]]] = []
    for share, number, matches in sorted(covered):
        if len(best) == most and share * (weights.RUN + weights.TOGETHER) > best[-1][0]:
            break
        best.append((-weigh_block(found, matches, shares)[0], number, matches))
        best = sorted(best)[:most]
    return [(number, matches) for _worth, number, matches in best]


def _shares(counts: Counter[int], slots: int) -> Shares:
    """The rarer a word is in the article, the more it tells where to look."""
    rarity = [1 / (1 + log2(1 + counts[slot])) for slot in range(slots)]
    return tuple(each / sum(rarity) for each in rarity)


def _title_score(found: Found, run: Run, shares: Shares) -> float:
    if not found.title:
        return 0.0
    covered = {at for match in found.title for at in range(match.start, match.end)}
    return (
        weights.TITLE_RUN * run.worth
        + weights.TITLE_SHARE * coverage(found.title, shares)
        + weights.TITLE_FOCUS * len(covered) / len(found.entry.title.raw)
    )


def _best_block(found: Found, blocks: Sequence[list[Match]], shares: Shares) -> tuple[float, Run]:
    """The score of the best block and its run; most are ruled out by the words they have."""
    best = (0.0, NO_RUN)
    covered = [(coverage(matches, shares), matches) for matches in blocks]
    for most, matches in sorted(covered, key=itemgetter(0), reverse=True):
        if most * (weights.RUN + weights.TOGETHER) <= best[0]:
            break
        best = max(best, weigh_block(found, matches, shares), key=itemgetter(0))
    return best


def _whole_share(found: Found) -> float:
    whole = {match.slot for match in found.every_match() if not match.reading.is_prefix}
    return len(whole) / max(1, len(found.slots))


def _frequency(counts: Counter[int], shares: Shares) -> float:
    enough = log2(1 + weights.OFTEN_ENOUGH)
    return sum(
        share * min(1.0, log2(1 + counts[slot]) / enough) for slot, share in enumerate(shares)
    )


def _together(found: Found, blocks: Sequence[list[Match]]) -> float:
    """The largest share in one place; words that only stand in the data are in every place."""
    in_title = set(map(SLOT, found.title))
    in_text = in_title.union(map(SLOT, found.body))
    if len(in_text) < 2:
        return 1.0
    most = max((_most_within(matches, len(in_text)) for matches in blocks), default=0)
    return max(most, len(in_title)) / len(in_text)


def _most_within(matches: Sequence[Match], enough: int) -> int:
    """How many slots are filled in the fullest stretch of a block."""
    inside: Counter[int] = Counter()
    start = most = 0
    for match in matches:
        inside[match.slot] += 1
        while match.end - matches[start].start > weights.TOGETHER_WITHIN:
            first = matches[start].slot
            inside[first] -= 1
            if not inside[first]:
                del inside[first]
            start += 1
        most = max(most, len(inside))
        if most == enough:
            break
    return most


def _tier(found: Found, worst: Tier, rows: Sequence[Run]) -> Tier:
    """The tier of the worst slot.

    Without any mark typed, bare words that are scattered are no better than marked ones:
    `trung tam` means `trung tâm`, though `tam` may stand somewhere by itself.
    """
    is_bare = len(found.slots) > 1 and not any(map(_is_marked, found.slots))
    if worst is not Tier.EXACT or not is_bare:
        return worst
    return min((max(match.tier for match in row.matches) for row in rows), default=Tier.FOLDED)


def _is_marked(slot: Slot) -> bool:
    return any(map(has_marks, slot.term.alternatives))
