"""Running heads and page numbers: told by what stands at the same place on page after page."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.importers.pdf.edges import Edge, Group, Place, Side, edges_of, grouped, is_near

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.importers.pdf.printed import PrintedLine, PrintedPage
    from bulletin_tui.importers.pdf.spacing import Spacing

_FEWEST_PAGES = 3
_FEWEST_ALTERNATING = 2
"""Pages on which a head stands that another one takes turns with."""
_APART = 1.4
"""Times the usual gap: what is this far from the text does not belong to it."""
_SMALL = 0.93
"""Of the size of most print."""
_EXCEPTIONS = 0.05
"""Of the pages, on which the text may reach into the place of a head."""
_BARE_NUMBER = re.compile(
    r"\W*(?:(?:trang|page)\W+)?(?:[0-9]+(?:\s*(?:/|of|trên)\s*[0-9]+)?|[ivxl]+)\W*",
    re.IGNORECASE,
)
_FEWEST_SPACES = 7
"""Of a line that is long enough to be inside a sentence."""
_STATE_HEAD = re.compile(r"cộng h(?:òa|oà) xã hội chủ nghĩa việt nam", re.IGNORECASE)
"""With this a letter or a form begins, so what is at the top of its page is text."""


@dataclass(frozen=True, slots=True)
class RunningHeads:
    """Which lines are no part of the text."""

    left_out: tuple[tuple[Place, ...], ...] = ()
    """Those of one kind together: the heads, each page number …"""
    apart: frozenset[Place] = frozenset()
    """What is likely to be none, but stands on too few pages to be left out."""


def find_running_heads(pages: Sequence[PrintedPage], spacing: Spacing) -> RunningHeads:
    """Of all pages, which also may be none."""
    finder = _Finder(pages, spacing)
    if len(pages) < _FEWEST_PAGES:
        return RunningHeads(apart=finder.repeated_once() | finder.across | finder.beside_text())
    return RunningHeads(finder.repeated(), finder.across | finder.beside_text())


class _Finder:
    def __init__(self, pages: Sequence[PrintedPage], spacing: Spacing) -> None:
        self._pages = pages
        self._spacing = spacing
        letters = _letterheads(pages)
        self._edges = [
            edge
            for edge in edges_of(pages)
            if edge.side is Side.BOTTOM or edge.line.depth < letters[edge.place.page]
        ]
        self._groups = [group for group in grouped(self._edges) if len(group.pages) > 1]
        self._candidates = {
            edge.place
            for group in self._groups
            if group.is_fixed or group.offsets
            for edge in group.edges
        }
        self.across = frozenset(
            Place(number, at)
            for number, page in enumerate(pages)
            for at, line in enumerate(page.lines)
            if line.is_sideways
        )
        """What runs another way than the text of its page."""
        self._texts = [self._lines_of_text(number, page) for number, page in enumerate(pages)]

    def repeated(self) -> tuple[tuple[Place, ...], ...]:
        """What stands on three pages or more, each kind in the order of the pages."""
        numbered = self._numbered()
        found = {edge.place for edge in numbered}
        kinds: dict[str, list[Place]] = {}
        for edge in (*numbered, *self._fixed(found)):
            kinds.setdefault(edge.likeness, []).append(edge.place)
        kinds |= self._across_pages()
        return tuple(tuple(sorted(set(places))) for places in kinds.values())

    def repeated_once(self) -> frozenset[Place]:
        """What stands on both of two pages, and is told from their text by its setting."""
        return frozenset(
            edge.place
            for group in self._groups
            for edge in group.edges
            if self._is_separate(group) and (group.is_fixed or group.offsets)
        )

    def beside_text(self) -> frozenset[Place]:
        """Small print well above the text of a page, and its number, however few pages have it."""
        return frozenset(
            edge.place
            for edge in self._edges
            if (self._is_small_head(edge) or _is_number_of_its_page(edge))
            and (self._gap_to_text(edge) or 0.0) > _APART * self._spacing.gap
        )

    def _is_small_head(self, edge: Edge) -> bool:
        return edge.side is Side.TOP and edge.line.size < _SMALL * self._spacing.size

    def _numbered(self) -> list[Edge]:
        """Heads with page numbers; where these stand, other words beside them are heads too."""
        counting = [
            (group, offsets)
            for group in self._groups
            if (offsets := group.offsets) and not self._may_be_headings(group)
        ]
        found: list[Edge] = []
        for group, offsets in counting:
            pages = frozenset().union(
                *(
                    other.pages
                    for other, ahead in counting
                    if not ahead.isdisjoint(offsets)
                    and other.side is group.side
                    and is_near(other.distance, group.distance)
                )
            )
            if len(pages) >= _FEWEST_PAGES or self._is_on_all_but_the_first(group):
                found += group.edges
                found += self._beside(group, offsets)
        return list({edge.place: edge for edge in found}.values())

    def _may_be_headings(self, group: Group) -> bool:
        """Whether they may name what is on each page: no sentence goes on to any of them."""
        is_told = self._is_number(group) or any(edge.line.is_row for edge in group.edges)
        if is_told or self._is_in_small_print(group):
            return False
        return not any(self._goes_on_to(page) for page in group.pages)

    def _goes_on_to(self, page: int) -> bool:
        """Whether a sentence goes on from the page before."""
        first, last = self._texts[page][:1], self._texts[page - 1][-1:] if page else []
        is_cut = any(
            line.text.count(" ") >= _FEWEST_SPACES and not line.ends_sentence for line in last
        )
        return is_cut or any(line.text[:1].islower() for line in first)

    def _beside(self, group: Group, offsets: frozenset[int]) -> list[Edge]:
        """Lines at the place of a head that begin or end with the number of their page."""
        return [
            edge
            for edge in self._edges
            if edge.side is group.side
            and is_near(edge.distance, group.distance)
            and any(_has_outside(edge, edge.place.page + offset) for offset in offsets)
        ]

    def _is_on_all_but_the_first(self, group: Group) -> bool:
        return self._is_number(group) and len(group.pages) >= len(self._pages) - 1

    def _is_number(self, group: Group) -> bool:
        """Whether it is a page number and nothing else."""
        return bool(group.offsets) and all(map(_is_bare_number, group.edges))

    def _fixed(self, found: set[Place]) -> list[Edge]:
        """Heads that say the same on each page, without what may be text where it stands first."""
        heads: list[Edge] = []
        for group in self._groups:
            if found.isdisjoint(edge.place for edge in group.edges) and self._is_head(group):
                heads += group.edges[self._may_begin_with_text(group) :]
        return heads

    def _is_head(self, group: Group) -> bool:
        is_beside_text = group.side is Side.BOTTOM and not self._is_separate(group)
        is_told = group.is_fixed and not is_beside_text and self._is_on_enough(group)
        return is_told and not self._is_in_text(group) and not self._may_be_headings(group)

    def _is_on_enough(self, group: Group) -> bool:
        if len(group.pages) >= _FEWEST_PAGES:
            return True
        if len(group.pages) < _FEWEST_ALTERNATING or not self._is_in_small_print(group):
            return False
        return any(
            other.is_fixed
            and self._is_in_small_print(other)
            and other.side is group.side
            and len(other.pages) >= _FEWEST_ALTERNATING
            and is_near(other.distance, group.distance)
            and _take_turns(group, other)
            for other in self._groups
        )

    def _is_in_text(self, group: Group) -> bool:
        """Whether the text of other pages reaches to where the group stands."""
        reached = {
            edge.place.page
            for edge in self._edges
            if edge.side is group.side
            and is_near(edge.distance, group.distance)
            and edge.place not in self._candidates
        }
        return len(reached - group.pages) > _EXCEPTIONS * len(self._pages)

    def _may_begin_with_text(self, group: Group) -> bool:
        """Whether the first of the group may be a title, or the head of a table that goes on."""
        first = group.edges[0]
        if group.side is Side.BOTTOM:
            return False
        begins = first.place.page == 0 and not self._is_in_small_print(group)
        return begins or not self._is_separate(group)

    def _is_in_small_print(self, group: Group) -> bool:
        return all(edge.line.size < self._spacing.size for edge in group.edges)

    def _is_separate(self, group: Group) -> bool:
        """Whether it is further from the text than lines are from each other."""
        gaps = sorted(gap for edge in group.edges if (gap := self._gap_to_text(edge)) is not None)
        return bool(gaps) and gaps[len(gaps) // 2] > _APART * self._spacing.gap

    def _across_pages(self) -> dict[str, list[Place]]:
        """What runs another way than the text on three pages or more, as of a draft."""
        found: dict[str, list[Place]] = {}
        for place in sorted(self.across):
            words = self._pages[place.page].lines[place.line].text
            found.setdefault(words, []).append(place)
        return {
            words: places
            for words, places in found.items()
            if len({place.page for place in places}) >= _FEWEST_PAGES
        }

    def _gap_to_text(self, edge: Edge) -> float | None:
        """How far from the edge of the page the nearest line of text is; None for none."""
        lines, depth = self._texts[edge.place.page], edge.line.depth
        if edge.side is Side.TOP:
            at = bisect_right(lines, depth, key=_depth)
            return lines[at].depth - depth if at < len(lines) else None
        at = bisect_left(lines, depth, key=_depth)
        return depth - lines[at - 1].depth if at else None

    def _lines_of_text(self, number: int, page: PrintedPage) -> list[PrintedLine]:
        """From above, without what may be a head."""
        lines = (
            line
            for at, line in enumerate(page.lines)
            if not line.is_sideways and Place(number, at) not in self._candidates
        )
        return sorted(lines, key=_depth)


def _letterheads(pages: Sequence[PrintedPage]) -> list[float]:
    """From which depth on each page is a letter, and no head of it."""
    return [
        min(
            (line.depth - 3 * line.size for line in page.lines if _STATE_HEAD.search(line.text)),
            default=math.inf,
        )
        for page in pages
    ]


def _depth(line: PrintedLine) -> float:
    return line.depth


def _is_bare_number(edge: Edge) -> bool:
    return _BARE_NUMBER.fullmatch(edge.line.text) is not None


def _is_number_of_its_page(edge: Edge) -> bool:
    return _is_bare_number(edge) and edge.numbers == (edge.place.page + 1,)


def _take_turns(first: Group, second: Group) -> bool:
    """Whether one is on odd pages and the other one on even ones."""
    sides = [{page % 2 for page in group.pages} for group in (first, second)]
    return sides in ([{0}, {1}], [{1}, {0}])


def _has_outside(edge: Edge, number: int) -> bool:
    """Whether a line begins or ends with this number, as the number of its page."""
    text, numbers = edge.line.text, edge.numbers
    positions = [position for position in (0, -1) if text[position].isdigit()]
    return any(numbers[at] == number and edge.counts_pages(at) for at in positions)
