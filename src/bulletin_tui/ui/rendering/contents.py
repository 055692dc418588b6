"""The contents of an article: its headings, and among them the reader's bookmarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.model.article import BlockKind
from bulletin_tui.ui.rendering.mark_glyphs import BOOKMARK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bulletin_tui.model.annotation import PlacedAnnotation
    from bulletin_tui.model.article import Article


@dataclass(frozen=True, slots=True)
class ContentsPlace:
    """A line of the contents."""

    at: int
    """Where it leads, in the canonical text."""
    label: str
    depth: int
    """0 for the highest heading."""


def contents(article: Article, bookmarks: Iterable[PlacedAnnotation]) -> tuple[ContentsPlace, ...]:
    """The places as the text has them; a bookmark is one deeper than the heading it is under."""
    headings = [
        block
        for block in article.document.blocks
        if block.kind is BlockKind.HEADING and not block.is_folded
    ]
    top = min((block.level for block in headings), default=1)
    places = [
        ContentsPlace(block.start, article.text[block.start : block.end], block.level - top)
        for block in headings
    ]
    marked = [
        ContentsPlace(placed.span.start, _label(placed), _depth_below(places, placed.span.start))
        for placed in bookmarks
        if placed.span is not None
    ]
    return tuple(sorted((*places, *marked), key=lambda place: place.at))


def _depth_below(headings: list[ContentsPlace], at: int) -> int:
    above = [place.depth for place in headings if place.at <= at]
    return above[-1] + 1 if above else 0


def _label(placed: PlacedAnnotation) -> str:
    """The bookmark's name, which is the first line of its note, else its first words."""
    mark = placed.annotation
    name = next(iter(mark.note.splitlines()), "") or f"{' '.join(mark.quote.exact.split())}…"
    return f"{BOOKMARK} {name}"
