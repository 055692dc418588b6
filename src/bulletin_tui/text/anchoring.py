"""Finding a passage again in a text that may have changed.

A wrong place is worse than none: where the words around a quote do not speak for one place alone,
the passage is an orphan. Flat texts are compared, so a text that is only set anew is no change.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnchorState, TextQuoteSelector
from bulletin_tui.model.article import Span
from bulletin_tui.text.flattening import flatten

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTEXT_LENGTH = 64

_MOST_PLACES = 10_000
"""Weighing more places than this would take seconds; what is so common is left an orphan."""
_RIVAL_MARGIN = 0.06
_ALIKE, _NOT_UNLIKE = 0.7, 0.4
"""What the better and the worse context of a place must reach together."""
_SAME, _OTHER = 0.9, 0.6
"""What one context must reach alone, and what no context of another place may then reach."""
_LONG = 80
"""A quote of this length that stands once needs no more than a context that speaks for it."""

_NEAR = 16
"""Contexts must be alike this close to the quote too: those of a copy a few words away are not."""
_ENOUGH = 32
"""How much of a context must be left for it to count in full where an edge has cut it off."""
_NEUTRAL = 0.5
"""The likeness of contexts that speak neither for a place nor against it."""
_BOTH_AT_EDGE = 0.8
"""Two empty contexts are equal, but without words that alone would place a quote."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the quote stands, and how like its old neighbours are those on either side, 0 to 1."""

    span: Span
    before: float
    after: float

    @property
    def score(self) -> float:
        return (self.before + self.after) / 2

    @property
    def best(self) -> float:
        return max(self.before, self.after)


def describe(text: str, span: Span) -> TextQuoteSelector:
    """The passage by its words, with up to 64 code points on either side."""
    return TextQuoteSelector(
        exact=text[span.start : span.end],
        prefix=text[max(span.start - CONTEXT_LENGTH, 0) : span.start],
        suffix=text[span.end : span.end + CONTEXT_LENGTH],
    )


def anchor(
    text: str, quote: TextQuoteSelector, span: Span, *, same_text: bool
) -> tuple[AnchorState, Span | None]:
    """How the passage once at `span` stands in `text`; `same_text` when nothing has changed.

    The span is None exactly for orphans.
    """
    if same_text:
        return AnchorState.KEPT, span
    found = _find(text, quote)
    if found is None:
        return AnchorState.ORPHAN, None
    if found.overlaps(span) and text[span.start : span.end] == quote.exact:
        return AnchorState.KEPT, span
    return (AnchorState.KEPT if found.start == span.start else AnchorState.MOVED), found


def _find(text: str, quote: TextQuoteSelector) -> Span | None:
    flat = flatten(text)
    exact = flatten(quote.exact).text
    if not exact.strip() or not 0 < flat.text.count(exact) <= _MOST_PLACES:
        return None
    places = sorted(_places(flat.text, exact, quote), key=lambda place: -place.score)
    return flat.original(places[0].span) if _is_convincing(*places) else None


def _places(text: str, exact: str, quote: TextQuoteSelector) -> Iterator[_Place]:
    """Every place of `exact` in a flat text, overlapping ones too."""
    prefix, suffix = flatten(quote.prefix).text[::-1], flatten(quote.suffix).text
    before = _reach(quote.prefix, prefix)
    after = _reach(quote.suffix, suffix)
    start = text.find(exact)
    while start >= 0:
        end = start + len(exact)
        yield _Place(
            Span(start, end),
            before=_likeness(prefix, text[max(start - before, 0) : start][::-1]),
            after=_likeness(suffix, text[end : end + after]),
        )
        start = text.find(exact, start + 1)


def _reach(context: str, flat: str) -> int:
    """How far to look beside a place: as far as `context`, which may end at an edge of its text."""
    return len(flat) if len(context) == CONTEXT_LENGTH else CONTEXT_LENGTH


def _likeness(old: str, new: str) -> float:
    """How alike two contexts are, both read away from the quote.

    Where one text goes on and the other is at its edge, the contexts speak neither for nor against.
    """
    from rapidfuzz.distance import Levenshtein  # 13 ms, and most texts never change

    common = min(len(old), len(new))
    if not common:
        return _NEUTRAL if old or new else _BOTH_AT_EDGE
    alike = min(
        Levenshtein.normalized_similarity(old[:length], new[:length])
        for length in (common, min(common, _NEAR))
    )
    weight = 1.0 if len(old) == len(new) else min(common / _ENOUGH, 1.0)
    return _NEUTRAL + weight * (alike - _NEUTRAL)


def _is_convincing(place: _Place, *rivals: _Place) -> bool:
    """Whether the contexts speak for `place`, and for no rival nearly as much."""
    for rival in rivals:
        if rival.score > place.score - _RIVAL_MARGIN or rival.best > place.best:
            return False
    if place.best >= _ALIKE and min(place.before, place.after) >= _NOT_UNLIKE:
        return True
    if not rivals and len(place.span) >= _LONG:
        return place.best > _NEUTRAL
    return place.best >= _SAME and all(rival.best < _OTHER for rival in rivals)
