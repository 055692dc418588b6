"""Which articles have all the terms of a query once some of its words are corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.search.correcting import corrections
from bulletin_tui.search.matching import Slot
from bulletin_tui.search.weights import MUCH_RARER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bulletin_tui.search.readings import Reading
    from bulletin_tui.search.vocabulary import Vocabulary

Refilled = tuple[int, list[Slot]]
"""The number of an article, and the slots with the readings that can fill them there."""


def respelt(
    slots: Sequence[Slot], vocabulary: Vocabulary, *, articles: int, is_sure: bool
) -> list[list[Refilled]]:
    """The articles in which words must be corrected, those with the fewest of them first.

    A word that is in an article as typed is not corrected there. When what was found already
    `is_sure` to be meant, only words that are much commoner are put in another's place.
    """
    choices = [_choices(slot, vocabulary, articles=articles, is_sure=is_sure) for slot in slots]
    by_count: dict[int, list[Refilled]] = {}
    for number in sorted(set.intersection(*(set(by_article) for by_article in choices))):
        readings = [by_article[number] for by_article in choices]
        count = sum(each[0].is_correction for each in readings)
        if count:
            refilled = [
                Slot(slot.term, tuple(each)) for slot, each in zip(slots, readings, strict=True)
            ]
            by_count.setdefault(count, []).append((number, refilled))
    return [by_count[count] for count in sorted(by_count)]


def _choices(
    slot: Slot, vocabulary: Vocabulary, *, articles: int, is_sure: bool
) -> dict[int, list[Reading]]:
    """By the number of each article the readings to be found there: as typed, else corrected."""
    choices: dict[int, list[Reading]] = {}
    for reading in slot.readings:
        for number in _articles_with(reading, vocabulary, articles):
            choices.setdefault(number, []).append(reading)
    as_typed = set(choices)
    least = max(1, MUCH_RARER * len(as_typed)) if is_sure else 1
    if least > articles:
        return choices
    for reading in corrections(slot.term, vocabulary, at_least=least):
        for number in _articles_with(reading, vocabulary, articles):
            if number not in as_typed:
                choices.setdefault(number, []).append(reading)
    return choices


def _articles_with(reading: Reading, vocabulary: Vocabulary, articles: int) -> Iterable[int]:
    if reading.words:
        return vocabulary.articles_with(reading.words, is_prefix=reading.is_prefix)
    return range(articles)
