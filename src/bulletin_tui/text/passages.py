"""A passage of one text, and how it would be at a place in another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Span
from bulletin_tui.text.flattening import flatten
from bulletin_tui.text.judging import Context, Place, contexts, likeness

if TYPE_CHECKING:
    from bulletin_tui.text.edits import Alignment
    from bulletin_tui.text.wording import Wording

_LONG = 5_000
"""Code points beyond which a passage is not compared letter by letter."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage in a text that has it: the old one, or as much as a selector tells of that."""

    wording: Wording
    span: Span
    words: Span
    flat: str
    before: Context
    after: Context

    def span_at(self, words: Span, text: Wording) -> Span:
        """The span of some words of another text; to the letter, if that has the same letters."""
        found = text.span_of(words)
        own = self.wording.span_of(self.words)
        exact = self.wording.text[self.span.start : self.span.end]
        start = found.start + self.span.start - own.start
        if start >= 0 and text.text.startswith(exact, start):
            return Span(start, start + len(exact))
        return found

    def at(self, words: Span, text: Wording) -> Place:
        """The passage at some words of another text."""
        span = self.span_at(words, text)
        before, after = contexts(text.text, span)
        return Place(
            span,
            words=self._similarity(text.text[span.start : span.end]),
            before=likeness(self.before, before),
            after=likeness(self.after, after),
        )

    def beside(self, words: Span, text: Wording, alignment: Alignment) -> Place:
        """The passage at words that lie beside it, and may have much in common with it."""
        place = self.at(words, text)
        before, after = alignment.kept_beside(self.words, words)
        kept = alignment.kept(self.words, words) / max(len(words), len(self.words))
        return replace(
            place,
            words=max(place.words, kept),
            before=max(place.before, before),
            after=max(place.after, after),
        )

    def _similarity(self, other: str) -> float:
        from rapidfuzz.distance import Levenshtein  # 13 ms, and most texts never change

        flat = flatten(other)
        if flat == self.flat:
            return 1.0
        if max(len(flat), len(self.flat)) > _LONG:
            return 0.0
        return Levenshtein.normalized_similarity(flat, self.flat)


def passage_of(
    wording: Wording, span: Span, flat: str, around: tuple[Context, Context]
) -> Passage | None:
    """A passage of a text that is written down; None when nothing of it is a word."""
    words = wording.words_in(span)
    return Passage(wording, span, words, flat, *around) if words else None
