"""The lines of a list's rows, set in the styles of the list and kept until they are to change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.cache import LRUCache

from bulletin_tui.ui.rendering.list_rows import row_strips

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.style import Style
    from textual.geometry import Size
    from textual.strip import Strip
    from textual.widget import Widget

    from bulletin_tui.ui.rendering.list_rows import ListRow, Role

_CURSOR = "virtual-list--cursor"
_MOST = 512
"""Rows that are kept: some screenfuls."""


class PaintedRows:
    """The component classes `virtual-list--…` of a widget say how its rows look."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._strips: LRUCache[tuple[int, Size, bool], list[Strip]] = LRUCache(_MOST)
        self._styles: dict[tuple[bool, Role, Role | None], Style] = {}

    def forget(self) -> None:
        """The rows are others, or look different."""
        self._strips.clear()

    def forget_styles(self) -> None:
        """The styles are others."""
        self._strips.clear()
        self._styles.clear()

    def renew(
        self,
        indices: range,
        size: Size,
        row: Callable[[int], ListRow],
        cursors: tuple[int | None, int | None],
    ) -> list[int]:
        """Paint these anew, of other rows; which of them do not look as they did.

        `cursors` are the rows that had the cursor when they were painted last, and that has it now.
        """
        painted, (before, now) = self._strips, cursors
        self._strips = LRUCache(_MOST)
        return [
            index
            for index in indices
            if self.paint(index, size, row, has_cursor=index == now)
            != painted.get((index, size, index == before))
        ]

    def paint(
        self, index: int, size: Size, row: Callable[[int], ListRow], *, has_cursor: bool
    ) -> list[Strip]:
        """The lines of the row at an index; `row` gives it if it is not painted yet."""
        key = (index, size, has_cursor)
        strips = self._strips.get(key)
        if strips is None:
            gutter = "▌" if has_cursor else " "
            strips = row_strips(row(index), size, gutter, partial(self._style, has_cursor))
            self._strips[key] = strips
        return strips

    def _style(self, has_cursor: bool, role: Role, part: Role | None) -> Style:
        key = (has_cursor, role, part)
        style = self._styles.get(key)
        if style is None:
            widget = self._widget
            whole = widget.get_visual_style(_CURSOR) if has_cursor else widget.visual_style
            for each in (role, part):
                if each is not None:
                    whole += widget.get_visual_style(f"virtual-list--{each}", partial=True)
            style = self._styles[key] = whole.rich_style
        return style
