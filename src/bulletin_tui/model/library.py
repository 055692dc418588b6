"""The library: one immutable snapshot of what can be read, as lists show it.

Articles are addressed by their position in it; their texts are asked for by id elsewhere.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from bulletin_tui.model.packed import PackedStrings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

RECENT = 50
"""Articles that are listed as recent."""
_CHUNK = 1000
"""Entries packed at a time, so that few are ever held as objects."""


@dataclass(frozen=True, slots=True)
class FileProblem:
    """A file or folder that could not be read, and why, in words."""

    path: str
    reason: str


class Entry(NamedTuple):
    """One article as lists show it."""

    id: str
    title: str
    source: str | None
    place: str | None
    year: str | None = None
    """The one it is dated in."""


@dataclass(frozen=True, slots=True)
class Group:
    """The articles of one source, of one place, of one year, or in one folder."""

    name: str | None
    """None for the articles that name none."""
    positions: Sequence[int]
    """Ascending."""


class Library:
    """Articles, newest first, undated ones last; replaced whole, never changed.

    A hundred thousand of them take about 15 MB.
    """

    def __init__(
        self,
        entries: Iterable[Entry] = (),
        problems: tuple[FileProblem, ...] = (),
        *,
        name_key: Callable[[str], str] = str.casefold,
        order_by_id: Callable[[], Sequence[int]] | None = None,
        find_folders: Callable[[], tuple[Group, ...]] = tuple,
        find_recent: Callable[[], Sequence[int]] = tuple,
    ) -> None:
        """Entries come in the library's order, so by their years; names are sorted by their key.

        The rest is called once they have come: `order_by_id` gives their positions as their ids
        sort, `find_recent` some ascending ones.
        """
        self.problems = problems
        self._ids = PackedStrings()
        self._titles = PackedStrings()
        self._sources = _Grouping()
        self._places = _Grouping()
        self._years = _Years()
        for chunk in _chunks(entries):
            ids, titles, sources, places, dated = zip(*chunk, strict=True)
            self._years.extend(dated, len(self._ids))
            self._ids.extend(ids)
            self._titles.extend(titles)
            self._sources.extend(sources)
            self._places.extend(places)
        self._by_id = order_by_id() if order_by_id else self._sorted_by_id()
        self.sources = self._sources.groups(name_key)
        """By name, the one without a name last."""
        self.places = tuple(
            group for group in self._places.groups(name_key) if group.name is not None
        )
        """By name."""
        self.years = self._years.groups(len(self))
        """The latest first, the undated ones last."""
        self.folders = find_folders()
        """By path, in the order they were added; none while there is only one to name."""
        self.recent = find_recent()
        """Positions of the articles whose files changed last, ascending."""

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, article_id: str) -> bool:
        return self.find_position(article_id) is not None

    def id_at(self, position: int) -> str:
        """The id of the article at a position."""
        return self._ids[position]

    def title_at(self, position: int) -> str:
        """The title of the article at a position."""
        return self._titles[position]

    def entry_at(self, position: int) -> Entry:
        """The article at a position."""
        return Entry(
            self._ids[position],
            self._titles[position],
            self._sources.name_at(position),
            self._places.name_at(position),
            self._years.at(position),
        )

    def find_entry(self, article_id: str) -> Entry | None:
        """The article with this id."""
        position = self.find_position(article_id)
        return None if position is None else self.entry_at(position)

    def find_position(self, article_id: str) -> int | None:
        """Where the article with this id is."""
        found = next(self._from_id(article_id), None)
        return found if found is not None and self.id_at(found) == article_id else None

    def positions_of(self, ids: Collection[str]) -> Sequence[int]:
        """Where these articles are, ascending; ids of others are passed over."""
        found = map(self.find_position, ids)
        return array("I", sorted(position for position in found if position is not None))

    def ids_beginning(self, prefix: str, limit: int) -> tuple[str, ...]:
        """At most `limit` of the ids that begin with `prefix`, in their own order."""
        ids = map(self.id_at, islice(self._from_id(prefix), limit))
        return tuple(article_id for article_id in ids if article_id.startswith(prefix))

    def _sorted_by_id(self) -> Sequence[int]:
        return array("I", sorted(range(len(self)), key=self.id_at))

    def _from_id(self, article_id: str) -> Iterator[int]:
        first = bisect_left(self._by_id, article_id, key=self.id_at)
        return (self._by_id[rank] for rank in range(first, len(self)))


class _Years:
    """A column that comes sorted: all that is kept is where each value begins."""

    __slots__ = ("_names", "_starts")

    def __init__(self) -> None:
        self._names: list[str | None] = []
        self._starts: list[int] = []

    def extend(self, years: Iterable[str | None], start: int) -> None:
        for position, year in enumerate(years, start):
            if not self._names or self._names[-1] != (year or None):
                self._names.append(year or None)
                self._starts.append(position)

    def at(self, position: int) -> str | None:
        return self._names[bisect_right(self._starts, position) - 1]

    def groups(self, count: int) -> tuple[Group, ...]:
        ranges = map(range, self._starts, (*self._starts[1:], count))
        return tuple(map(Group, self._names, ranges))


class _Grouping:
    """One column in which few values come again and again."""

    __slots__ = ("_codes", "_known", "_names", "_positions")

    def __init__(self) -> None:
        self._names: list[str | None] = []
        self._known: dict[str | None, int] = {}
        self._codes = array("I")
        self._positions: list[array[int]] = []

    def extend(self, names: Iterable[str | None]) -> None:
        for name in names:
            code = self._known.get(name or None)
            if code is None:
                code = self._known[name or None] = len(self._names)
                self._names.append(name or None)
                self._positions.append(array("I"))
            self._positions[code].append(len(self._codes))
            self._codes.append(code)

    def name_at(self, position: int) -> str | None:
        return self._names[self._codes[position]]

    def groups(self, name_key: Callable[[str], str]) -> tuple[Group, ...]:
        groups = map(Group, self._names, self._positions)
        return tuple(sorted(groups, key=lambda group: (not group.name, name_key(group.name or ""))))


def _chunks(entries: Iterable[Entry]) -> Iterator[tuple[Entry, ...]]:
    remaining = iter(entries)
    while chunk := tuple(islice(remaining, _CHUNK)):
        yield chunk
