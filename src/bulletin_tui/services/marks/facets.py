"""What can be asked of the marks of one snapshot, answered by their places in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.services.marks.some_marks import SomeMarks
from bulletin_tui.services.marks.word_index import WordIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bulletin_tui.services.marks.listed import ListedMark


class Facets:
    """The marks by what they have; made once for each snapshot."""

    def __init__(self, every: Sequence[ListedMark]) -> None:
        self._total = len(every)
        self.words = WordIndex([mark.words for mark in every])
        deleted = _places(mark.annotation.deleted for mark in every)
        self.removed = self.at(deleted)
        self.present = self.at(range(len(every))) - self.removed
        self.noted = _places(bool(mark.annotation.note) for mark in every)
        self.conflicting = _places(bool(mark.annotation.other_notes) for mark in every)
        self.elsewhere = _places(mark.article.is_elsewhere for mark in every)
        self.by_color = _grouped([mark.annotation.color or ""] for mark in every)
        self.by_kind = _grouped([mark.annotation.kind] for mark in every)
        self.by_state = _grouped([mark.state or ""] for mark in every)
        self.by_source = _grouped([mark.article.source or ""] for mark in every)
        self.by_tag = _grouped(mark.annotation.tags for mark in every)

    def at(self, places: Iterable[int]) -> SomeMarks:
        """The marks at these places."""
        return SomeMarks.at(places, self._total)


def _places(answers: Iterable[bool]) -> Sequence[int]:
    return [place for place, answer in enumerate(answers) if answer]


def _grouped(names_of_each: Iterable[Iterable[str]]) -> Mapping[str, Sequence[int]]:
    groups: dict[str, list[int]] = {}
    for place, names in enumerate(names_of_each):
        for name in names:
            groups.setdefault(name, []).append(place)
    return groups
