"""Finding articles by words of their titles, in a library too large for a list of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.search.labels import label_words, match_label
from bulletin_tui.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bulletin_tui.model.article import Span
    from bulletin_tui.model.library import Entry, Library

_CHUNK = 500
"""Titles looked at before anything else may happen."""


@dataclass(frozen=True, slots=True)
class TitlesFound:
    """The newest articles that fit."""

    entries: tuple[Entry, ...]
    has_more: bool
    matches: tuple[tuple[Span, ...], ...] = ()
    """For each of the articles, what fits in its title."""


class TitleFinder:
    """Looks through one snapshot of the library; titles are prepared when they are first met.

    Threads may share one; at worst they prepare the same titles twice.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._folded: dict[int, str] = {}

    def find(self, typed: str, limit: int, is_cancelled: Callable[[], bool]) -> TitlesFound:
        """The first `limit` articles whose titles have every word typed, or its beginning.

        Takes some tenths of a second at worst; one that is cancelled returns what it has.
        """
        found: list[Entry] = []
        matches: list[tuple[Span, ...]] = []
        for position in self._candidates([fold(word) for word in label_words(typed)]):
            if is_cancelled() or len(found) > limit:
                break
            spans = match_label(typed, self._library.title_at(position))
            if spans is not None:
                found.append(self._library.entry_at(position))
                matches.append(spans)
        return TitlesFound(tuple(found[:limit]), len(found) > limit, tuple(matches[:limit]))

    def _candidates(self, words: list[str]) -> Iterator[int]:
        for first in range(0, len(self._library), _CHUNK):
            for at, title in enumerate(self._folded_titles(first).split("\n")):
                if all(word in title for word in words):
                    yield first + at

    def _folded_titles(self, first: int) -> str:
        """A chunk of titles in bare letters, a line each."""
        if first not in self._folded:
            positions = range(first, min(first + _CHUNK, len(self._library)))
            titles = map(fold, map(self._library.title_at, positions))
            self._folded[first] = "\n".join(titles)
        return self._folded[first]
