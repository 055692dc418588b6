"""What can be asked of the marks of one snapshot, answered by sets of their places in it.

A filter is narrowed key by key: what a word was found in is kept, for longer words are found
nowhere else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bulletin_tui.text.fold import fold, has_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bulletin_tui.services.marks.listed import ListedMark

_LAST_LETTER = 0x2000
"""Letters behind this one carry no marks that somebody might leave out."""


class Facets:
    """The marks by what they have; made once for each snapshot."""

    def __init__(self, every: Sequence[ListedMark]) -> None:
        _marked_forms()  # so that the first key need not wait for them
        self._folded = [mark.folded for mark in every]
        self._marked = [mark.marked for mark in every]
        self._with_word: dict[str, frozenset[int]] = {}
        self._all = frozenset(range(len(every)))
        self.removed = frozenset(i for i, mark in enumerate(every) if mark.annotation.deleted)
        self.present = self._all - self.removed
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

    def with_word(self, word: str) -> frozenset[int]:
        """The marks in which a word begins so; `word` is one of `label_words`."""
        known = self._with_word.get(word)
        if known is None:
            shorter = self._with_word.get(word[:-1], self._all)
            known = self._with_word[word] = self._look_for(word, shorter)
        return known

    def _look_for(self, word: str, among: Iterable[int]) -> frozenset[int]:
        folded, marked = self._folded, self._marked
        needle = f" {fold(word)}"
        found = [index for index in among if needle in folded[index]]
        if not has_marks(word):
            return frozenset(found)
        exact = f" {word}"
        at_once = frozenset(index for index in found if exact in marked[index])
        stands_in = _pattern(word).search
        rest = (index for index in found if index not in at_once)
        return at_once.union(index for index in rest if stands_in(marked[index]))


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


@lru_cache(maxsize=64)
def _pattern(word: str) -> re.Pattern[str]:
    """The beginning of a word: a bare letter stands for its marked forms, a marked one for itself.

    What `strictly_matches` says letter by letter, for many texts at once.
    """
    forms = _marked_forms()
    letters = (f"[{re.escape(letter)}{re.escape(forms.get(letter, ''))}]" for letter in word)
    return re.compile(" " + "".join(letters))


@lru_cache(maxsize=1)
def _marked_forms() -> dict[str, str]:
    """The marked forms of every bare letter."""
    forms: dict[str, str] = {}
    for letter in map(chr, range(0x80, _LAST_LETTER)):
        bare = fold(letter)
        if bare != letter:
            forms[bare] = forms.get(bare, "") + letter
    return forms
