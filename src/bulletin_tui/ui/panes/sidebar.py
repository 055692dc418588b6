"""The sidebar: smart lists, sources and places, and the articles below them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical

from bulletin_tui.model.library import Library
from bulletin_tui.services.reading import ReadingState
from bulletin_tui.ui.commands import Where, bindings
from bulletin_tui.ui.messages import ArticleChosen, ReadMarkWanted
from bulletin_tui.ui.rendering.list_rows import ListRow, Role, RowLine
from bulletin_tui.ui.rendering.sidebar_rows import SidebarRow, SidebarRows, article_key
from bulletin_tui.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

UNFOLDED_AT_START = frozenset({"all"})


class SidebarPane(Vertical):
    """Shows the library as a tree whose cursor stays on its row when the library changes."""

    WHERE = Where.SIDEBAR
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.SIDEBAR)]

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(id="sidebar", classes=classes)
        self._library = Library()
        self._state = ReadingState()
        self._expanded = UNFOLDED_AT_START
        self._rows = SidebarRows(self._library, self._state, self._expanded)
        self._open_id: str | None = None

    def compose(self) -> ComposeResult:
        """One list."""
        yield VirtualList()

    @property
    def list(self) -> VirtualList:
        """The rows."""
        return self.query_one(VirtualList)

    def begin(self, library: Library, state: ReadingState, open_id: str | None) -> None:
        """Show the library for the first time."""
        self._library, self._state, self._open_id = library, state, open_id
        self._rebuild()
        self._point_at_open()

    def show_library(self, library: Library) -> None:
        """Show these articles instead."""
        is_first = not len(self._library)
        self._library = library
        self._rebuild()
        if is_first:
            self._point_at_open()

    def _point_at_open(self) -> None:
        index = self._rows.find(article_key("all", self._open_id)) if self._open_id else None
        if index is not None:
            self.list.index = index

    def show_state(self, state: ReadingState) -> None:
        """Show what has been read and marked by now."""
        self._state = state
        self._rebuild()

    def show_read(self, article_id: str, *, is_read: bool) -> None:
        """Show one article as read, or unread."""
        read = self._state.read_ids
        changed = read | {article_id} if is_read else read - {article_id}
        self.show_state(replace(self._state, read_ids=changed))

    def show_open(self, article_id: str) -> None:
        """Point out the article that is open in the reader."""
        if article_id != self._open_id:
            self._open_id = article_id
            self._rebuild()

    def _rebuild(self) -> None:
        self._rows = SidebarRows(self._library, self._state, self._expanded)
        self.list.set_rows(len(self._rows), self._row, self._key_at, self._rows.find)

    def _key_at(self, index: int) -> str:
        return self._rows[index].key

    def _row(self, index: int, _width: int) -> ListRow:
        row = self._rows[index]
        if row.article_id is not None:
            return ListRow((self._article_line(row),))
        arrow = {None: "  ", True: "▾ ", False: "▸ "}[row.is_expanded]
        count = "" if row.count is None else str(row.count)
        role = Role.SECTION if row.is_section else Role.TEXT
        label = row.label if row.is_section else f"{arrow}{row.label}"
        return ListRow((RowLine(label, role, right=count),), is_section=row.is_section)

    def _article_line(self, row: SidebarRow) -> RowLine:
        is_open = row.article_id == self._open_id
        dot = "▶" if is_open else " " if row.is_read else "•"
        role = Role.TITLE if is_open else Role.MUTED if row.is_read else Role.TEXT
        return RowLine(f"  {dot} {row.label}", role, right="▪" if row.is_marked else "")

    def _current(self) -> SidebarRow | None:
        index = self.list.index
        return None if index is None or index >= len(self._rows) else self._rows[index]

    @on(VirtualList.Chosen)
    def _open_clicked(self) -> None:
        self.action_open_row()

    def action_open_row(self) -> None:
        """Open the article, or unfold or fold the group."""
        row = self._current()
        if row is None:
            return
        if row.article_id is not None:
            self.post_message(ArticleChosen(row.article_id))
        elif row.is_expanded is not None:
            self._fold(row, expand=not row.is_expanded)

    def action_expand_row(self) -> None:
        """Unfold the group; open the article."""
        row = self._current()
        if row is not None and (row.article_id is not None or row.is_expanded is False):
            self.action_open_row()

    def action_collapse_row(self) -> None:
        """Fold the group, also from one of its articles."""
        index = self.list.index
        if index is None or index >= len(self._rows):
            return
        heading = self._rows.heading_index(index)
        group = self._rows[heading]
        if group.is_expanded:
            self._fold(group, expand=False)
            self.list.index = heading

    def _fold(self, row: SidebarRow, *, expand: bool) -> None:
        self._expanded = self._expanded | {row.key} if expand else self._expanded - {row.key}
        self._rebuild()

    def action_toggle_row_read(self) -> None:
        """Mark the article read, or unread."""
        row = self._current()
        if row is not None and row.article_id is not None:
            self.post_message(ReadMarkWanted(row.article_id, is_read=not row.is_read))
