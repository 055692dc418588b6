"""What is asked of a table of words: FTS5 expressions made of our own tokens alone.

Nothing that was typed reaches the syntax of FTS5 but as words in quotes, which hold letters and
digits only.
"""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING, TypeAlias

from bulletin_tui.search.lexicon import MOST_ENDINGS
from bulletin_tui.search.tokens import LONGEST_WORD, pair, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bulletin_tui.search.lexicon import Lexicon
    from bulletin_tui.search.readings import Reading

MOST_PAIRS = 160
"""Pairs that are tried between two terms; more are no better than none."""
Row: TypeAlias = tuple[str, ...]
"""Words of the index in a row."""


def rows(readings: Iterable[Reading], lexicon: Lexicon) -> list[Row]:
    """The rows of words that readings stand for; an unfinished word is completed."""
    found: dict[Row, None] = {}
    for reading in readings:
        if not reading.words:
            continue
        *front, last = (word[:LONGEST_WORD] for word in words(" ".join(reading.words)))
        if reading.is_prefix:
            for word in lexicon.beginning(last, MOST_ENDINGS):
                found[*front, word] = None
        else:
            found[*front, last] = None
    return list(found)


def quoted(token: str) -> str:
    """A token as FTS5 takes it."""
    return f'"{token}"'


def all_of(expressions: Iterable[str]) -> str:
    """What has all of these; empty ones ask for nothing."""
    return " AND ".join(f"({each})" for each in expressions if each)


def either(expressions: Iterable[str]) -> str:
    """What has one of these."""
    return " OR ".join(f"({each})" for each in dict.fromkeys(expressions))


def in_a_row(row: Row) -> str:
    """The words of a row, next to each other as far as pairs tell."""
    return all_of(map(quoted, _links(row))) if len(row) > 1 else quoted(row[0])


def anywhere(row: Row) -> str:
    """The words of a row, wherever they stand."""
    return all_of(map(quoted, row))


def beginnings(readings: Iterable[Reading]) -> tuple[str, ...]:
    """The single words that readings leave unfinished."""
    begun = [reading.words for reading in readings if reading.is_prefix and len(reading.words) == 1]
    return tuple(dict.fromkeys(word for (word,) in begun if word.isascii()))


def before_beginning(before: Sequence[Row], begun: Sequence[str]) -> str:
    """One of the rows right before a word that begins so."""
    ends = dict.fromkeys(row[-1] for row in before)
    return either(f"{quoted(pair(first, word))} *" for first, word in product(ends, begun))


def between(before: Sequence[Row], after: Sequence[Row]) -> str:
    """One of the rows right before one of the others; empty when there are too many."""
    if len(before) * len(after) > MOST_PAIRS:
        return ""
    ends = dict.fromkeys(
        pair(first, second)
        for first, second in product(
            dict.fromkeys(row[-1] for row in before), dict.fromkeys(row[0] for row in after)
        )
    )
    return either(map(quoted, ends))


def _links(row: Row) -> list[str]:
    return [pair(first, second) for first, second in pairwise(row)]
