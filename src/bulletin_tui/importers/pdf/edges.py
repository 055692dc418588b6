"""The lines at the edges of pages, grouped by what they have in common over the pages."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bulletin_tui.importers.pdf.printed import PrintedLine, PrintedPage

_ROWS = 3
"""From the top and from the bottom of a page, in which running heads stand."""
_MOST = 60
"""Lines in these rows; a page with more of them has no heads."""
_LONGEST_HEAD = 200
"""In code points."""
_MARGIN = 0.15
"""Of the height of a page."""
_LEAST_MARGIN = 45.0
SAME_PLACE = 3.0
"""Lines no further apart are at the same place, in points."""
_NUMBER = re.compile(r"[0-9]+")
_ROMAN = re.compile(r"[-–—\s]*([ivxl]{1,8})[-–—\s]*")
_ROMAN_SIGNS = {"i": 1, "v": 5, "x": 10, "l": 50}
_SURELY = 0.8
_NAMED = re.compile(
    r"(?:điều|chương|mục|phần|phụ lục|bảng|biểu|hình|ảnh|(?:sơ|biểu|bản) đồ|mẫu|bài|câu|tiết|khoản"
    r"|điểm|tập|quý|tháng|ngày|năm|(?<!trang )số|chapter|section|article|part|annex|appendix|table"
    r"|figure|form)\s*$",
    re.IGNORECASE,
)
"""Before a number: it counts something else than pages."""
_ITEM = re.compile(r"[0-9]+[.)](?:\s|$)|\[[0-9]+\]")
"""What the number of an item or of a note begins."""
_BEFORE_FIRST = re.compile(r"\W*(?:trang|tr|page|p|pg)?\W*", re.IGNORECASE)
_BEHIND_LAST = re.compile(r"(?:\s*(?:/|of|trên)\s*[0-9]+)?[^\w.]*", re.IGNORECASE)
"""Around the number of a page, which is the outermost word of its line."""
_LONGEST = 9
"""Of a number, in digits."""


class Side(Enum):
    """Which edge of a page."""

    TOP = "top"
    BOTTOM = "bottom"


class Place(NamedTuple):
    """Where a line is: the numbers of its page and of the line on it, both from 0."""

    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A line at an edge of its page."""

    place: Place
    side: Side
    distance: float
    """From that edge, in points."""
    line: PrintedLine

    @property
    def likeness(self) -> str:
        """What it says, whatever its numbers are."""
        return "i" if _ROMAN.fullmatch(self.line.text) else _NUMBER.sub("0", self.line.text)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers in it."""
        if roman := _ROMAN.fullmatch(self.line.text):
            return (_roman(roman[1]),)
        return tuple(int(number[:_LONGEST]) for number in _NUMBER.findall(self.line.text))

    def counts_pages(self, position: int) -> bool:
        """Whether the number at this position in `numbers` may be that of the page."""
        text = self.line.text
        if _ROMAN.fullmatch(text):
            return True
        if _ITEM.match(text):
            return False
        found = list(_NUMBER.finditer(text))[position]
        is_first = _BEFORE_FIRST.fullmatch(text, 0, found.start()) is not None
        is_last = _BEHIND_LAST.fullmatch(text, found.end()) is not None
        return (is_first or is_last) and not _NAMED.search(text, 0, found.start())


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of several pages that are alike, at one place."""

    edges: tuple[Edge, ...]

    @property
    def side(self) -> Side:
        """The edge at which all of them are."""
        return self.edges[0].side

    @property
    def distance(self) -> float:
        """From that edge, of the first."""
        return self.edges[0].distance

    @property
    def pages(self) -> frozenset[int]:
        """On which it stands."""
        return frozenset(edge.place.page for edge in self.edges)

    @property
    def is_fixed(self) -> bool:
        """Whether it says the same on each page."""
        return len({edge.line.text for edge in self.edges}) == 1

    @property
    def offsets(self) -> frozenset[int]:
        """By how much the page numbers in it are ahead of the pages, which may begin anew."""
        columns = enumerate(zip(*(edge.numbers for edge in self.edges), strict=True))
        found = {self._offsets_at(at) for at, values in columns if len(set(values)) > 1}
        return found.pop() if len(found) == 1 else frozenset()

    def _offsets_at(self, position: int) -> frozenset[int]:
        if not self.edges[0].counts_pages(position):
            return frozenset()
        counts = Counter(edge.numbers[position] - edge.place.page for edge in self.edges)
        repeated = {offset: count for offset, count in counts.items() if count > 1}
        is_sure = sum(repeated.values()) >= _SURELY * len(self.edges)
        return frozenset(repeated) if is_sure else frozenset()


def edges_of(pages: Sequence[PrintedPage]) -> list[Edge]:
    """The lines in the outermost rows of all pages, as far as they are in the margins."""
    return [edge for number, page in enumerate(pages) for edge in _edges_of(page, number)]


def grouped(edges: Iterable[Edge]) -> list[Group]:
    """Lines that are alike and at one place; also those that are the only ones of their kind."""
    alike: dict[tuple[Side, str], list[Edge]] = {}
    for edge in edges:
        alike.setdefault((edge.side, edge.likeness), []).append(edge)
    return [group for found in alike.values() for group in _at_one_place(found)]


def is_near(first: float, second: float) -> bool:
    """Whether two distances are those of one place."""
    return abs(first - second) <= SAME_PLACE


def _edges_of(page: PrintedPage, number: int) -> Iterator[Edge]:
    lines = [(at, line) for at, line in enumerate(page.lines) if not line.is_sideways]
    margin = max(_MARGIN * page.height, _LEAST_MARGIN)
    depths = sorted(line.depth for _at, line in lines)
    for side in Side:
        distances = depths if side is Side.TOP else [page.height - depth for depth in depths[::-1]]
        reach = min(_reach(distances), margin)
        if sum(distance <= reach for distance in distances) > _MOST:
            continue
        for at, line in lines:
            distance = line.depth if side is Side.TOP else page.height - line.depth
            if distance <= reach and len(line.text) <= _LONGEST_HEAD:
                yield Edge(Place(number, at), side, distance, line)


def _reach(distances: Sequence[float]) -> float:
    """How far from the edge the last of the outermost rows is."""
    rows: list[float] = []
    for distance in distances:
        if not rows or distance - rows[-1] > SAME_PLACE:
            rows.append(distance)
        if len(rows) > _ROWS:
            return rows[_ROWS - 1] + SAME_PLACE
    return rows[-1] + SAME_PLACE if rows else 0.0


def _at_one_place(edges: Iterable[Edge]) -> list[Group]:
    found: list[list[Edge]] = []
    for edge in sorted(edges, key=lambda edge: edge.distance):
        if found and is_near(found[-1][-1].distance, edge.distance):
            found[-1].append(edge)
        else:
            found.append([edge])
    return [Group(tuple(sorted(group, key=lambda edge: edge.place))) for group in found]


def _roman(signs: str) -> int:
    values = [_ROMAN_SIGNS[sign] for sign in signs]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
