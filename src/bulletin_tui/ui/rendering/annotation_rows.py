"""The list of marks as rows: headings with the marks of their group that fit the filter."""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain, compress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.services.marks.arranging import ArrangedMarks, MarkGroup
    from bulletin_tui.services.marks.filtering import MarkFilter
    from bulletin_tui.services.marks.listed import ListedMark

_APART = "\n"
"""Between the key of a group and the id of a mark; in neither."""


class _Heading(NamedTuple):
    group: MarkGroup
    row: int
    """Where it stands."""
    total: int
    """How many marks are below it."""
    start: int
    """Where the group begins in the order of all groups."""


class AnnotationRows:
    """Rows by their index; none is made before it is asked for."""

    def __init__(
        self, arranged: ArrangedMarks | None = None, wanted: MarkFilter | None = None
    ) -> None:
        self._marks = arranged.list.marks if arranged else ()
        self._index_of = arranged.list.index_of if arranged else {}
        self._headings: list[_Heading] = []
        self._members: dict[int, Sequence[int]] = {}
        """The places in the list of the marks below headings, by the rows of these, once asked."""
        self._fitting: bytes | None = None
        """A byte for each mark in the order of the groups, 1 where it fits; None where all do."""
        self._length = 0
        self.count = 0
        """How many marks there are; one that stands in several groups counts once."""
        if arranged is not None:
            self._fill(arranged, wanted)
        self._rows_of_headings = [heading.row for heading in self._headings]

    def _fill(self, arranged: ArrangedMarks, wanted: MarkFilter | None) -> None:
        fitting = wanted.fitting(arranged.list) if wanted is not None and wanted.terms else None
        self.count = arranged.count if fitting is None else len(fitting)
        are_removed = wanted is not None and wanted.is_for_removed
        groups = arranged.removed_groups if are_removed else arranged.groups
        flags = self._fitting = None if fitting is None else groups.order.arrange(fitting)
        row = start = 0
        for group in groups:
            end = start + len(group.members)
            count = end - start if flags is None else flags.count(1, start, end)
            if count:
                self._headings.append(_Heading(group, row, count, start))
                row += 1 + count
            start = end
        self._length = row

    def __len__(self) -> int:
        return self._length

    def mark_at(self, index: int | None) -> ListedMark | None:
        """The mark of a row; None for a heading, and where there is no row."""
        if index is None or not 0 <= index < len(self):
            return None
        heading = self._heading_over(index)
        below = index - heading.row - 1
        return self._marks[self._below(heading)[below]] if below >= 0 else None

    def heading_at(self, index: int) -> tuple[MarkGroup, int]:
        """The group of the heading in a row, and how many marks are below it."""
        heading = self._heading_over(index)
        return heading.group, heading.total

    def shown(self) -> list[ListedMark]:
        """Every mark that has a row, once."""
        places = dict.fromkeys(place for one in self._headings for place in self._below(one))
        return [self._marks[place] for place in places]

    def key_at(self, index: int) -> str:
        """What a row is known by when the rows are others."""
        group, mark = self._heading_over(index).group, self.mark_at(index)
        return group.key if mark is None else f"{group.key}{_APART}{mark.id}"

    def _below(self, heading: _Heading) -> Sequence[int]:
        members = heading.group.members
        if self._fitting is None:
            return members
        found = self._members.get(heading.row)
        if found is None:
            flags = self._fitting[heading.start : heading.start + len(members)]
            found = self._members[heading.row] = tuple(compress(members, flags))
        return found

    def _heading_over(self, index: int) -> _Heading:
        return self._headings[bisect_right(self._rows_of_headings, index) - 1]

    def find(self, key: str) -> int | None:
        """Where the row with this key is, or else the same mark in another group."""
        group, _apart, annotation_id = key.partition(_APART)
        place = self._index_of.get(annotation_id)
        if place is None:
            return None
        same = (heading for heading in self._headings if heading.group.key == group)
        for heading in chain(same, self._headings):
            if place in heading.group.members and place in self._below(heading):
                return heading.row + 1 + self._below(heading).index(place)
        return None

    def find_next_unsettled(self, earlier: AnnotationRows, row: int) -> int | None:
        """Where to go on when the mark that was in `row` of the `earlier` rows has been settled.

        The nearest mark that still wants a look, below it first; None when there is none, or when
        nothing was settled there.
        """
        wanting, mark = self._unsettled(), earlier.mark_at(row)
        if mark is None or mark.id not in earlier._unsettled() or mark.id in wanting:
            return None
        if self.find(earlier.key_at(row)) is None:
            return None
        for other in (*range(row + 1, len(earlier)), *range(row - 1, -1, -1)):
            mark = earlier.mark_at(other)
            if mark is not None and mark.id in wanting:
                return self.find(earlier.key_at(other))
        return None

    def _unsettled(self) -> set[str]:
        """The ids of the marks below headings that say what is the matter with them."""
        groups = (self._below(one) for one in self._headings if one.group.state is not None)
        return {self._marks[place].id for places in groups for place in places}
