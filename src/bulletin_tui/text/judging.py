"""Whether a place is where a passage went: how alike its words are, and those around it.

All likeness is from 0 to 1, that of flat texts; the thresholds come from trials (ARCHITECTURE.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.text.flattening import flatten
from bulletin_tui.text.quoting import CONTEXT_LENGTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.model.annotation import TextQuoteSelector
    from bulletin_tui.model.article import Span

_GAPS = 6 * CONTEXT_LENGTH
"""How much of a text is read for a context, in which gaps are wide and marks lie apart."""
_NEAR = 16
"""Contexts must be alike this close to the quote too: those of a copy a few words away are not."""
_ENOUGH = 32
"""How much of a context must be left for it to count in full where an edge has cut it off."""
_NEUTRAL = 0.5
"""The likeness of contexts that speak neither for a place nor against it."""
_BOTH_AT_EDGE = 0.8
"""Two empty contexts are equal, but without words that alone would place a quote."""

_RIVAL_MARGIN = 0.06
_ALIKE, _NOT_UNLIKE = 0.7, 0.4
"""What the better and the worse context of a place must reach together."""
_SAME, _OTHER = 0.9, 0.6
"""What one context must reach alone, and what no context of another place may then reach."""
_LONG = 80
"""A quote of this length that stands once needs no more than a context that speaks for it."""

_LAID_BESIDE = ((1.0, 0.5, 0.0), (0.8, 0.6, 0.3), (0.6, 0.7, 0.4), (0.4, 0.5, 0.5))
_RESEMBLING = ((0.8, 0.7, 0.5), (0.6, 0.8, 0.6), (0.35, 0.85, 0.75))
_RESEMBLING_UNKNOWN = ((0.8, 0.75, 0.6), (0.6, 0.85, 0.75))
"""How alike the words, the better and the worse context must be; one row is enough."""


@dataclass(frozen=True, slots=True)
class Context:
    """What stands beside a passage, flat, read away from it."""

    letters: str
    is_cut: bool
    """Whether the text ends there, or what is known of it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage may stand: how like its own are the words there, and those on either side."""

    span: Span
    words: float
    before: float
    after: float

    @property
    def score(self) -> float:
        """By which places are compared."""
        return self.words + (self.before + self.after) / 2

    @property
    def best(self) -> float:
        """The better of the two contexts."""
        return max(self.before, self.after)

    @property
    def worst(self) -> float:
        """The worse of the two contexts."""
        return min(self.before, self.after)


def contexts(text: str, span: Span) -> tuple[Context, Context]:
    """What stands before and after a passage of a text."""
    before = flatten(text[max(span.start - _GAPS, 0) : span.start])[-CONTEXT_LENGTH:]
    after = flatten(text[span.end : span.end + _GAPS])[:CONTEXT_LENGTH]
    return (
        Context(before[::-1], len(before) < CONTEXT_LENGTH and span.start <= _GAPS),
        Context(after, len(after) < CONTEXT_LENGTH and span.end + _GAPS >= len(text)),
    )


def contexts_in(quote: TextQuoteSelector) -> tuple[Context, Context]:
    """What a selector tells of the text before and after its passage."""
    return (
        Context(flatten(quote.prefix)[::-1], len(quote.prefix) < CONTEXT_LENGTH),
        Context(flatten(quote.suffix), len(quote.suffix) < CONTEXT_LENGTH),
    )


def likeness(old: Context, new: Context) -> float:
    """How alike two contexts are.

    Where one text goes on and the other is at its edge, the contexts speak neither for nor against.
    """
    from rapidfuzz.distance import Levenshtein  # 13 ms, and most texts never change

    here = old.letters
    there = new.letters if old.is_cut else new.letters[: len(here)]
    common = min(len(here), len(there))
    if not common:
        return _NEUTRAL if here or there else _BOTH_AT_EDGE
    alike = min(
        Levenshtein.normalized_similarity(here[:length], there[:length])
        for length in (common, min(common, _NEAR))
    )
    weight = 1.0 if len(here) == len(there) else min(common / _ENOUGH, 1.0)
    return _NEUTRAL + weight * (alike - _NEUTRAL)


def is_likely(place: Place) -> bool:
    """Whether to believe the place that lies beside the passage when the texts do."""
    return _reaches(place, _LAID_BESIDE)


def is_convincing(place: Place, rivals: Sequence[Place]) -> bool:
    """Whether the contexts speak for a place of the very words, and for no rival nearly as much."""
    if not _leads(place, rivals):
        return False
    if place.best >= _ALIKE and place.worst >= _NOT_UNLIKE:
        return True
    if not rivals and len(place.span) >= _LONG:
        return place.best > _NEUTRAL
    return place.best >= _SAME and all(rival.best < _OTHER for rival in rivals)


def is_alike_enough(place: Place, rivals: Sequence[Place], *, is_old_known: bool) -> bool:
    """Whether a place with similar words is the passage; sterner where the old text is unknown."""
    rows = _RESEMBLING if is_old_known else _RESEMBLING_UNKNOWN
    apart = [rival for rival in rivals if not rival.span.overlaps(place.span)]
    return _leads(place, apart) and _reaches(place, rows)


def _leads(place: Place, rivals: Sequence[Place]) -> bool:
    for rival in rivals:
        if rival.score > place.score - _RIVAL_MARGIN or rival.best > place.best:
            return False
    return True


def _reaches(place: Place, rows: Sequence[tuple[float, float, float]]) -> bool:
    return any(
        place.words >= words and place.best >= better and place.worst >= worse
        for words, better, worse in rows
    )
