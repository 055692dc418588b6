"""What can be asked of the marks of one snapshot, answered by sets of their places in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.services.marks.word_index import WordIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bulletin_tui.services.marks.listed import ListedMark


class Facets:
    """The marks by what they have; made once for each snapshot."""

    def __init__(self, every: Sequence[ListedMark]) -> None:
        self.words = WordIndex(mark.words for mark in every)
        self.removed = frozenset(i for i, mark in enumerate(every) if mark.annotation.deleted)
        self.present = frozenset(range(len(every))) - self.removed
        self.noted = frozenset(i for i, mark in enumerate(every) if mark.annotation.note)
        self.conflicting = frozenset(
            i for i, mark in enumerate(every) if mark.annotation.other_notes
        )
        self.elsewhere = frozenset(i for i, mark in enumerate(every) if mark.article.is_elsewhere)
        self.by_color = _grouped(mark.annotation.color or "" for mark in every)
        self.by_kind = _grouped(mark.annotation.kind for mark in every)
        self.by_state = _grouped(mark.state or "" for mark in every)
        self.by_source = _grouped(mark.article.source or "" for mark in every)
        self.by_tag = _by_tag(every)


def _grouped(names: Iterable[str]) -> dict[str, frozenset[int]]:
    groups: dict[str, list[int]] = {}
    for index, name in enumerate(names):
        groups.setdefault(name, []).append(index)
    return {name: frozenset(members) for name, members in groups.items()}


def _by_tag(marks: Iterable[ListedMark]) -> dict[str, frozenset[int]]:
    groups: dict[str, list[int]] = {}
    for index, mark in enumerate(marks):
        for tag in mark.annotation.tags:
            groups.setdefault(tag, []).append(index)
    return {tag: frozenset(members) for tag, members in groups.items()}
