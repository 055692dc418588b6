"""Where a list stands, cursor and scroll, to be returned to after other rows were shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bulletin_tui.ui.widgets.virtual_list import VirtualList


@dataclass(frozen=True, slots=True)
class ListPlace:
    """The row under the cursor, and the line of the list on which it is."""

    key: str | None = None
    index: int = 0
    line: int = 0
    """Counted from the first line on screen; it may be off the screen."""

    @classmethod
    def of(cls, rows: VirtualList, key: str | None) -> ListPlace:
        """Where the list stands now; `key` is that of the row under its cursor."""
        index = rows.index or 0
        return cls(key, index, index * rows.row_height - rows.scroll_offset.y)

    def restore(self, rows: VirtualList, index: int | None, room: int | None = None) -> None:
        """Stand there again; `index` is where the row is now, None if it is gone.

        With `room`, the cursor is on one of this many lines, wherever it was.
        """
        rows.index = self.index if index is None else index
        line = self.line if room is None else min(self.line, room - rows.row_height)
        y = (rows.index or 0) * rows.row_height - line
        rows.scroll_to(y=y, animate=False, force=True, immediate=True)
