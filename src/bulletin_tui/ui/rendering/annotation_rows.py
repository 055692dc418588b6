"""The list of marks as rows: headings with the marks of their group that fit the filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bulletin_tui.services.marks.arranging import ArrangedMarks, MarkGroup
    from bulletin_tui.services.marks.filtering import MarkFilter
    from bulletin_tui.services.marks.listed import ListedMark

_APART = "\n"
"""Between the key of a group and the id of a mark; in neither."""


@dataclass(frozen=True, slots=True)
class _Heading:
    group: MarkGroup
    row: int
    """Where it stands."""
    count: int
    """How many marks are below it."""


class AnnotationRows:
    """Rows by their index; none is made before it is asked for."""

    def __init__(
        self, arranged: ArrangedMarks | None = None, wanted: MarkFilter | None = None
    ) -> None:
        self._marks = arranged.list.marks if arranged else ()
        self._index_of = arranged.list.index_of if arranged else {}
        self._codes: list[int] = []
        """Places in the list of marks; headings count down from -1."""
        self._headings: list[_Heading] = []
        self.count = 0
        """How many marks there are; one that stands in several groups counts once."""
        if arranged is not None:
            self._fill(arranged, wanted)

    def _fill(self, arranged: ArrangedMarks, wanted: MarkFilter | None) -> None:
        is_filtered = wanted is not None and wanted.terms
        fitting = wanted.fitting(arranged.list) if wanted and is_filtered else None
        self.count = arranged.count if fitting is None else len(fitting)
        are_removed = wanted is not None and wanted.is_for_removed
        for group in arranged.removed_groups if are_removed else arranged.groups:
            members = group.members
            if fitting is not None:
                members = tuple(filter(fitting.__contains__, members))
            if members:
                self._headings.append(_Heading(group, len(self._codes), len(members)))
                self._codes.append(-len(self._headings))
                self._codes += members

    def __len__(self) -> int:
        return len(self._codes)

    def mark_at(self, index: int | None) -> ListedMark | None:
        """The mark of a row; None for a heading, and where there is no row."""
        if index is None or not 0 <= index < len(self._codes):
            return None
        code = self._codes[index]
        return self._marks[code] if code >= 0 else None

    def heading_at(self, index: int) -> tuple[MarkGroup, int]:
        """The group of the heading in a row, and how many marks are below it."""
        heading = self._headings[-self._codes[index] - 1]
        return heading.group, heading.count

    def shown(self) -> list[ListedMark]:
        """Every mark that has a row, once."""
        return [self._marks[code] for code in dict.fromkeys(self._codes) if code >= 0]

    def key_at(self, index: int) -> str:
        """What a row is known by when the rows are others."""
        mark = self.mark_at(index)
        if mark is None:
            return self.heading_at(index)[0].key
        return f"{self._heading_above(index).group.key}{_APART}{mark.id}"

    def _heading_above(self, index: int) -> _Heading:
        low, high = 0, len(self._headings)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._headings[middle].row <= index else (low, middle)
        return self._headings[low]

    def find(self, key: str) -> int | None:
        """Where the row with this key is, or else the same mark in another group."""
        group, _apart, annotation_id = key.partition(_APART)
        code = self._index_of.get(annotation_id)
        if code is None:
            return None
        for heading in self._headings:
            if heading.group.key == group:
                found = self._find_code(code, heading.row, heading.row + 1 + heading.count)
                if found is not None:
                    return found
        return self._find_code(code, 0, len(self._codes))

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
        unsettled = (one for one in self._headings if one.group.state is not None)
        rows = (self._codes[one.row + 1 : one.row + 1 + one.count] for one in unsettled)
        return {self._marks[code].id for codes in rows for code in codes}

    def _find_code(self, code: int, start: int, end: int) -> int | None:
        try:
            return self._codes.index(code, start, end)
        except ValueError:
            return None
