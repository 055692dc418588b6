"""The scrollbar of a list that becomes longer or shorter with every letter typed above it."""

from __future__ import annotations

from textual.scrollbar import ScrollBar


def take_length(bar: ScrollBar, lines: int) -> None:
    """Have it stand for so many lines; it is painted only if it looks otherwise than before.

    At the top of much its thumb is one cell, however much it is.
    """
    shortest = min(lines, bar.window_virtual_size)
    if bar.position == 0 and shortest >= bar.window_size * bar.size.height:
        bar.set_reactive(ScrollBar.window_virtual_size, lines)
    else:
        bar.window_virtual_size = lines
