"""What a term may stand for in a text: a word, words in a row, a document's symbol, signs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bulletin_tui.model.search import Field, Tier
from bulletin_tui.search.texts import MOST_BETWEEN_WORDS
from bulletin_tui.search.tokens import UNSPACED
from bulletin_tui.search.weights import PREFIX_COST
from bulletin_tui.text.fold import fold, strict, strictly_matches, unify
from bulletin_tui.text.telex import is_syllable
from bulletin_tui.text.words import word_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bulletin_tui.model.article import Span
    from bulletin_tui.model.search import Term
    from bulletin_tui.search.texts import SearchText

LONGEST_SYMBOL = 6
"""Letters of a document's symbol in short."""
_REMEMBERED = 4096
"""Words whose letters are known: a few hundred syllables are most of a text."""
_BETWEEN = f" {{1,{MOST_BETWEEN_WORDS}}}"
_LETTERS_FIRST = re.compile(r"(?P<letters>[a-z]{2,})[-/. ]?(?P<number>\d{1,4})")
_NUMBER_FIRST = re.compile(r"(?P<number>\d{1,4})[-/]?(?P<letters>[a-z]{2,})")
_UNSPACED = re.compile(f"[{UNSPACED}]")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a term."""

    pattern: str
    """What is looked for, from the space before it; seldom compiled, as needles are often all."""
    needle: str
    """What stands wherever the pattern does; quickly looked for."""
    words: tuple[str, ...]
    """The bare words in a row that it stands for; none if it can stand for several rows."""
    letters: str
    """What the letters found are compared with, in the form of `strict`."""
    is_prefix: bool = False
    """Whether the last word goes on."""
    is_strict: bool = False
    """Whether letters with another mark than the one typed are none of it."""
    is_correction: bool = False
    is_decoded: bool = False
    """Whether it is the word that keys of Telex or VNI type."""
    cost: float = 0.0
    """What a match loses of its worth, from 0 to 1."""
    slips: int = 0
    """How many keys were typed wrong if this was meant; marks that were typed are keys."""
    parts: tuple[tuple[str, ...], ...] = ()
    """The bare words of which all of one group are there where it stands, if it has no `words`."""
    is_needle_all: bool = False
    """Whether it is one word: the needle, with a space on either side, or before it if it goes on.
    """
    is_signs: bool = False
    """Whether it has no word in it, and is looked for among the signs between the words."""

    def is_in(self, text: SearchText) -> bool:
        """Whether the bare letters are there, whatever their marks."""
        return any(True for _place in self.find(text))

    def find(self, text: SearchText, block: Span | None = None) -> Iterator[tuple[int, int]]:
        """Where the bare letters are, as start and end in `text.raw`; rows may overlap."""
        form = self._form(text)
        start, end = (block.start, block.end + 2) if block else (0, len(form))
        if self.is_needle_all:
            begun = self._find_begun(form, start, end)
            return begun if self.is_prefix else self._find_needle(form, start, end)
        lead = 0 if self.pattern.startswith(" ") else 1
        matches = _overlapping if len(self.words) > 1 else re.Pattern.finditer
        return (
            (match.start() - lead, match.end() - 1)
            for match in matches(re.compile(self.pattern), form, start, end)
        )

    def _find_needle(self, form: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A whole word between its spaces; the one behind it may be the one before the next."""
        length = len(self.needle) - 2
        at = form.find(self.needle, start, end)
        while at >= 0:
            yield at, at + length
            at = form.find(self.needle, at + length + 1, end)

    def _find_begun(self, form: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The beginnings of words that go on."""
        length = len(self.needle) - 1
        at = form.find(self.needle, start, end)
        while at >= 0:
            behind = at + 1 + length
            if form[behind] != " ":
                yield at, at + length
            at = form.find(self.needle, behind, end)

    def _form(self, text: SearchText) -> str:
        return f" {unify(text.raw)} " if self.is_signs else text.words

    def tier(self, found: str) -> Tier | None:
        """How well what was found fits; None when it does not."""
        letters = _letters(found)
        if letters == self.letters:
            tier = Tier.EXACT
        elif _stands_for(self.letters, letters):
            tier = Tier.FOLDED
        elif self.slips and _distance(self.letters, letters, self.slips) <= self.slips:
            tier = Tier.CORRECTED
        elif self.is_strict:
            return None
        else:
            tier = Tier.TONE
        return Tier.CORRECTED if self.is_correction else tier


def _overlapping(
    pattern: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """Every match: one that does not fit by its marks must not hide the next."""
    while (match := pattern.search(text, start, end)) is not None:
        yield match
        start = match.start() + 1


def typed_readings(term: Term, *, is_strict: bool) -> tuple[Reading, ...]:
    """The term as it was typed, each of its alternatives in every spelling it has.

    Phrases and fields are strict by themselves.
    """
    strictly = is_strict or term.phrase or term.field is not Field.ANY
    readings: list[Reading] = []
    for typed in term.alternatives:
        is_unfinished = term.unfinished and typed == term.alternatives[-1]
        readings += _as_typed(typed, is_strict=strictly, is_unfinished=is_unfinished)
    return tuple(readings)


def corrected_readings(
    words: Sequence[str], *, letters: str, cost: float, slips: int = 0, is_unfinished: bool = False
) -> list[Reading]:
    """Words in a row that may be meant; their letters are `letters` but for so many slips."""
    return [
        replace(reading, is_correction=True, cost=reading.cost + cost, slips=slips)
        for reading in _rows(words, letters, is_strict=True, is_unfinished=is_unfinished)
    ]


def _as_typed(typed: str, *, is_strict: bool, is_unfinished: bool) -> Iterator[Reading]:
    words = [typed[span.start : span.end] for span in word_spans(typed)]
    if not words:
        yield Reading(re.escape(typed), typed, (), "", is_signs=True)
        return
    yield from _rows(words, typed, is_strict=is_strict, is_unfinished=is_unfinished)
    symbol = _symbol(fold(typed))
    if symbol is not None:
        pattern, parts = symbol
        yield Reading(pattern, parts[0][-1], (), _letters(typed), is_strict=is_strict, parts=parts)


def _rows(
    words: Sequence[str], letters: str, *, is_strict: bool, is_unfinished: bool
) -> Iterator[Reading]:
    """The words as they are, and if the last is not finished, those that begin so."""
    bare = tuple(map(fold, words))
    lead = "" if _UNSPACED.match(bare[0]) else " "
    row = lead + _BETWEEN.join(map(re.escape, bare))
    if _UNSPACED.match(bare[-1][-1]):
        yield Reading(row, bare[0], bare, _letters(letters), is_strict=is_strict)
        return
    is_one = len(bare) == 1 and bool(lead)
    whole = Reading(
        pattern=f"{row}(?= )",
        needle=f" {bare[0]} " if is_one else lead + bare[0],
        words=bare,
        letters=_letters(letters),
        is_strict=is_strict,
        is_needle_all=is_one,
    )
    yield whole
    if is_unfinished:
        goes_on = f"{row}(?! )"
        needle = lead + bare[0]
        yield replace(whole, pattern=goes_on, needle=needle, is_prefix=True, cost=PREFIX_COST)


def _symbol(bare: str) -> tuple[str, tuple[tuple[str, ...], ...]] | None:
    """A document's symbol in short, such as `nq29` or `29nq` for 29-NQ/TW.

    Its letters make no syllable, else it would be a word with a VNI key: `nghi5`.
    """
    match = _LETTERS_FIRST.fullmatch(bare) or _NUMBER_FIRST.fullmatch(bare)
    if match is None or len(match["letters"]) > LONGEST_SYMBOL or is_syllable(match["letters"]):
        return None
    letters = " ?".join(match["letters"])
    numbers = dict.fromkeys((match["number"], match["number"].zfill(2)))
    number = f"(?:{'|'.join(numbers)})"
    pattern = f" (?:{number} *(?:\\d{{4}} +)?{letters}|{letters} *(?:so +)?{number})(?= )"
    partings = list(_partings(match["letters"]))
    return pattern, tuple((*parts, each) for each in numbers for parts in partings)


def _partings(letters: str) -> Iterator[tuple[str, ...]]:
    """The ways in which signs or spaces may part letters: `nqtu` stands for `NQ-TU`."""
    yield (letters,)
    for at in range(1, len(letters)):
        for rest in _partings(letters[at:]):
            yield letters[:at], *rest


def _distance(typed: str, found: str, most: int) -> int:
    from rapidfuzz.distance import OSA

    return OSA.distance(typed, found, score_cutoff=most)


@lru_cache(_REMEMBERED)
def _stands_for(typed: str, found: str) -> bool:
    return strictly_matches(typed, found)


@lru_cache(_REMEMBERED)
def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, strict(text)))
