"""Texts as rows of words, one code point a word, so that rows can be compared as strings are.

A word is a run of letters, a letter of a script that writes no spaces, or a sign. Words with the
same flat form have the same code.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Span
from bulletin_tui.text.flattening import flatten
from bulletin_tui.text.forbidden import INVISIBLE
from bulletin_tui.text.marks import ASTRAL_BLOCKS, MARKS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
_WORD = re.compile(
    rf"[{_UNSPACED}]"
    rf"|[^\W_{_UNSPACED}](?:[^\W_{_UNSPACED}]|[{MARKS}{ASTRAL_BLOCKS}{INVISIBLE}])*+"
    rf"|[^\s{INVISIBLE}]"
)
_FOREIGN = "\0"
"""The code of a word that the vocabulary does not have; it is never given to one that it has."""
_CROWDED = "\1"
"""The code of words that come when all others are given."""


class Vocabulary:
    """The codes of the words of a text, in which others can then be written down too."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._written: dict[str, str] = {}
        """By the word as it stands in a text, which saves most of the flattening."""

    def learn(self, words: Sequence[str]) -> str:
        """The codes of some words, which get one when they have none."""
        written = self._written
        for word in dict.fromkeys(words):
            if word not in written:
                number = len(self._codes) + 2
                free = chr(number) if number <= sys.maxunicode else _CROWDED
                written[word] = self._codes.setdefault(flatten(word), free)
        return "".join(map(written.__getitem__, words))

    def look_up(self, words: Sequence[str]) -> str:
        """The codes of some words, with the one that stands for all that have none."""
        written = self._written
        for word in dict.fromkeys(words):
            if word not in written:
                written[word] = self._codes.get(flatten(word), _FOREIGN)
        return "".join(map(written.__getitem__, words)).replace(_CROWDED, _FOREIGN)


@dataclass(frozen=True, slots=True)
class Wording:
    """A stretch of a text as a row of words; ranges of words are spans too, counted in words."""

    text: str
    """The whole text."""
    codes: str
    starts: array[int]
    """Where each word starts in the text."""
    ends: array[int]

    def __len__(self) -> int:
        return len(self.codes)

    def words_in(self, span: Span) -> Span:
        """The words that share a code point with a span of the text."""
        first = bisect_right(self.ends, span.start)
        return Span(first, max(bisect_left(self.starts, span.end), first))

    def span_of(self, words: Span) -> Span:
        """From the start of the first of some words to the end of the last; at least one."""
        return Span(self.starts[words.start], self.ends[words.end - 1])

    def lines_of(self, words: Span) -> Span:
        """The words of the lines that some words stand on."""
        start = self.text.rfind("\n", 0, self.starts[words.start]) + 1
        end = self.text.find("\n", self.ends[words.end - 1])
        return self.words_in(Span(start, end if end >= 0 else len(self.text)))

    def row(self, words: Span) -> str:
        """The codes of some words."""
        return self.codes[words.start : words.end]


def put_in_words(
    text: str, codes_of: Callable[[Sequence[str]], str], stretch: Span | None = None
) -> Wording:
    """The words of a text, or of a stretch of it; a word that reaches over an edge is cut there."""
    start, end = (stretch.start, stretch.end) if stretch else (0, len(text))
    spans = [word.span() for word in _WORD.finditer(text, start, end)]
    codes = codes_of([text[first:last] for first, last in spans])
    starts = array("I", [first for first, _last in spans])
    ends = array("I", [last for _first, last in spans])
    return Wording(text, codes, starts, ends)
