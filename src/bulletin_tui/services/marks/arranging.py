"""The order of the list of marks: in groups, and sorted inside them.

What should be looked at comes before everything else: marks without a place, then changed ones,
then moved ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from bulletin_tui.services.marks.listed import UNSETTLED
from bulletin_tui.services.marks.some_marks import Order
from bulletin_tui.text.collation import collation_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bulletin_tui.model.annotation import AnchorState
    from bulletin_tui.services.marks.listed import ListedMark, MarkList


class Grouping(StrEnum):
    """What the marks of one group have in common."""

    ARTICLE = "article"
    TAG = "tag"
    DATE = "date"


class Sorting(StrEnum):
    """The order inside a group."""

    PLACE = "place"
    """As the library has the articles, and the articles the marks."""
    MADE = "made"
    """The one made last first."""
    CHANGED = "changed"
    """The one changed last first."""


@dataclass(frozen=True, slots=True)
class MarkGroup:
    """Marks that stand together, in their order."""

    state: AnchorState | None
    """What should be looked at; None for the groups of the marks that stand as they should."""
    name: str
    """An article's id, a tag, or a day in ISO 8601; empty for the marks without a tag."""
    members: tuple[int, ...]
    """Where they are in the list of marks."""

    @property
    def key(self) -> str:
        """Another one for every group."""
        return f"{self.state or ''}:{self.name}"


class MarkGroups(tuple[MarkGroup, ...]):
    """Groups one behind the other."""

    @cached_property
    def order(self) -> Order:
        """The places of all their members."""
        return Order([place for group in self for place in group.members])


@dataclass(frozen=True)
class ArrangedMarks:
    """The list of marks in an order; replaced whole, never changed."""

    list: MarkList
    grouping: Grouping = Grouping.ARTICLE
    sorting: Sorting = Sorting.PLACE

    @cached_property
    def groups(self) -> MarkGroups:
        """The marks that were not removed; one with several tags is in several groups."""
        return self._arrange(are_removed=False)

    @cached_property
    def count(self) -> int:
        """How many marks were not removed."""
        return sum(not mark.annotation.deleted for mark in self.list.marks)

    @cached_property
    def removed_groups(self) -> MarkGroups:
        """The marks that were removed."""
        return self._arrange(are_removed=True)

    def _arrange(self, *, are_removed: bool) -> MarkGroups:
        unsettled: dict[AnchorState, list[int]] = {state: [] for state in UNSETTLED}
        groups: dict[str, list[int]] = {}
        names_of = _NAMES[self.grouping]
        for index in _sorted(self.list.marks, self.sorting):
            mark = self.list.marks[index]
            if mark.annotation.deleted is not are_removed:
                continue
            if mark.state in unsettled:
                unsettled[mark.state].append(index)
                continue
            for name in names_of(mark):
                groups.setdefault(name, []).append(index)
        first = [MarkGroup(state, "", tuple(found)) for state, found in unsettled.items() if found]
        names = _in_order(groups, self.grouping)
        rest = (MarkGroup(None, name, tuple(groups[name])) for name in names)
        return MarkGroups((*first, *rest))


def _in_order(names: Iterable[str], grouping: Grouping) -> list[str]:
    """Articles as their first marks come, tags by the alphabet, the latest day first."""
    if grouping is Grouping.TAG:
        return sorted(names, key=lambda tag: (not tag, collation_key(tag), tag))
    return sorted(names, reverse=True) if grouping is Grouping.DATE else list(names)


def _sorted(marks: Sequence[ListedMark], sorting: Sorting) -> list[int]:
    indices = range(len(marks))
    if sorting is Sorting.PLACE:
        places = [mark.place for mark in marks]
        return sorted(indices, key=places.__getitem__)
    if sorting is Sorting.MADE:
        instants = [mark.annotation.created_at for mark in marks]
    else:
        instants = [mark.annotation.updated_at for mark in marks]
    return sorted(indices, key=instants.__getitem__, reverse=True)


def _article(mark: ListedMark) -> tuple[str, ...]:
    return (mark.article.id,)


def _tags(mark: ListedMark) -> tuple[str, ...]:
    return mark.annotation.tags or ("",)


def _day(mark: ListedMark) -> tuple[str, ...]:
    return (mark.annotation.created_at.astimezone().date().isoformat(),)


_NAMES: dict[Grouping, Callable[[ListedMark], tuple[str, ...]]] = {
    Grouping.ARTICLE: _article,
    Grouping.TAG: _tags,
    Grouping.DATE: _day,
}
