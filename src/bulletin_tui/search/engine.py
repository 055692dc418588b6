"""The order of a search: what was typed first, corrections only when that finds next to nothing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import TYPE_CHECKING

from bulletin_tui.model.search import Field, Restriction, Tier
from bulletin_tui.search.filters import FILTERS, filter_for
from bulletin_tui.search.matching import Slot, sketch
from bulletin_tui.search.ordering import in_order, is_sure
from bulletin_tui.search.periods import is_between
from bulletin_tui.search.ranking import rank
from bulletin_tui.search.readings import typed_readings
from bulletin_tui.search.retrieving import sought, stages
from bulletin_tui.search.stored import find_number
from bulletin_tui.search.supposing import is_worth_correcting, with_suppositions
from bulletin_tui.search.weights import GUESSED_TOGETHER, HANDFUL, MANY_WORDS
from bulletin_tui.text.fold import has_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bulletin_tui.model.search import Hit, Query, Term
    from bulletin_tui.search.filters import Filter
    from bulletin_tui.search.ranking import Ranked
    from bulletin_tui.search.retrieving import Sought, Stage
    from bulletin_tui.search.shelf import Shelf
    from bulletin_tui.search.texts import Entry

MOST_SKETCHED = 16
"""Matches of a word in one article that are weighed to tell its rank."""
FIRST_PAGE = 12
PAGE = 40
"""Rows of a table that are read at a time, at first and later."""
FIRST_HITS = 10
"""Hits that fill a screen."""
LONG = 3
"""Terms from which on a text that has them in a row is likely to be the one that is meant."""
FEW = 200
"""Articles that are looked through one by one when no others may be found, or there are no more."""
LONGEST_CHECKED = 0.010
"""Seconds that candidates may take beyond the first page of a stage; then the answer is cut."""
MANY_HITS = 50
"""Hits that are asked for at once; who asks for more waits in proportion."""


@dataclass(slots=True)
class Findings:
    """The articles found so far, and those that were looked at."""

    ranked: list[Ranked] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)
    """Of the articles in `ranked`."""
    seen: set[int] = field(default_factory=set)
    """Numbers of articles."""
    is_cut: bool = False
    being_read: Ranked | None = None
    """The article that is open, if it is among them."""
    hits: dict[Ranked, Hit] = field(default_factory=dict)
    """What was already made of them to be shown; shared by all findings of one search."""

    def count_fitting(self) -> int:
        """How many have every word as it was typed."""
        return sum(each.tier <= Tier.FOLDED for each in self.ranked)


@dataclass(frozen=True, slots=True)
class _Question:
    """A query as it is put to the index and to the texts."""

    slots: Sequence[Slot]
    unwanted: Sequence[Slot]
    narrowed: Filter
    wanted_terms: Sequence[Sought]
    unwanted_terms: Sequence[Sought]


@dataclass(frozen=True, slots=True)
class LibrarySearch:
    """One query on its way through an index. All methods raise sqlite3.Error."""

    shelf: Shelf
    query: Query
    restriction: Restriction
    checkpoint: Callable[[], None]
    """Called before each article; ends the search by raising."""
    limit: int
    reading: str | None = None
    """The id of the article that is open: it is looked at first."""

    def soon(self) -> Findings:
        """Articles that have all the terms as they were typed: the likeliest, not all of them."""
        return self._as_typed(Findings(), FIRST_PAGE, self._is_something)

    def as_typed(self, known: Findings) -> Findings:
        """`known`, and the other articles that have all the terms as they were typed."""
        return self._as_typed(known, PAGE, self._is_enough)

    def with_corrections(self, known: Findings, *, decodes_keys: bool) -> Findings:
        """`known` and what corrected words find, for which they must stand together.

        Words are corrected only when fewer than a handful of articles have them together; a handful
        is enough then, but where there are few articles, all that have them are found.
        """
        slots = self._slots()
        if not is_worth_correcting(slots, known.ranked):
            return known
        sure = any(map(is_sure, known.ranked))
        supposed = with_suppositions(
            slots, self.shelf.lexicon, self.shelf.count, is_sure=sure, decodes_keys=decodes_keys
        )
        question = self._question(supposed)
        if supposed == slots or question is None:
            return known
        findings = Findings(seen=set(known.numbers))
        is_enough = _has_row if len(slots) >= MANY_WORDS else _has_handful
        if self._look_through(question, findings, PAGE, is_enough, most=FEW):
            findings.is_cut = True
        guessed = [
            each
            for each in findings.ranked
            if each.together >= GUESSED_TOGETHER or not each.is_guess
        ]
        return Findings(
            ranked=in_order([*known.ranked, *guessed], known.being_read),
            numbers=known.numbers | findings.numbers,
            seen=known.seen | findings.seen,
            is_cut=known.is_cut or findings.is_cut,
            being_read=known.being_read,
            hits=known.hits,
        )

    def count(self, most: int) -> int:
        """The articles that have all the words, up to `most`; 0 where only their texts can tell."""
        question = self._question(self._slots())
        if question is None or not self._is_plain(question):
            return 0
        every_stage = list(self._stages(question))
        return every_stage[-1].count(self.shelf.index, most) if every_stage else 0

    def _is_plain(self, question: _Question) -> bool:
        """Whether the tables of words know everything that is asked."""
        narrowed, query = question.narrowed, self.query
        return (
            narrowed.allowed is None
            and not (narrowed.refused or question.unwanted or query.after or query.before)
            and all(each.is_word and not each.is_anywhere for each in question.wanted_terms)
            and not any(has_marks(word) for each in query.terms for word in each.alternatives)
        )

    def _as_typed(
        self, known: Findings, size: int, is_enough: Callable[[Findings], bool]
    ) -> Findings:
        findings = replace(known, ranked=list(known.ranked), is_cut=False)
        findings.numbers, findings.seen = set(known.numbers), set(known.seen)
        question = self._question(self._slots())
        if question is not None:
            if self.reading is not None:
                self._weigh_what_is_read(self.reading, question, findings)
            if self._look_through(question, findings, size, is_enough):
                findings.is_cut = True
        findings.ranked = in_order(findings.ranked, findings.being_read)
        return findings

    def _weigh_what_is_read(self, key: str, question: _Question, findings: Findings) -> None:
        number = find_number(self.shelf.index.connection, key)
        if number is not None and number not in findings.seen:
            self._weigh([number], question, findings)
            findings.being_read = findings.ranked[-1] if number in findings.numbers else None

    def _slots(self) -> list[Slot]:
        return [
            Slot(term, typed_readings(term, is_strict=False))
            for term in self._terms()
            if not term.negated
        ]

    def _terms(self) -> list[Term]:
        """What is asked of articles; with `in:notes` the words are asked of the notes."""
        return [
            term
            for term in self.query.terms
            if not (self.query.in_notes and term.field is Field.ANY)
        ]

    def _question(self, slots: Sequence[Slot]) -> _Question | None:
        """None when the filter lets nothing pass."""
        shelf = self.shelf
        narrowed = filter_for(self.query, self.restriction, shelf.labels, shelf.index)
        if narrowed is None:
            return None
        unwanted = [
            Slot(term, typed_readings(term, is_strict=True))
            for term in self._terms()
            if term.negated and term.field is not Field.TAG
        ]
        return _Question(
            slots=[slot for slot in slots if slot.term.field is not Field.TAG],
            unwanted=unwanted,
            narrowed=narrowed,
            wanted_terms=self._sought(slots),
            unwanted_terms=self._sought(unwanted),
        )

    def _sought(self, slots: Sequence[Slot]) -> list[Sought]:
        lexicon = self.shelf.lexicon
        return [sought(each, lexicon) for each in slots if each.term.field not in FILTERS]

    def _stages(self, question: _Question) -> Iterator[Stage]:
        return stages(
            question.wanted_terms, question.narrowed.expression, articles=self.shelf.count
        )

    def _look_through(
        self,
        question: _Question,
        findings: Findings,
        size: int,
        is_enough: Callable[[Findings], bool],
        most: int = 0,
    ) -> bool:
        """Weigh the candidates of each stage until what was found is enough.

        Of `most` articles none is left out. Returns whether stages are left to be looked at.
        """
        allowed = question.narrowed.allowed
        if allowed is not None and len(allowed) <= FEW:
            self._weigh(sorted(allowed, reverse=True), question, findings)
            return False
        end = perf_counter() + LONGEST_CHECKED * max(1, self.limit / MANY_HITS)
        left, is_all = list(self._stages(question)), self.shelf.count <= most
        while left:
            stage = left.pop(0)
            for page in stage.pages(self.shelf.index, size, question.narrowed):
                self._weigh(page.numbers, question, findings)
                may_end = not (page.is_last or is_all)
                if may_end and (is_enough(findings) or perf_counter() > end):
                    findings.is_cut = True
                    break
            if not is_all and is_enough(findings):
                break
        return bool(left)

    def _is_something(self, findings: Findings) -> bool:
        """Whether there is something to be shown: a page of hits, or the very words in a row."""
        if findings.count_fitting() >= FIRST_HITS:
            return True
        return len(self.query.terms) >= LONG and _has_row(findings)

    def _is_enough(self, findings: Findings) -> bool:
        return len(findings.seen) >= PAGE and findings.count_fitting() >= self.limit

    def _weigh(self, numbers: Sequence[int], question: _Question, findings: Findings) -> None:
        new = [
            number
            for number in numbers
            if number not in findings.seen and question.narrowed.passes(number)
        ]
        findings.seen.update(new)
        entries = self.shelf.entries.find(new, question.wanted_terms, question.unwanted_terms)
        for number, entry in entries:
            self.checkpoint()
            if not self._is_in_time(entry):
                continue
            found = sketch(entry, question.slots, MOST_SKETCHED)
            if found is not None and not _has_any(entry, question.unwanted):
                findings.ranked.append(rank(found))
                findings.numbers.add(number)

    def _is_in_time(self, entry: Entry) -> bool:
        query = self.query
        if query.after is None and query.before is None:
            return True
        return is_between(entry.summary.dated, query.after, query.before)


def _has_any(entry: Entry, unwanted: Sequence[Slot]) -> bool:
    return any(sketch(entry, [slot], 1) for slot in unwanted)


def in_article(entry: Entry, query: Query) -> list[Ranked]:
    """The article if its text has all the terms, by the strict tiers alone."""
    slots = [
        Slot(term, typed_readings(term, is_strict=True), in_body_only=True)
        for term in query.terms
        if not term.negated and term.field is Field.ANY
    ]
    found = sketch(entry, slots, MOST_SKETCHED) if slots else None
    return [rank(found)] if found else []


def _has_row(findings: Findings) -> bool:
    return any(each.is_row for each in findings.ranked)


def _has_handful(findings: Findings) -> bool:
    """Whether there are enough rows of words that are few, and stand in a row in many articles."""
    return sum(each.is_row for each in findings.ranked) >= HANDFUL
