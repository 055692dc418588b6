"""The lines of a view with nothing around them, past the cache in which Textual draws borders."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.geometry import Region
    from textual.scroll_view import ScrollView
    from textual.strip import Strip


def plain_lines(view: ScrollView, crop: Region, line: Callable[[int], Strip]) -> list[Strip]:
    """What the compositor asks of an opaque view in `render_lines`, made of its `render_line`."""
    width = view.size.width - view.show_vertical_scrollbar
    blank = view.rich_style
    strips = [line(y).adjust_cell_length(width, blank) for y in crop.line_range]
    _base, background = view.background_colors
    for line_filter in view.get_line_filters():
        strips = [strip.apply_filter(line_filter, background) for strip in strips]
    return [strip.crop(*crop.column_span) for strip in strips]
