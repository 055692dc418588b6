"""The sidebar as rows: smart lists and groups of all kinds, each unfolding to its articles.

A row is made when it is shown: what is kept is where each group begins, however long it is.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, compress
from pathlib import PurePath
from typing import TYPE_CHECKING

from bulletin_tui.text.clean import clean_line
from bulletin_tui.ui.rendering.list_rows import RowLine
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bulletin_tui.model.article import Span
    from bulletin_tui.model.library import Group, Library
    from bulletin_tui.services.reading import ReadingState
    from bulletin_tui.ui.rendering.list_rows import Role
    from bulletin_tui.ui.rendering.sidebar_order import Arrangement

MARKED = "▪"
_BETWEEN = "\n"
"""In the key of an article's row; neither names nor ids have line breaks."""


@dataclass(frozen=True, slots=True)
class SidebarRow:
    """One line of the sidebar."""

    key: str
    """Stable across rebuilds, so that the cursor can stay."""
    label: str
    count: int | None = None
    article_id: str | None = None
    """Set on articles only."""
    depth: int = 0
    is_expanded: bool | None = None
    """None on what does not unfold."""
    holds_open: bool = False
    """A folded group that has the open article in it."""
    is_section: bool = False
    is_read: bool = False
    is_marked: bool = False
    matches: tuple[Span, ...] = ()
    """What is marked in the label."""
    folder: str | None = None
    """The path of the folder whose articles are below."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """A group's own row, and the articles that are shown below it."""

    row: SidebarRow
    positions: Sequence[int] = ()
    """Of its articles, ascending."""
    shown: Sequence[int] = ()
    """Ranks, ascending: positions in the library unless it is arranged in another order. None
    while the group is folded.
    """


class SidebarRows:
    """Every visible row, in order; `expanded` holds the keys of the groups that are unfolded."""

    height = 1
    """Of each row, in lines."""

    def __init__(
        self,
        library: Library,
        state: ReadingState,
        expanded: frozenset[str],
        *,
        arrangement: Arrangement | None = None,
        folder_names: Mapping[str, str] | None = None,
        open_id: str | None = None,
    ) -> None:
        """Folders have a name of their own in `folder_names`, or that of their path."""
        self._library = library
        self._state = state
        self._open_id = open_id
        self._open_at = library.find_position(open_id) if open_id else None
        self._arrangement = arrangement
        headings = _headings(library, state, expanded, folder_names or {})
        self._headings = tuple(map(self._arranged, headings))
        lengths = (1 + len(heading.shown) for heading in self._headings)
        self._starts = tuple(accumulate(lengths, initial=0))
        self._numbers = {heading.row.key: number for number, heading in enumerate(self._headings)}

    def __len__(self) -> int:
        return self._starts[-1]

    def __getitem__(self, index: int) -> SidebarRow:
        number = self._heading_number(index)
        heading, below = self._headings[number], index - self._starts[number]
        if not below:
            return replace(heading.row, holds_open=self._holds_open(heading))
        position = self._position(heading.shown[below - 1])
        article_id = self._library.id_at(position)
        return SidebarRow(
            key=article_key(heading.row.key, article_id),
            label=self._library.title_at(position),
            article_id=article_id,
            depth=1,
            is_read=article_id in self._state.read_ids,
            is_marked=bool(self._state.marks.get(article_id)),
        )

    def __iter__(self) -> Iterator[SidebarRow]:
        return map(self.__getitem__, range(len(self)))

    def find(self, key: str) -> int | None:
        """Where the row with this key is."""
        number = self._numbers.get(key)
        if number is not None:
            return self._starts[number]
        group, _between, article_id = key.rpartition(_BETWEEN)
        number = self._numbers.get(group)
        position = self._library.find_position(article_id)
        if number is None or position is None:
            return None
        shown, rank = self._headings[number].shown, self._rank(position)
        below = bisect_right(shown, rank)
        is_there = below > 0 and shown[below - 1] == rank
        return self._starts[number] + below if is_there else None

    def _holds_open(self, heading: _Heading) -> bool:
        if heading.row.is_expanded is not False or self._open_at is None:
            return False
        if heading.row.key == "unread":
            return self._open_id not in self._state.read_ids
        at = bisect_left(heading.positions, self._open_at)
        return at < len(heading.positions) and heading.positions[at] == self._open_at

    def _arranged(self, heading: _Heading) -> _Heading:
        if self._arrangement is None or not heading.shown:
            return heading
        return replace(heading, shown=self._arrangement.sorted(heading.shown))

    def _position(self, rank: int) -> int:
        return rank if self._arrangement is None else self._arrangement.positions[rank]

    def _rank(self, position: int) -> int:
        return position if self._arrangement is None else self._arrangement.ranks[position]

    def heading_index(self, index: int) -> int:
        """Where the group is that holds a row; a group holds its own row."""
        return self._starts[self._heading_number(index)]

    def _heading_number(self, index: int) -> int:
        if not 0 <= index < len(self):
            raise IndexError(f"there is no row {index} of {len(self)}")
        return bisect_right(self._starts, index) - 1


def article_key(group_key: str, article_id: str) -> str:
    """The key of an article's row below a group."""
    return f"{group_key}{_BETWEEN}{article_id}"


def _headings(
    library: Library,
    state: ReadingState,
    expanded: frozenset[str],
    folder_names: Mapping[str, str],
) -> Iterator[_Heading]:
    def group(key: str, label: str, positions: Sequence[int]) -> _Heading:
        is_expanded = key in expanded if positions else None
        row = SidebarRow(key, label, len(positions), is_expanded=is_expanded)
        return _Heading(row, positions, positions if is_expanded else ())

    def groups(kind: str, title: str, found: Sequence[Group], unnamed: str) -> Iterator[_Heading]:
        if found:
            yield _Heading(SidebarRow(f"{kind}s", title, is_section=True))
        for one in found:
            yield group(f"{kind}:{one.name or ''}", one.name or unnamed, one.positions)

    everything = range(len(library))
    yield group("all", _("All"), everything)
    read = _positions(library, state.read_ids)
    unread = _without(everything, read) if "unread" in expanded else everything[len(read) :]
    yield group("unread", _("Unread"), unread)  # while it is folded, only their number counts
    if library.recent:
        yield group("recent", _("Recent"), library.recent)
    marked = frozenset(name for name, count in state.marks.items() if count)
    yield group("marked", _("With marks"), _positions(library, marked))
    yield from groups("source", _("Sources"), library.sources, _("Unknown source"))
    yield from groups("place", _("Places"), library.places, "")
    if any(year.name for year in library.years):
        yield from groups("year", _("Years"), library.years, _("Undated"))
    if library.folders:
        yield _Heading(SidebarRow("folders", _("Folders"), is_section=True))
    for folder, name in zip(library.folders, _names(library.folders, folder_names), strict=True):
        heading = group(f"folder:{folder.name}", name, folder.positions)
        yield replace(heading, row=replace(heading.row, folder=folder.name))


def _names(folders: Sequence[Group], known: Mapping[str, str]) -> Iterator[str]:
    """The names of the folders, or their paths where two have the same name."""
    paths = [PurePath(folder.name or "") for folder in folders]
    counts = Counter(path.name for path in paths)
    for path in paths:
        shown = path.name if counts[path.name] == 1 and path.name else str(path)
        yield known.get(str(path)) or clean_line(shown)


@lru_cache(maxsize=2)
def _positions(library: Library, ids: frozenset[str]) -> Sequence[int]:
    """Thousands of ids are looked up once, not whenever a group unfolds or an article opens."""
    return library.positions_of(ids)


def _without(everything: range, read: Sequence[int]) -> Sequence[int]:
    is_unread = bytearray(b"\1") * len(everything)
    for position in read:
        is_unread[position] = 0
    return array("I", compress(everything, is_unread))


def title_line(row: SidebarRow, lead: str, role: Role) -> RowLine:
    """An article's title behind `lead`, on one line."""
    return RowLine(f"{lead}{row.label}", role, right=MARKED if row.is_marked else "")
