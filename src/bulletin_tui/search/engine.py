"""The order of a search: what was typed first, corrections only when that finds next to nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.model.search import Tier
from bulletin_tui.search.matching import Slot, may_match, sketch
from bulletin_tui.search.periods import age, is_between
from bulletin_tui.search.ranking import rank
from bulletin_tui.search.readings import typed_readings
from bulletin_tui.search.respelling import respelt
from bulletin_tui.search.weights import GUESSED_TOGETHER, HANDFUL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import timedelta

    from bulletin_tui.model.search import Query, Restriction
    from bulletin_tui.search.corpus import Corpus, Entry
    from bulletin_tui.search.ranking import Ranked

SKETCHED = 600
"""Matches of a word in all articles together that are weighed to find the best of them."""
MOST_SKETCHED = 16
LEAST_SKETCHED = 2
"""Matches of a word in one article."""


@dataclass(frozen=True, slots=True)
class Search:
    """One query on its way through the articles."""

    corpus: Corpus
    query: Query
    restriction: Restriction
    checkpoint: Callable[[], None]
    """Called before each article; ends the search by raising."""

    def as_typed(self) -> list[Ranked]:
        """Every article that has all the terms as they were typed, best first."""
        slots = self._slots(in_body_only=False)
        return self._in_order(self._ranked(self._with_own_tags(slots)))

    def in_library(self) -> list[Ranked]:
        """Every article that has all the terms, best first.

        Words are corrected only when fewer than a handful of articles have them together.
        """
        slots = self._slots(in_body_only=False)
        ranked = self._ranked(self._with_own_tags(slots))
        if slots and sum(each.is_together for each in ranked) < HANDFUL:
            ranked += self._corrected(slots, ranked)
        return self._in_order(ranked)

    def _in_order(self, ranked: list[Ranked]) -> list[Ranked]:
        """While an article fits as typed, others need their words together."""
        if any(each.tier <= Tier.FOLDED for each in ranked):
            ranked = [each for each in ranked if each.tier <= Tier.FOLDED or each.is_together]
        return sorted(ranked, key=_order)

    def in_article(self, article_id: str) -> list[Ranked]:
        """The article if its text has all the terms, by the strict tiers alone."""
        slots = self._slots(in_body_only=True)
        if not slots:
            return []
        return self._ranked(
            (entry, slots) for entry in self.corpus.entries if entry.article.id == article_id
        )

    def _with_own_tags(self, slots: list[Slot]) -> Iterator[tuple[Entry, list[Slot]]]:
        """Each article with the slots to be filled there: not with a tag that the reader gave."""
        tagged = self.restriction.tagged
        for entry in self.corpus.entries:
            if not tagged:
                yield entry, slots
                continue
            article_id = entry.article.id
            yield entry, [slot for slot in slots if article_id not in tagged.get(slot.term, ())]

    def _slots(self, *, in_body_only: bool) -> list[Slot]:
        return [
            Slot(term, typed_readings(term, is_strict=in_body_only), in_body_only)
            for term in self.query.terms
            if not term.negated and not self.query.in_notes
        ]

    def _ranked(self, entries: Iterable[tuple[Entry, list[Slot]]]) -> list[Ranked]:
        unwanted = [
            Slot(term, typed_readings(term, is_strict=True))
            for term in self.query.terms
            if term.negated and not self.query.in_notes
        ]
        candidates = [
            (entry, slots) for entry, slots in entries if self._is_candidate(entry, slots)
        ]
        most = min(MOST_SKETCHED, max(LEAST_SKETCHED, SKETCHED // max(1, len(candidates))))
        ranked = []
        for entry, slots in candidates:
            self.checkpoint()
            found = sketch(entry, slots, most)
            if found is not None and not any(sketch(entry, [slot], 1) for slot in unwanted):
                ranked.append(rank(found))
        return ranked

    def _is_candidate(self, entry: Entry, slots: list[Slot]) -> bool:
        self.checkpoint()
        if not self.restriction.allows(entry.article.id):
            return False
        dated = entry.article.summary.dated
        return is_between(dated, self.query.after, self.query.before) and may_match(entry, slots)

    def _corrected(self, slots: list[Slot], found: list[Ranked]) -> list[Ranked]:
        """Articles beyond those `found`, until the words stand in a row in one.

        Where words were guessed at by their spelling, most must at least stand together.
        """
        entries = self.corpus.entries
        known = {each.found.entry for each in found}
        groups = respelt(
            slots,
            self.corpus.vocabulary(self.checkpoint),
            articles=len(entries),
            is_sure=any(map(_is_sure, found)),
        )
        ranked: list[Ranked] = []
        for group in groups:
            answers = self._ranked(
                (entries[number], refilled)
                for number, refilled in group
                if entries[number] not in known
            )
            ranked += [
                each for each in answers if each.together >= GUESSED_TOGETHER or not each.is_guess
            ]
            if any(each.is_row for each in ranked):
                break
        return ranked


def _order(ranked: Ranked) -> tuple[int, float, timedelta]:
    return ranked.tier, -ranked.score, age(ranked.found.entry.article.summary.dated)


def _is_sure(ranked: Ranked) -> bool:
    """Whether an article is so likely the one meant that nothing needs to be corrected."""
    return (ranked.is_together and ranked.tier is Tier.EXACT) or ranked.is_row
