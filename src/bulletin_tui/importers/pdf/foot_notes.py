"""Notes at the foot of a page: told by their small print and the mark before them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_tui.importers.pdf.edges import Place

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from bulletin_tui.importers.pdf.printed import PrintedLine, PrintedPage

_SMALL = 0.93
"""Of the size of the text: notes are set in no larger print."""
_MARKED = re.compile(r"(?:\[[0-9]{1,3}\]|[0-9]{1,3}|[*†‡]{1,3})[.)]?\s")


def find_foot_notes(
    pages: Sequence[PrintedPage], heads: Container[Place], size: float
) -> frozenset[Place]:
    """The lines of notes; a page may begin with the end of a note that the page before has."""
    found: set[Place] = set()
    size_before = 0.0
    for number, page in enumerate(pages):
        lines = list(_small_print(page, number, heads, size))
        while lines and not _is_note(page.lines[lines[0].line], size_before):
            del lines[0]
        size_before = page.lines[lines[-1].line].size if lines else 0.0
        found.update(lines)
    return frozenset(found)


def _is_note(line: PrintedLine, size_before: float) -> bool:
    """Whether a line begins a note, or goes on with one of print of this size."""
    return begins_note(line) or line.size == size_before


def begins_note(line: PrintedLine) -> bool:
    """Whether a line has the mark of a note before it."""
    return _MARKED.match(line.text) is not None


def _small_print(
    page: PrintedPage, number: int, heads: Container[Place], size: float
) -> Iterator[Place]:
    """The lines below the last one that is as large as the text, from above."""
    lines = [
        (line.depth, Place(number, at))
        for at, line in enumerate(page.lines)
        if not line.is_sideways and Place(number, at) not in heads
    ]
    large = [depth for depth, place in lines if page.lines[place.line].size > size * _SMALL]
    lowest = max(large, default=0.0)
    yield from (place for depth, place in sorted(lines) if large and depth > lowest)
