"""What a word may have been meant to be when it is not found, among the words that are there."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bulletin_tui.model.search import Field
from bulletin_tui.search.readings import corrected_readings
from bulletin_tui.search.weights import JOINED_COST, SLIP_COST
from bulletin_tui.text.fold import fold, has_marks
from bulletin_tui.text.telex import decode_telex, decode_vni
from bulletin_tui.text.words import word_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bulletin_tui.model.search import Term
    from bulletin_tui.search.readings import Reading
    from bulletin_tui.search.vocabulary import Vocabulary

SHORTEST_CORRECTED = 3
"""Letters; a shorter word is one slip away from too many others."""
SHORTEST_TWICE_CORRECTED = 8
"""Letters from which two slips are allowed; more than a Vietnamese syllable has."""
LONGEST_CORRECTED = 32
MOST_SLIPS = 60
"""Words one slip away that are tried, the commonest first."""
MOST_SPLITS = 20
MOST_PARTS = 4
"""Words that may have been joined."""


def corrections(term: Term, vocabulary: Vocabulary, *, at_least: int) -> list[Reading]:
    """Other readings of a term that is one word, out of quotes and fields.

    Each is possible in `at_least` articles.
    """
    word = _only_word(term)
    if not word or len(word) > LONGEST_CORRECTED:
        return []
    candidates = [
        *_keystrokes(word, is_unfinished=term.unfinished),
        *_split(word, vocabulary, is_unfinished=term.unfinished),
        *_slips(word, vocabulary),
    ]
    return [
        reading
        for reading in candidates
        if len(vocabulary.articles_with(reading.words, is_prefix=reading.is_prefix)) >= at_least
    ]


def _only_word(term: Term) -> str:
    if term.phrase or term.field is not Field.ANY or len(term.alternatives) > 1:
        return ""
    (typed,) = term.alternatives
    spans = word_spans(typed)
    return typed[spans[0].start : spans[0].end] if len(spans) == 1 else ""


def _keystrokes(word: str, *, is_unfinished: bool) -> Iterator[Reading]:
    """The syllable that was typed without an input method."""
    if has_marks(word):
        return
    for decode in (decode_telex, decode_vni):
        decoded = decode(word)
        if decoded is not None:
            yield from corrected_readings(
                [decoded], letters=decoded, cost=0.0, is_unfinished=is_unfinished
            )


def _split(word: str, vocabulary: Vocabulary, *, is_unfinished: bool) -> Iterator[Reading]:
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


def _splits(word: str, vocabulary: Vocabulary, count: int) -> Iterator[tuple[str, ...]]:
    """The ways to part a word into this many that are there."""
    if count == 1:
        if word in vocabulary:
            yield (word,)
        return
    for at in range(1, len(word)):
        if word[:at] in vocabulary:
            for rest in _splits(word[at:], vocabulary, count - 1):
                yield word[:at], *rest


def _slips(word: str, vocabulary: Vocabulary) -> Iterator[Reading]:
    """The words that were typed with a key wrong, by optimal string alignment.

    Of a word typed with marks, the marks are keys too; bare letters stand for any marks.
    """
    bare = fold(word)
    if not bare.isalpha() or len(bare) < SHORTEST_CORRECTED:
        return
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    most = 2 if len(bare) >= SHORTEST_TWICE_CORRECTED else 1
    near: list[tuple[int, int, str]] = []
    for length in range(len(bare) - most, len(bare) + most + 1):
        words = vocabulary.by_length.get(length, [])
        for other, slips, _ in extract(
            bare, words, scorer=OSA.distance, score_cutoff=most, limit=None
        ):
            near.append((slips, -len(vocabulary.articles_with([other])), other))
    for slips, _, other in sorted(near)[:MOST_SLIPS]:
        if slips:
            letters = word if has_marks(word) else other
            yield from corrected_readings(
                [other], letters=letters, cost=slips * SLIP_COST, slips=slips
            )
