"""Looking for a passage in a text: where its words stand, and where similar ones do.

All spans are counted in words.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Span
from bulletin_tui.text.aligning import lay_beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bulletin_tui.text.wording import Wording

_MOST_PLACES = 100
"""To weigh more would take over 10 ms; a passage as common as that is known by its neighbours."""
_NEIGHBOURS = 3

_TELLING = 8
"""Words in a row that no text has twice by chance."""
_JOINED = 4
"""How many words on either side of a passage stand together when it is gone."""

_CONTEXT = 12
"""How many words around a passage help to find where similar ones stand."""
_LONGEST = 1_500
"""Words of a passage beyond which similar ones are not looked for."""
_MOST_PAIRS = 96
"""How many pairs of neighbouring words are looked for."""
_COMMON = 40
"""A pair that stands in more places than these tells none of them."""
_SLACK = 8
"""How many words may have come between two pairs that speak for one place."""
_WINDOWS = 5
"""How many places are laid beside the passage."""


def place_in_same_paragraph(old: Wording, words: Span, new: Wording) -> Span | None:
    """Where a passage of the old text stands in the new one, its paragraph being what it was.

    None unless the paragraph, or those that the passage reaches into, stand once in each text.
    """
    around = old.lines_of(words)
    row = old.row(around)
    if len(row) < _TELLING or not _is_single(old.codes, row) or not _is_single(new.codes, row):
        return None
    shift = new.codes.index(row) - around.start
    return Span(words.start + shift, words.end + shift)


def has_closed_over(old: Wording, words: Span, new: Wording) -> bool:
    """Whether what stood on either side of a passage stands together now, as it never did."""
    before = old.codes[max(words.start - _JOINED, 0) : words.start]
    joined = before + old.codes[words.end : words.end + _JOINED]
    return len(joined) == 2 * _JOINED and joined in new.codes and joined not in old.codes


def places_of(passage: Wording, words: Span, text: Wording) -> list[Span]:
    """Where the words of a passage stand in a text; empty when in too many places."""
    for neighbours in (0, _NEIGHBOURS):
        start = max(words.start - neighbours, 0)
        row = passage.codes[start : words.end + neighbours]
        found = _places(text.codes, row, most=_MOST_PLACES)
        if len(found) <= _MOST_PLACES:
            skipped = words.start - start
            return [Span(at + skipped, at + skipped + len(words)) for at in found]
    return []


def similar_places(passage: Wording, words: Span, text: Wording) -> Iterator[Span]:
    """Where words like those of a passage stand in a text, the likeliest place first.

    Pairs of neighbouring words vote for where the passage and its context begin; the text around
    each of the likeliest places is laid beside them.
    """
    if len(words) > _LONGEST:
        return
    start = max(words.start - _CONTEXT, 0)
    row = passage.codes[start : words.end + _CONTEXT]
    for beginning in _beginnings(row, text.codes):
        window = max(beginning - _CONTEXT, 0)
        beside = lay_beside(row, text.codes[window : beginning + len(row) + _CONTEXT + _SLACK])
        found = beside.counterpart(Span(words.start - start, words.end - start))
        if found is not None:
            yield Span(window + found.start, window + found.end)


def _beginnings(row: str, codes: str) -> list[int]:
    """Where a row may begin in a text, give or take some words."""
    votes: Counter[int] = Counter()
    for at in range(0, len(row) - 1, len(row) // _MOST_PAIRS + 1):
        places = _places(codes, row[at : at + 2], most=_COMMON)
        if len(places) <= _COMMON:
            votes.update({(place - at) // _SLACK for place in places})
    counts = Counter({slot: votes[slot] + votes[slot + 1] for slot in tuple(votes)})
    chosen: list[int] = []
    for slot, _count in counts.most_common(2 * _WINDOWS):
        if slot - 1 not in chosen and slot + 1 not in chosen:
            chosen.append(slot)
    return [max(slot * _SLACK, 0) for slot in chosen[:_WINDOWS]]


def _places(codes: str, row: str, *, most: int) -> list[int]:
    """Where a row starts, overlapping ones too; one more than `most` stands for more."""
    found: list[int] = []
    at = codes.find(row)
    while at >= 0 and len(found) <= most:
        found.append(at)
        at = codes.find(row, at + 1)
    return found


def _is_single(codes: str, row: str) -> bool:
    at = codes.find(row)
    return at >= 0 and codes.find(row, at + 1) < 0
