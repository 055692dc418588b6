"""Cutting two long rows of words into short parts that lie beside each other.

They are cut where both have the same words in a row, and each only once, in the longest common
order of such places (as in Bram Cohen's patience diff).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROW = 4
"""How many words in a row tell one place from all others."""
_PART = 400
"""Words of a part at least: short parts would cost more than they save."""


def parts_beside(old: str, new: str) -> Iterator[tuple[Span, Span]]:
    """Parts of both rows, in order and without gaps."""
    old_at = new_at = 0
    for old_cut, new_cut in _in_common_order(_single_in_both(old, new)):
        if min(old_cut - old_at, new_cut - new_at) >= _PART:
            yield Span(old_at, old_cut), Span(new_at, new_cut)
            old_at, new_at = old_cut, new_cut
    yield Span(old_at, len(old)), Span(new_at, len(new))


def _single_in_both(old: str, new: str) -> list[tuple[int, int]]:
    """Where a row stands in both, ascending by the old one."""
    places = _single(new)
    return [(at, places[row]) for row, at in _single(old).items() if row in places]


def _single(codes: str) -> dict[str, int]:
    rows = [codes[at : at + _ROW] for at in range(len(codes) - _ROW + 1)]
    count = Counter(rows)
    return {row: at for at, row in enumerate(rows) if count[row] == 1}


def _in_common_order(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the places, ascending in the old row, that ascends in the new one."""
    lowest: list[int] = []
    """The least place in the new row that a chain of each length can end at."""
    last: list[int] = []
    before: list[int] = []
    for number, (_old, new) in enumerate(places):
        length = bisect_left(lowest, new)
        before.append(last[length - 1] if length else -1)
        lowest[length : length + 1] = [new]
        last[length : length + 1] = [number]
    chain: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(places[number])
        number = before[number]
    return chain[::-1]
