"""Finding a passage again in a text that may have changed.

A wrong place is worse than none: where the words around a quote do not speak for one place alone,
the passage is an orphan. Compared is the text with white space, quotes and dashes unified.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnchorState, TextQuoteSelector
from bulletin_tui.model.article import Span
from bulletin_tui.text.fold import unify

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTEXT_LENGTH = 64

_NEUTRAL = 0.5
"""What a context weighs that is missing at an edge of the text."""
_RIVAL_MARGIN = 0.06
_MOST_PLACES = 10_000
"""A quote with more places than this is not told apart; weighing them all would take seconds."""
_GAP = re.compile("  +")


@dataclass(frozen=True, slots=True)
class _Flat:
    """A text with each run of white space one space, and the way back to its offsets."""

    text: str
    cuts: list[int]
    """Offsets in `text` after which `removed` code points are missing."""
    removed: list[int]

    def original(self, span: Span) -> Span:
        """The span of the original text that became `span`, which is not empty."""
        return Span(self._offset(span.start), self._offset(span.end - 1) + 1)

    def _offset(self, offset: int) -> int:
        return offset + self.removed[bisect_right(self.cuts, offset) - 1]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the quote stands, and how like its old neighbours are those on either side, 0 to 1."""

    span: Span
    before: float
    after: float

    @property
    def score(self) -> float:
        return (self.before + self.after) / 2


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
    flat = _flatten(text)
    exact = _flatten(quote.exact).text
    if not exact.strip() or flat.text.count(exact) > _MOST_PLACES:
        return None
    places = sorted(_places(flat.text, exact, quote), key=lambda place: -place.score)
    if not places or not _is_convincing(places[0], len(exact), alone=len(places) == 1):
        return None
    if len(places) > 1 and places[1].score > places[0].score - _RIVAL_MARGIN:
        return None
    return flat.original(places[0].span)


def _places(text: str, exact: str, quote: TextQuoteSelector) -> Iterator[_Place]:
    """Every place of `exact`, overlapping ones too."""
    prefix, suffix = _flatten(quote.prefix).text, _flatten(quote.suffix).text
    start = text.find(exact)
    while start >= 0:
        end = start + len(exact)
        yield _Place(
            Span(start, end),
            before=_likeness(prefix, text[max(start - len(prefix or " "), 0) : start]),
            after=_likeness(suffix, text[end : end + len(suffix or " ")]),
        )
        start = text.find(exact, start + 1)


def _likeness(old: str, new: str) -> float:
    """1 for equal contexts; two missing ones are equal."""
    from rapidfuzz.distance import Levenshtein  # 13 ms, and most texts never change

    if old and new:
        return Levenshtein.normalized_similarity(old, new)
    return 1.0 if old == new else _NEUTRAL


def _is_convincing(place: _Place, length: int, *, alone: bool) -> bool:
    low, high = sorted((place.before, place.after))
    if high >= 0.7 and low >= 0.4:
        return True
    return alone and length >= 24 and high >= 0.9


def _flatten(text: str) -> _Flat:
    unified = unify(text)
    cuts, removed = [0], [0]
    for gap in _GAP.finditer(unified):
        cuts.append(gap.start() + 1 - removed[-1])
        removed.append(removed[-1] + len(gap[0]) - 1)
    return _Flat(_GAP.sub(" ", unified), cuts, removed)
