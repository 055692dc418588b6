"""What a word may have been meant to be when it is not found, among the words that are there."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from bulletin_tui.model.search import Field
from bulletin_tui.search.readings import corrected_readings
from bulletin_tui.search.weights import JOINED_COST, SLIP_COST
from bulletin_tui.text.fold import fold, has_marks
from bulletin_tui.text.telex import decode_telex, decode_vni
from bulletin_tui.text.words import word_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bulletin_tui.model.search import Term
    from bulletin_tui.search.readings import Reading

SHORTEST_CORRECTED = 3
"""Letters; a shorter word is one slip away from too many others."""
SHORTEST_TWICE_CORRECTED = 8
"""Letters from which two slips are allowed; more than a Vietnamese syllable has."""
LONGEST_CORRECTED = 32
MOST_SLIPS = 24
"""Words a slip away that are tried, the commonest first."""
MOST_SPLITS = 20
MOST_PARTS = 4
"""Words that may have been joined."""


class Spellings(Protocol):
    """The words that are there."""

    def __contains__(self, word: str, /) -> bool:
        """Whether a word in bare letters is there."""
        ...

    def row_count(self, row: Sequence[str], *, is_prefix: bool) -> int:
        """How often words stand in a row, roughly; with `is_prefix` the last is a beginning."""
        ...

    def near(self, word: str, most: int) -> list[tuple[int, str]]:
        """The other words at most so many keys away, with how many; the likelier ones first."""
        ...


def corrections(
    term: Term, vocabulary: Spellings, *, at_least: int, decodes_keys: bool = True
) -> list[Reading]:
    """Other readings of a term that is one word, out of quotes and fields.

    Each is possible in `at_least` articles.
    """
    word = _only_word(term)
    if not word or len(word) > LONGEST_CORRECTED:
        return []
    candidates = [
        *(_keystrokes(word, is_unfinished=term.unfinished) if decodes_keys else ()),
        *_split(word, vocabulary, is_unfinished=term.unfinished),
        *_slips(word, vocabulary),
    ]
    return [
        reading
        for reading in candidates
        if vocabulary.row_count(reading.words, is_prefix=reading.is_prefix) >= at_least
    ]


def _only_word(term: Term) -> str:
    if term.phrase or term.field is not Field.ANY or len(term.alternatives) > 1:
        return ""
    (typed,) = term.alternatives
    spans = word_spans(typed)
    return typed[spans[0].start : spans[0].end] if len(spans) == 1 else ""


def _keystrokes(word: str, *, is_unfinished: bool) -> Iterator[Reading]:
    """What was typed without an input method: one word, or its syllables as words in a row."""
    if has_marks(word):
        return
    for decode in (decode_telex, decode_vni):
        syllables = decode(word)
        if not syllables:
            continue
        joined = "".join(syllables)
        for row, cost in {syllables: JOINED_COST, (joined,): 0.0}.items():
            for reading in corrected_readings(
                row, letters=joined, cost=cost, is_unfinished=is_unfinished
            ):
                yield replace(reading, is_decoded=True)


def _split(word: str, vocabulary: Spellings, *, is_unfinished: bool) -> Iterator[Reading]:
    """The words that were typed without a space between them."""
    splits = (
        parts
        for count in range(2, MOST_PARTS + 1)
        for parts in _splits(fold(word), vocabulary, count)
    )
    for parts in islice(splits, MOST_SPLITS):
        yield from corrected_readings(
            parts, letters=word, cost=JOINED_COST, is_unfinished=is_unfinished
        )


def _splits(word: str, vocabulary: Spellings, count: int) -> Iterator[tuple[str, ...]]:
    """The ways to part a word into this many that are there."""
    if count == 1:
        if word in vocabulary:
            yield (word,)
        return
    for at in range(1, len(word)):
        if word[:at] in vocabulary:
            for rest in _splits(word[at:], vocabulary, count - 1):
                yield word[:at], *rest


def _slips(word: str, vocabulary: Spellings) -> Iterator[Reading]:
    """The words that were typed with a key wrong, by optimal string alignment.

    Of a word typed with marks, the marks are keys too; bare letters stand for any marks.
    """
    bare = fold(word)
    if not bare.isalpha() or len(bare) < SHORTEST_CORRECTED:
        return
    most = 2 if len(bare) >= SHORTEST_TWICE_CORRECTED else 1
    for slips, other in vocabulary.near(bare, most)[:MOST_SLIPS]:
        letters = word if has_marks(word) else other
        yield from corrected_readings([other], letters=letters, cost=slips * SLIP_COST, slips=slips)
