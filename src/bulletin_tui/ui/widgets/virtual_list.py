"""A list of any length: only the rows on screen, each `row_height` lines, are made and painted.

Rows are addressed by index, and kept by key.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from bulletin_tui.ui.rendering.list_rows import ListRow, Role, RowProvider
from bulletin_tui.ui.widgets.list_scrollbar import take_length
from bulletin_tui.ui.widgets.list_styles import LIST_CSS
from bulletin_tui.ui.widgets.mouse import is_primary
from bulletin_tui.ui.widgets.next_frame import paint_soon
from bulletin_tui.ui.widgets.painted_rows import PaintedRows
from bulletin_tui.ui.widgets.plain_lines import plain_lines
from bulletin_tui.ui.widgets.row_finding import find_choosable, find_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.geometry import Region

_GUTTER = 1


class VirtualList(ScrollView, can_focus=True):
    """Shows rows from a provider, with a cursor that stays on its row when rows change."""

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move_page(-1)", show=False),
        Binding("pagedown", "move_page(1)", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "virtual-list--cursor",
        *(f"virtual-list--{role}" for role in Role),
    }

    DEFAULT_CSS = LIST_CSS
    index: reactive[int | None] = reactive(None, repaint=False)
    """The row under the cursor; None exactly when no row can be chosen."""
    row_height: reactive[int] = reactive(1)

    @dataclass
    class Highlighted(Message):
        """The cursor came to another row."""

        list: VirtualList
        index: int

        @property
        def control(self) -> VirtualList:
            """The list, for selectors."""
            return self.list

    @dataclass
    class Chosen(Message):
        """A row was clicked, or chosen with a key."""

        list: VirtualList
        index: int

        @property
        def control(self) -> VirtualList:
            """The list, for selectors."""
            return self.list

    def __init__(
        self,
        *,
        row_height: int = 1,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._count = 0
        self._provider: RowProvider = _no_row
        self._key_at: Callable[[int], str] | None = None
        self._key: str | None = None
        self._painted = PaintedRows(self)
        self.set_reactive(VirtualList.row_height, row_height)

    @property
    def count(self) -> int:
        """How many rows there are, sections included."""
        return self._count

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor."""
        return self._key

    def repaint_rows(self) -> None:
        """Make the same rows anew: they are to look different."""
        self._painted.forget()
        self.refresh()
        self._paint_soon()

    def set_rows(
        self,
        count: int,
        provider: RowProvider,
        keep: Callable[[int], str] | None = None,
        find: Callable[[str], int | None] | None = None,
    ) -> None:
        """Show these rows instead.

        `keep` gives the stable key of the row at an index: the cursor follows its row's key to
        wherever it is now, at its height on screen or off it, or keeps its index; without it, it
        goes to the top. `find` is the way back. `Highlighted` is posted unless its row stayed.
        """
        old_index = (self.index or 0) if keep else 0
        line = old_index * self.row_height - self.scroll_offset.y  # the old rows may be gone
        was_on_screen = 0 <= line <= self.scrollable_size.height - self.row_height
        before = self._shown, self.index
        self._count, self._provider, self._key_at = count, provider, keep
        kept_index = find(self._key) if find and self._key else self._find(self._key, old_index)
        index = self._selectable(old_index) if kept_index is None else kept_index
        self._take_height(count * self.row_height)
        self.set_reactive(VirtualList.index, index)
        self._key = self._key_of(index)
        if not keep:
            self._scroll_y_to(0)
        elif kept_index is not None:
            self._scroll_y_to(self.scroll_offset.y + (kept_index - old_index) * self.row_height)
        if kept_index is None or was_on_screen:
            self._scroll_to_cursor()
        self._repaint_changed(*before)
        if kept_index is None and index is not None:
            self.post_message(self.Highlighted(self, index))

    def move(self, step: int) -> None:
        """Move the cursor by `step` rows that can be chosen, stopping at the ends."""
        if self.index is None or not step:
            return
        self.index = self._selectable(self.index + step, 1 if step > 0 else -1)

    def move_page(self, step: int) -> None:
        """Move the cursor by `step` screenfuls."""
        self.move(step * max(1, self.scrollable_size.height // self.row_height - 1))

    def first(self) -> None:
        """Move the cursor to the first row."""
        self.index = self._selectable(0)

    def last(self) -> None:
        """Move the cursor to the last row."""
        self.index = self._selectable(self._count - 1, -1)

    def choose(self) -> None:
        """Post `Chosen` for the row under the cursor, if there is one."""
        if self.index is not None:
            self.post_message(self.Chosen(self, self.index))

    action_move = move
    action_move_page = move_page
    action_first = first
    action_last = last
    action_choose = choose

    def validate_index(self, index: int | None) -> int | None:
        """The nearest row that can be chosen."""
        return self._selectable(index or 0)

    def watch_index(self, old: int | None, new: int | None) -> None:
        """Paint both rows, keep the cursor on screen, and tell."""
        self._key = self._key_of(new)
        for index in (old, new):
            if index is not None:
                self.refresh_lines(index * self.row_height, self.row_height)
        self._scroll_to_cursor()
        if new is not None:
            self.post_message(self.Highlighted(self, new))

    def watch_row_height(self, height: int) -> None:
        """Lay the rows out anew; the cursor stays on screen."""
        self._painted.forget()
        self._take_height(self._count * height)
        self._scroll_to_cursor()

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        event.stop()
        offset = event.get_content_offset(self)
        if offset is None or not is_primary(event):
            return
        index = (offset.y + self.scroll_offset.y) // self.row_height
        if index < self._count and not self._row(index).is_section:
            self.index = index
            self.choose()

    def notify_style_update(self) -> None:
        """Paint in the new styles."""
        self._painted.forget_styles()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines as they are: Textual has nothing to draw around them."""
        if self.opacity < 1:
            return super().render_lines(crop)
        return plain_lines(self, crop, partial(self._line, size=self._row_size))

    def render_line(self, y: int) -> Strip:
        """One line of one row."""
        return self._line(y, self._row_size)

    @property
    def _row_size(self) -> Size:
        return Size(self.scrollable_size.width, self.row_height)

    def _line(self, y: int, size: Size) -> Strip:
        index, line = divmod(y + self.scroll_offset.y, size.height)
        if index >= self._count or size.width <= _GUTTER:
            return Strip.blank(size.width, self.rich_style)
        return self._painted.paint(index, size, self._row, has_cursor=index == self.index)[line]

    @property
    def _shown(self) -> range:
        """The lines of the list that are on screen."""
        top = self.scroll_offset.y
        return range(top, min(top + self.size.height, self._count * self.row_height))

    def _repaint_changed(self, shown: range, cursor: int | None) -> None:
        """Paint what looks otherwise now on the lines that were shown before."""
        height, size = self.row_height, self._row_size
        if shown != self._shown or size.width <= _GUTTER:
            self.repaint_rows()
            return
        rows = range(shown.start // height, -(-shown.stop // height))
        for index in self._painted.renew(rows, size, self._row, (cursor, self.index)):
            self.refresh_lines(index * height, height)
        self._paint_soon()

    def _paint_soon(self) -> None:
        paint_soon(self, *([self.vertical_scrollbar] if self.show_vertical_scrollbar else []))

    def _row(self, index: int) -> ListRow:
        return self._provider(index, max(0, self.scrollable_size.width - _GUTTER))

    def _selectable(self, index: int, direction: int = 1) -> int | None:
        return find_choosable(index, self._count, direction, lambda at: self._row(at).is_section)

    def _key_of(self, index: int | None) -> str | None:
        return None if index is None or self._key_at is None else self._key_at(index)

    def _find(self, key: str | None, near: int) -> int | None:
        if key is None or self._key_at is None:
            return None
        return find_key(key, near, self._count, self._key_at)

    def _scroll_to_cursor(self) -> None:
        if self.index is not None and (lines := self._off_screen(self.index)):
            self._scroll_y_to(self.scroll_offset.y + lines)

    on_resize = _scroll_to_cursor

    def _take_height(self, lines: int) -> None:
        """Be so high; the screen is laid out anew only if the scrollbar comes or goes."""
        room = self.scrollable_size.height
        if not room or (lines > room) != self.show_vertical_scrollbar:
            self.virtual_size = Size(0, lines)
        else:
            self.set_reactive(VirtualList.virtual_size, Size(0, lines))
            take_length(self.vertical_scrollbar, lines)
            self._scroll_y_to(self.scroll_offset.y)

    def _off_screen(self, index: int) -> int:
        """How far to scroll for a row to be on screen, under its heading if both have room."""
        room, top = self.scrollable_size.height, index * self.row_height - self.scroll_offset.y
        if room < self.row_height:
            return top
        below = max(top + self.row_height - room, 0)
        has_heading = index > 0 and self._row(index - 1).is_section
        above = self.row_height if has_heading and 2 * self.row_height <= room else 0
        return min(top - above, 0) or below

    def _scroll_y_to(self, y: int) -> None:
        if self.scrollable_size.height:
            self.scroll_to(y=y, animate=False, force=True, immediate=True)


def _no_row(index: int, width: int) -> ListRow:
    raise IndexError(f"an empty list has no row {index} to fit {width} cells")
