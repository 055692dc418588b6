"""Words as runs of letters and digits, with the marks that stand on them."""

from __future__ import annotations

import re

from bulletin_tui.model.article import Span
from bulletin_tui.text.marks import ASTRAL_BLOCKS, MARKS

_ON_LETTERS = f"[{MARKS}{ASTRAL_BLOCKS}]"
_WORD = re.compile(rf"[^\W_]++(?:{_ON_LETTERS}++[^\W_]*+)*+")
_INSIDE = re.compile(rf"[^\W_]|{_ON_LETTERS}")


def word_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words of `text[start:end]`, in order; one that reaches over an edge is cut there."""
    stop = len(text) if end is None else end
    return [Span(*match.span()) for match in _WORD.finditer(text, start, stop)]


def word_starts(text: str) -> list[int]:
    """Where the words of a text begin, in order."""
    return [match.start() for match in _WORD.finditer(text)]


def opening_words(text: str, start: int, end: int, count: int) -> list[Span]:
    """The first words of `text[start:end]`: `count`, and up to as many that follow without a space.

    So 10.000 and 29-NQ/TW are not cut to a figure that nobody wrote.
    """
    words = word_spans(text, start, end)
    for taken in range(count, min(len(words), 2 * count + 1)):
        if any(map(str.isspace, text[words[taken - 1].end : words[taken].start])):
            return words[:taken]
    return words if len(words) <= 2 * count else words[:count]


def spaced_words(text: str) -> str:
    """The words of a text, each behind a space, and nothing else."""
    return "".join([f" {word}" for word in _WORD.findall(text)])


def word_span_at(text: str, offset: int) -> Span | None:
    """The word that holds the code point at `offset`; None between words."""
    start = offset
    while start > 0 and _INSIDE.match(text, start - 1):
        start -= 1
    match = _WORD.search(text, start, len(text))
    return Span(*match.span()) if match and match.start() <= offset < match.end() else None


def next_word(text: str, offset: int) -> Span | None:
    """The first word that starts after `offset`."""
    here = word_span_at(text, offset)
    match = _WORD.search(text, here.end if here else offset)
    return Span(*match.span()) if match else None


def previous_word(text: str, offset: int) -> Span | None:
    """The last word that starts before `offset`."""
    for inside in range(min(offset, len(text)) - 1, -1, -1):
        if text[inside].isalnum():
            return word_span_at(text, inside)
    return None
