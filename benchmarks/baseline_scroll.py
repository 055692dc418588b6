"""The baseline: a bare ScrollView that pages through strips made beforehand.

    python benchmarks/baseline_scroll.py MEGABYTES

Its lines are those of the article that `article_scroll.py` shows, plain, at the same places.
"""

from __future__ import annotations

import gc
import sys

from generated import generated_document
from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from bulletin_tui.ui.rendering.wrap import WrapTable

MARGIN, MEASURE, WIDTH = 25, 72, 118
PLAIN = Style(color="#e0e0e0", bgcolor="#121212")


class ReadyMade(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines that are only looked up."""

    def __init__(self, strips: list[Strip]) -> None:
        super().__init__()
        self._strips = strips
        self.virtual_size = Size(WIDTH, len(strips))

    def render_line(self, y: int) -> Strip:
        """The strip of this line."""
        line = y + self.scroll_offset.y
        return self._strips[line] if line < len(self._strips) else Strip.blank(WIDTH)


class Baseline(App[None]):
    """Nothing but the lines."""

    BINDINGS = [Binding("pagedown", "page(1)"), Binding("pageup", "page(-1)")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        """One view."""
        yield ReadyMade(strips_of(int(float(sys.argv[1]) * 1_000_000)))

    def action_page(self, step: int) -> None:
        """Scroll by a screenful."""
        view = self.query_one(ReadyMade)
        line = view.scroll_offset.y + step * (view.size.height - 1)
        view.scroll_to(y=line, animate=False, immediate=True)


def strips_of(characters: int) -> list[Strip]:
    """One strip a row, all made now."""
    document = generated_document(characters)
    table = WrapTable(document, MEASURE)
    table.advance(len(document.text) + len(document.blocks))
    strips = []
    for number in range(len(table)):
        pieces = table.row(number).pieces
        line = " " * MARGIN + "".join(document.text[piece.start : piece.end] for piece in pieces)
        strips.append(Strip([Segment(line.ljust(WIDTH), PLAIN)], WIDTH))
    gc.collect()
    gc.freeze()  # a strip is many objects; looking for garbage among them is no part of paging
    return strips


if __name__ == "__main__":
    Baseline().run()
