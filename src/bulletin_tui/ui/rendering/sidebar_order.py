"""The orders in which the sidebar lists articles, besides the library's own."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from bulletin_tui.text.collation import collation_key
from bulletin_tui.words import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.model.library import Library


class SortedBy(StrEnum):
    """What comes first in each list."""

    NEWEST = "newest"
    TITLE = "title"
    SOURCE = "source"

    @property
    def next(self) -> SortedBy:
        """The one that the key goes on to."""
        orders = tuple(SortedBy)
        return orders[(orders.index(self) + 1) % len(orders)]


WORDS = {
    SortedBy.NEWEST: N_("Newest first"),
    SortedBy.TITLE: N_("By title"),
    SortedBy.SOURCE: N_("By source"),
}


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A library in another order: a rank is a place in it."""

    positions: Sequence[int]
    """Of the article at each rank."""
    ranks: Sequence[int]
    """Of the article at each position."""

    def sorted(self, positions: Sequence[int]) -> Sequence[int]:
        """The ranks of these articles, ascending."""
        if len(positions) == len(self.ranks):
            return range(len(self.ranks))
        return array("I", sorted(self.ranks[position] for position in positions))


def arrange(library: Library, by: SortedBy) -> Arrangement | None:
    """The library in this order; None if it is its own. May take a second."""
    match by:
        case SortedBy.NEWEST:
            return None
        case SortedBy.TITLE:
            positions = _by_title(library)
        case SortedBy.SOURCE:
            sources = (source.positions for source in library.sources)
            positions = array("I", chain.from_iterable(sources))
    ranks = array("I", bytes(4 * len(positions)))
    for rank, position in enumerate(positions):
        ranks[position] = rank
    return Arrangement(positions, ranks)


def _by_title(library: Library) -> array[int]:
    titles = [collation_key(library.title_at(position)) for position in range(len(library))]
    return array("I", sorted(range(len(titles)), key=titles.__getitem__))
