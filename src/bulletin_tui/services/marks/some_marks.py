"""Some of the marks of a list, as filters take them together: all of it in one step, not each.

A set of 20,000 numbers has them all over the memory, which costs more than what is done with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class SomeMarks:
    """Marks by their places in a list; only those of one list are taken together."""

    total: int
    """How many marks the list has."""
    ones: int
    """A byte for each of them, the first one the lowest: 1 where it is among these."""

    @classmethod
    def at(cls, places: Iterable[int], total: int) -> SomeMarks:
        """The marks at these places."""
        flags = bytearray(total)
        for place in places:
            flags[place] = 1
        return cls(total, int.from_bytes(flags, "little"))

    def flags(self) -> bytes:
        """A byte for each mark of the list, 1 or 0."""
        return self.ones.to_bytes(self.total, "little")

    def __iter__(self) -> Iterator[int]:
        return compress(range(self.total), self.flags())

    def __len__(self) -> int:
        return self.flags().count(1)

    def __and__(self, others: SomeMarks) -> SomeMarks:
        return SomeMarks(self.total, self.ones & others.ones)

    def __sub__(self, others: SomeMarks) -> SomeMarks:
        return SomeMarks(self.total, self.ones & ~others.ones)


class Order:
    """Places in a list of marks, one behind the other; one may come again."""

    def __init__(self, places: Sequence[int]) -> None:
        self._all_at_once = itemgetter(*places) if len(places) > 1 else None
        self._places = places

    def arrange(self, marks: SomeMarks) -> bytes:
        """A byte for each place, in this order: 1 where its mark is among these."""
        flags = marks.flags()
        if self._all_at_once is None:
            return bytes(flags[place] for place in self._places)
        return bytes(self._all_at_once(flags))
