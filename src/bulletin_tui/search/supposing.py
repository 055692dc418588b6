"""What the terms of a query may have been meant to be, once too little is found as it was typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.search.correcting import corrections
from bulletin_tui.search.weights import HANDFUL, MANY_WORDS, MUCH_RARER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.search.lexicon import Lexicon
    from bulletin_tui.search.matching import Slot
    from bulletin_tui.search.ranking import Ranked
    from bulletin_tui.search.readings import Reading


def is_worth_correcting(slots: Sequence[Slot], found: Sequence[Ranked]) -> bool:
    """Whether fewer than a handful of articles have the words together as they were typed.

    Many words are together only in a row: near each other they may be by chance.
    """
    if len(slots) >= MANY_WORDS and not any(each.is_row for each in found):
        return True
    return bool(slots) and sum(each.is_together for each in found) < HANDFUL


def with_suppositions(
    slots: Sequence[Slot], lexicon: Lexicon, articles: int, *, is_sure: bool, decodes_keys: bool
) -> list[Slot]:
    """The slots with everything that may be meant by them as well.

    When what was found already `is_sure` to be meant, only words that are much commoner are
    supposed in another's place.
    """
    supposed = []
    for slot in slots:
        least = _least(slot, lexicon) if is_sure else 1
        more: list[Reading] = []
        if least <= articles:
            more = corrections(slot.term, lexicon, at_least=least, decodes_keys=decodes_keys)
        supposed.append(replace(slot, readings=(*slot.readings, *more)) if more else slot)
    return supposed


def _least(slot: Slot, lexicon: Lexicon) -> int:
    """How common a word must be to stand in the place of one that was found."""
    typed = sum(
        lexicon.row_count(reading.words, is_prefix=reading.is_prefix)
        for reading in slot.readings
        if reading.words
    )
    return max(1, MUCH_RARER * typed)
