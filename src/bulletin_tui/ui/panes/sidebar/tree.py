"""The library as a tree: lists of all kinds, each of which unfolds to its articles."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical

from bulletin_tui.model.library import Library
from bulletin_tui.services.reading import ReadingState
from bulletin_tui.ui.commands import Where, bindings
from bulletin_tui.ui.messages import (
    Announced,
    ArticleChosen,
    ArticleUnwanted,
    FolderUnwanted,
    ReadMarkWanted,
    SourceWanted,
)
from bulletin_tui.ui.rendering.list_rows import ListRow, Role, RowLine
from bulletin_tui.ui.rendering.sidebar_order import WORDS, SortedBy, arrange
from bulletin_tui.ui.rendering.sidebar_rows import SidebarRow, SidebarRows, article_key, title_line
from bulletin_tui.ui.widgets.virtual_list import VirtualList
from bulletin_tui.words import _, grouped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from bulletin_tui.services.finding_titles import TitlesFound
    from bulletin_tui.ui.rendering.filtered_rows import FilteredRows
    from bulletin_tui.ui.rendering.sidebar_order import Arrangement

UNFOLDED_AT_START = frozenset({"all"})
OPEN = "▶ "
"""Before the open article, and before the folded groups that it is in."""
LARGE = 1000
"""Articles from which on a library starts folded: its sources would stand screens below them."""


class LibraryTree(Vertical):
    """Shows the library as a tree whose cursor stays on its row when the library changes."""

    WHERE = Where.SIDEBAR
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.SIDEBAR)]

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(id="sidebar", classes=classes)
        self._library = Library()
        self._state = ReadingState()
        self._expanded = UNFOLDED_AT_START
        self._sorted_by = SortedBy.NEWEST
        self._arrangement: Arrangement | None = None
        self._folder_names: Mapping[str, str] = {}
        self._fitting: TitlesFound | None = None
        """What the list is narrowed to; None while it shows the library."""
        self._open_id: str | None = None
        self._rows: SidebarRows | FilteredRows = self._make_rows()
        self._folded_from: dict[str, str] = {}
        """The row that the cursor was on, by the key of the group that was folded there."""

    def compose(self) -> ComposeResult:
        """One list."""
        yield VirtualList()

    @property
    def list(self) -> VirtualList:
        """The rows."""
        return self.query_one(VirtualList)

    def begin(
        self,
        library: Library,
        state: ReadingState,
        open_id: str | None,
        folder_names: Mapping[str, str],
    ) -> None:
        """Show the library for the first time; `folder_names` are for paths that need others."""
        self._library, self._state, self._open_id = library, state, open_id
        self._arrangement = None
        self._folder_names = folder_names
        self._fold_if_large()
        self._rebuild()
        self._point_at_open()
        if self._sorted_by is not SortedBy.NEWEST:  # asked for before there was anything
            self._arrange(library)

    def _fold_if_large(self) -> None:
        if len(self._library) >= LARGE:
            self._expanded -= UNFOLDED_AT_START

    def show_library(self, library: Library) -> None:
        """Show these articles instead, once they are in order."""
        if self._sorted_by is SortedBy.NEWEST:
            self._show_arranged(library, None)
        else:
            self._arrange(library)

    @work(group="arranging", exclusive=True)
    async def _arrange(self, library: Library) -> None:
        arrangement = await asyncio.to_thread(arrange, library, self._sorted_by)
        self._show_arranged(library, arrangement)

    def _show_arranged(self, library: Library, arrangement: Arrangement | None) -> None:
        is_first = not len(self._library)
        self._library, self._arrangement = library, arrangement
        if is_first:
            self._fold_if_large()
        self._rebuild()
        if is_first and self._fitting is None:
            self._point_at_open()

    def _point_at_open(self) -> None:
        """Put the cursor on the open article, in the list that it is in."""
        index = self._rows.find(article_key("all", self._open_id)) if self._open_id else None
        if index is not None:
            self.list.index = index

    def show_marks(self, counts: Mapping[str, int]) -> None:
        """Show how many marks each article has by now."""
        self._show_state(replace(self._state, marks=counts))

    def show_read_ids(self, read_ids: frozenset[str]) -> None:
        """Show which articles have been read by now."""
        self._show_state(replace(self._state, read_ids=read_ids))

    def _show_state(self, state: ReadingState) -> None:
        if state != self._state:
            self._state = state
            self._rebuild()

    def show_read(self, article_id: str, *, is_read: bool) -> None:
        """Show one article as read, or unread."""
        read = self._state.read_ids
        changed = read | {article_id} if is_read else read - {article_id}
        self.show_read_ids(changed)

    def show_open(self, article_id: str) -> None:
        """Point out the article that is open in the reader.

        The cursor goes along, unless somebody has moved it to another row.
        """
        if article_id != self._open_id:
            goes_along = not self.has_focus_within or self.article_id == self._open_id
            self._open_id = article_id
            self._folded_from.clear()
            self._rebuild()
            if goes_along and self._fitting is None:
                self._follow_open()

    def _follow_open(self) -> None:
        """Point at the open article, unless the cursor is on it in another list already."""
        if self.article_id != self._open_id:
            self._point_at_open()

    def _make_rows(self) -> SidebarRows | FilteredRows:
        if self._fitting is not None:
            from bulletin_tui.ui.rendering.filtered_rows import FilteredRows

            return FilteredRows(self._fitting, self._state)
        return SidebarRows(
            self._library,
            self._state,
            self._expanded,
            arrangement=self._arrangement,
            folder_names=self._folder_names,
            open_id=self._open_id,
        )

    def _rebuild(self) -> None:
        rows = self._make_rows()
        self.list.row_height = rows.height  # while the list still shows the rows it knows
        self._rows = rows
        self.list.set_rows(len(self._rows), self._row, self._key_at, self._rows.find)

    def _key_at(self, index: int) -> str:
        return self._rows[index].key

    def _row(self, index: int, width: int) -> ListRow:
        row = self._rows[index]
        if row.article_id is not None:
            return ListRow(self._article_lines(row, width))
        if row.is_section:
            return ListRow((RowLine(row.label, Role.SECTION),), is_section=True)
        arrow = {None: "  ", True: "▾ ", False: "▸ "}[row.is_expanded]
        role = Role.TITLE if row.holds_open else Role.TEXT
        label = f"{OPEN if row.holds_open else arrow}{row.label}"
        return ListRow((RowLine(label, role, right=grouped(row.count or 0)),))

    def _article_lines(self, row: SidebarRow, width: int) -> tuple[RowLine, ...]:
        is_open = row.article_id == self._open_id
        dot = OPEN if is_open else "  " if row.is_read else "• "
        role = Role.TITLE if is_open else Role.MUTED if row.is_read else Role.TEXT
        lead = f"{'  ' * row.depth}{dot}"
        if not row.matches:
            return (title_line(row, lead, role),)
        from bulletin_tui.ui.rendering.filtered_rows import title_lines

        return title_lines(row, lead, role, width)

    def _current(self) -> SidebarRow | None:
        index = self.list.index
        return None if index is None or index >= len(self._rows) else self._rows[index]

    @property
    def article_id(self) -> str | None:
        """The article under the cursor."""
        row = self._current()
        return None if row is None else row.article_id

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
        elif row.is_expanded:
            self._fold(row)
        elif row.is_expanded is False:
            self._unfold(row)

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
            self._fold(group)
            self.list.index = heading

    def _fold(self, group: SidebarRow) -> None:
        self._folded_from[group.key] = self.list.key or group.key
        self._expanded -= {group.key}
        self._rebuild()

    def _unfold(self, group: SidebarRow) -> None:
        """Return to where it was folded, or come to the open article if it is in there."""
        self._expanded |= {group.key}
        self._rebuild()
        key = self._folded_from.pop(group.key, article_key(group.key, self._open_id or ""))
        index = self._rows.find(key)
        if index is not None:
            self.list.index = index

    def action_toggle_row_read(self) -> None:
        """Mark the article read, or unread."""
        row = self._current()
        if row is not None and row.article_id is not None:
            self.post_message(ReadMarkWanted(row.article_id, is_read=not row.is_read))

    def action_sort_articles(self) -> None:
        """Go on to the next order."""
        self._sorted_by = self._sorted_by.next
        self._arrange(self._library)
        self.post_message(Announced(_(WORDS[self._sorted_by])))

    def action_add_source(self) -> None:
        """Ask for a folder or a file."""
        self.post_message(SourceWanted())

    def action_remove_source(self) -> None:
        """Take the folder or the imported article under the cursor out of the library."""
        row = self._current()
        if row is not None and row.folder is not None:
            self.post_message(FolderUnwanted(row.folder, row.label))
        elif row is not None and row.article_id is not None:
            self.post_message(ArticleUnwanted(row.article_id))
        else:
            words = _("Choose one of the Folders or an imported article, then remove it.")
            self.post_message(Announced(words))
