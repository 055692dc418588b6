"""A text with a marked passage that is followed through every change of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

WORD = re.compile(r"\S+")
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\n))*")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and where the passage is in it; None when it is gone."""

    text: str
    span: Span | None

    @property
    def at(self) -> Span:
        """Where the passage is, which is not gone."""
        assert self.span is not None
        return self.span

    @property
    def words(self) -> list[Span]:
        """The words of the passage."""
        return [word for word in words_of(self.text) if self.at.start <= word.start < self.at.end]

    @property
    def own_paragraphs(self) -> Span:
        """The paragraphs that share a letter with the passage."""
        own = [each for each in paragraphs_of(self.text) if each.overlaps(self.at)]
        return Span(own[0].start, own[-1].end)


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in the place of a stretch of a text, which may be empty."""

    at: Span
    new: str


def words_of(text: str) -> list[Span]:
    """The words of a text, with the signs that touch them."""
    return [Span(*word.span()) for word in WORD.finditer(text)]


def paragraphs_of(text: str) -> list[Span]:
    """The paragraphs of a text, which blank lines part."""
    return [Span(*paragraph.span()) for paragraph in _PARAGRAPH.finditer(text)]


def mark_somewhere(text: str, chance: Random, most: int = 60) -> Marked:
    """From two to `most` words of a text in a row."""
    words = words_of(text)
    count = min(chance.randint(2, most), len(words))
    first = chance.randrange(len(words) - count + 1)
    return Marked(text, Span(words[first].start, words[first + count - 1].end))


def rewritten(marked: Marked, pieces: Iterable[Piece]) -> Marked:
    """The text with pieces put in; what is put in at an end of the passage is not part of it."""
    ordered = sorted(pieces, key=lambda piece: piece.at)
    parts: list[str] = []
    at = 0
    for piece in ordered:
        parts += (marked.text[at : piece.at.start], piece.new)
        at = piece.at.end
    parts.append(marked.text[at:])
    text = "".join(parts)
    return Marked(text, _followed(marked.span, ordered, text))


def _followed(span: Span | None, pieces: Sequence[Piece], text: str) -> Span | None:
    if span is None:
        return None
    start, end = span.start, span.end
    for piece in pieces:
        at = piece.at
        if at.end <= span.start:
            start += len(piece.new) - len(at)
        if at.end <= span.start or (at.start < span.end and at.end > span.start):
            end += len(piece.new) - (min(at.end, span.end) - at.start)
    return Span(start, end) if start < end and WORD.search(text, start, end) else None
