"""The order of what was found: by how well it fits, with room on the first screen for guesses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.search import Tier
from bulletin_tui.search.periods import age
from bulletin_tui.search.weights import MANY_WORDS, SCATTERED_FIRST

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from bulletin_tui.search.ranking import Ranked


def in_order(ranked: Sequence[Ranked], being_read: Ranked | None = None) -> list[Ranked]:
    """Best first; while an article fits as typed, others need their words together.

    No correction comes before words that stand together as they were typed.
    If it has them in a row, as if they were quoted, others need that too. The article that is being
    read comes before all others if the words stand together there.
    """
    fitting = [each for each in ranked if each.tier <= Tier.FOLDED]
    if fitting:
        has_row = any(each.is_row for each in fitting)
        ranked = [
            each
            for each in ranked
            if each.tier <= Tier.FOLDED or (each.is_row if has_row else each.is_together)
        ]
    ordered = _with_rows_early(sorted(ranked, key=_order))
    if being_read is None or being_read.tier > Tier.FOLDED or not being_read.is_together:
        return ordered
    return [being_read, *(each for each in ordered if each is not being_read)]


def _with_rows_early(ordered: list[Ranked]) -> list[Ranked]:
    """What is likely to be meant is on the first screen: when there are rows with a word corrected,
    of the articles that only have all the words somewhere, not more than a few come before them.
    """
    if not any(each.is_row and each.tier > Tier.FOLDED for each in ordered):
        return ordered
    later = [each for each in ordered if _is_scattered(each)][SCATTERED_FIRST:]
    is_later = {id(each) for each in later}
    return [*(each for each in ordered if id(each) not in is_later), *later]


def is_sure(ranked: Ranked) -> bool:
    """Whether an article is so likely the one meant that nothing needs to be corrected."""
    return (ranked.is_together and ranked.tier is Tier.EXACT) or ranked.is_row


def _is_scattered(ranked: Ranked) -> bool:
    """Whether the words are as typed, but not where they would be if they were meant."""
    return ranked.tier <= Tier.FOLDED and not ranked.is_together


def _order(ranked: Ranked) -> tuple[bool, Tier, float, timedelta]:
    by_chance = _is_by_chance(ranked)
    return by_chance, ranked.tier, -ranked.score, age(ranked.found.entry.dated)


def _is_by_chance(ranked: Ranked) -> bool:
    """Whether so many words are neither together as they were typed nor in a row."""
    if len(ranked.shares) < MANY_WORDS or ranked.is_row:
        return False
    return ranked.tier > Tier.FOLDED or not ranked.is_together
