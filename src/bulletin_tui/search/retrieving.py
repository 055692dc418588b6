"""Which articles may answer a query: from the tables of words, the likeliest place first.

Stages ask for less and less: the terms in a row in a title, in a row in a passage, all in a title,
in a passage, in an article; what was added last comes first. What the tables do not hold (signs,
marks, rows longer than two words) only the text can tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from bulletin_tui.model.search import Field
from bulletin_tui.search.expressions import (
    all_of,
    anywhere,
    before_beginning,
    beginnings,
    between,
    either,
    in_a_row,
    rows,
)
from bulletin_tui.search.tokens import title_token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bulletin_tui.search.expressions import Row
    from bulletin_tui.search.filters import Filter
    from bulletin_tui.search.lexicon import Lexicon
    from bulletin_tui.search.matching import Slot
    from bulletin_tui.search.opening import Index

COMMONEST_READ = 20_000
"""Articles: where even the rarest term is in more, its passages are not looked through."""
RAREST = 5
"""Terms that are asked of passages and articles; the commoner ones rule little out."""
TIMES_COMMONER = 50
"""How much commoner than the rarest term another may be to be asked for along with it."""
FEW_ROWS = 4
"""Rows up to which the words that may follow them are all looked up."""
LEAST_COMMON = 2000
"""Articles: what is in no more is asked for in any case."""
_FIRST = 1 << 62


class Page(NamedTuple):
    """Some of the articles that a stage finds."""

    numbers: tuple[int, ...]
    is_last: bool


@dataclass(frozen=True, slots=True)
class Stage:
    """One question to one table of words."""

    table: str
    """`title_words`, `passage_words` or `article_words`; `passage` to read every text."""
    expression: str
    """Of FTS5, or what stands in a text; empty: every article."""

    def pages(self, index: Index, size: int, narrowed: Filter) -> Iterator[Page]:
        """The numbers of articles that pass, the newest first, `size` rows at a time.

        Raises sqlite3.Error.
        """
        clause, values = narrowed.condition(self._article)
        select = (
            f"SELECT {self._row}, {self._article} {self._from}"
            f" AND {self._row} < ? {clause} ORDER BY 1 DESC LIMIT ?"
        )
        before = _FIRST
        while True:
            found = index.connection.execute(
                select, (*self._asked, before, *values, size)
            ).fetchall()
            is_last = len(found) < size
            yield Page(tuple(dict.fromkeys(article for _row, article in found)), is_last)
            if is_last:
                return
            before = found[-1][0]

    def count(self, index: Index, most: int) -> int:
        """The articles that answer, up to `most`. Raises sqlite3.Error."""
        row: tuple[int] = index.connection.execute(
            f"SELECT count(*) FROM (SELECT DISTINCT {self._article} {self._from} LIMIT ?)",  # noqa: S608
            (*self._asked, most),
        ).fetchone()
        return row[0]

    @property
    def _from(self) -> str:
        if not self.expression:
            return "FROM article WHERE TRUE"
        if self.table == "passage":
            return "FROM passage WHERE instr(text, ?)"
        if self.table == "passage_words":  # the words decide first, whatever else is asked
            return (
                "FROM passage_words CROSS JOIN passage ON passage.id = passage_words.rowid"
                " WHERE passage_words MATCH ?"
            )
        return f"FROM {self.table} WHERE {self.table} MATCH ?"

    @property
    def _row(self) -> str:
        return f"{self.table}.rowid" if self.expression else "id"

    @property
    def _article(self) -> str:
        is_passage = self.expression and self.table in ("passage_words", "passage")
        return "passage.article" if is_passage else self._row

    @property
    def _asked(self) -> tuple[str, ...]:
        return (self.expression,) if self.expression else ()


@dataclass(frozen=True, slots=True)
class Sought:
    """A slot as it is looked for in the tables of words."""

    slot: Slot
    rows: tuple[Row, ...]
    """What it may stand for, in a row."""
    sets: tuple[Row, ...] = ()
    """What it may stand for, in any order."""
    commonness: int = 0
    """Articles that may have it."""
    begun: tuple[str, ...] = ()
    """What an unfinished word begins with."""
    is_anywhere: bool = False
    """Whether the tables do not know it: a sign that is no letter."""

    def in_a_row(self) -> str:
        """For titles and passages."""
        return either([*map(in_a_row, self.rows), *map(anywhere, self.sets)])

    def anywhere(self) -> str:
        """For whole articles."""
        return either(map(anywhere, (*self.rows, *self.sets)))

    def in_title(self) -> str:
        """For the titles of whole articles."""
        return either(anywhere(tuple(map(title_token, row))) for row in (*self.rows, *self.sets))

    @property
    def is_phrase(self) -> bool:
        """Whether it is words in a row, whatever it stands for."""
        return not self.sets and all(len(row) > 1 for row in self.rows)

    @property
    def is_word(self) -> bool:
        """Whether it is one word, whatever it stands for."""
        return not self.sets and all(len(row) == 1 for row in self.rows)


def sought(slot: Slot, lexicon: Lexicon) -> Sought:
    """How a slot is looked for."""
    found = tuple(rows(slot.readings, lexicon))
    sets = tuple(dict.fromkeys(chain.from_iterable(each.parts for each in slot.readings)))
    is_anywhere = any(reading.is_signs for reading in slot.readings)
    commonness = sum(min(map(lexicon.count, row)) for row in (*found, *sets))
    begun = beginnings(slot.readings)
    return Sought(slot, found, sets, commonness, begun, is_anywhere)


def stages(terms: Sequence[Sought], filters: str, *, articles: int) -> Iterator[Stage]:
    """The questions in their order, to an index of so many `articles`; none can be answered when
    a term is nowhere.
    """
    signs = [each for each in terms if each.is_anywhere]
    terms = [each for each in terms if not each.is_anywhere]
    if signs and not terms and not filters:
        yield from (
            Stage("passage", sign) for each in signs[:1] for sign in each.slot.term.alternatives
        )
    if any(not each.rows and not each.sets for each in terms):
        return
    titles = [each for each in terms if each.slot.term.field is Field.TITLE]
    others = [each for each in terms if each.slot.term.field is not Field.TITLE]
    in_title = [each.in_a_row() for each in titles]
    if chained := _chain(others, with_beginnings=True):
        yield Stage("title_words", all_of([chained, *in_title, filters]))
    if not titles and (chained := _chain(others, with_beginnings=False)):
        yield Stage("passage_words", all_of([chained, filters]))
    if terms:
        yield Stage(
            "title_words", all_of([*(each.in_a_row() for each in others), *in_title, filters])
        )
    rarest = _rarest(others)
    if rarest and not titles and rarest[0].commonness <= max(COMMONEST_READ, articles // 5):
        yield Stage("passage_words", all_of([*(each.in_a_row() for each in rarest), filters]))
    if len(terms) == len(others) == 1 and others[0].is_phrase:
        return  # words in a row stand in one title, name or passage, and were found there
    yield Stage(
        "article_words" if terms else "title_words",  # what only filters is known of every article
        all_of(
            [
                *(each.anywhere() for each in rarest),
                *(each.in_title() for each in titles),
                filters,
            ]
        ),
    )


def _rarest(terms: Sequence[Sought]) -> list[Sought]:
    """The terms that rule most out; one far commoner than the others costs more than it rules."""
    ordered = sorted(terms, key=lambda each: each.commonness)
    most = max(LEAST_COMMON, TIMES_COMMONER * ordered[0].commonness) if ordered else 0
    return [each for each in ordered[:RAREST] if each.commonness <= most]


def _chain(terms: Sequence[Sought], *, with_beginnings: bool) -> str:
    """All the terms in a row; empty when there is nothing to link."""
    links = [
        _link(before, after, with_beginnings=with_beginnings) for before, after in pairwise(terms)
    ]
    if not any(links):
        return ""
    linked = {at for at, link in enumerate(links) if link}
    loose = [
        each.in_a_row()
        for at, each in enumerate(terms)
        if not (each.is_word and (at in linked or at - 1 in linked))
    ]
    return all_of([*links, *loose])


def _link(before: Sought, after: Sought, *, with_beginnings: bool) -> str:
    """One term right before the other; empty when that cannot be asked for."""
    if before.sets or after.sets:
        return ""
    if with_beginnings and after.begun and len(before.rows) <= FEW_ROWS:
        begun = before_beginning(before.rows, after.begun)
        return either(filter(None, [begun, between(before.rows, after.rows)]))
    return between(before.rows, after.rows)
