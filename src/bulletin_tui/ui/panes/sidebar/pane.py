"""The sidebar: smart lists and groups with their articles, or what fits a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Static

from bulletin_tui.ui.panes.sidebar.tree import LibraryTree
from bulletin_tui.ui.widgets.list_place import ListPlace
from bulletin_tui.ui.widgets.plain_words import say_in
from bulletin_tui.ui.widgets.title_field import TitleField
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.library import Library


class SidebarPane(LibraryTree):
    """The tree, with a field above it that comes when it is first asked for."""

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._field: TitleField | None = None
        self._remark: Static | None = None
        self._place = ListPlace()
        """Where the library stood before the list was narrowed."""

    def show_library(self, library: Library) -> None:
        """Show these articles instead; the field looks through them too."""
        super().show_library(library)
        if self._field is not None:
            self._field.use(library)

    @property
    def is_filtering(self) -> bool:
        """Whether the field to filter with is shown."""
        return self._field is not None and self._field.display

    async def action_filter_articles(self) -> None:
        """Type to narrow the list to the articles whose titles fit."""
        if not self.is_filtering:
            self._place = self._place_now()
        if self._field is None or self._remark is None:
            self._field = TitleField(self._library)
            self._remark = Static(classes="remark", markup=False)
            await self.mount(self._field, self._remark, before=self.list)
        self._field.display = True
        self._field.action_select_all()
        self.screen.set_focus(self._field)

    @on(TitleField.Narrowed)
    def _narrow(self, event: TitleField.Narrowed) -> None:
        """Show what fits from its top; what changed under the same words leaves the cursor."""
        event.stop()
        if not self.is_filtering:
            return
        before, self._fitting = self._fitting, event.found
        if event.found is None:
            if before is not None:
                self._rebuild()
                self._return_to_place(self.list.scrollable_size.height)
        else:
            if before is None:
                self._keep_place()
            self._rebuild()
            if event.is_new:
                self.list.first()
        self._say_left_out()

    def _say_left_out(self) -> None:
        from bulletin_tui.ui.title_search import left_out

        found = self._fitting
        words = "" if found is None else left_out(found) if found.entries else _("Nothing fits.")
        if self._remark is not None:
            say_in(self._remark, words)
            self._remark.display = bool(words)

    def _place_now(self) -> ListPlace:
        row = self._current()
        return ListPlace.of(self.list, row.key if row else None)

    def _keep_place(self) -> None:
        """Remember where the library stands, but no scrolling that only made room for the field."""
        here = self._place_now()
        if here.key != self._place.key:
            self._place = here

    def _return_to_place(self, room: int | None = None) -> None:
        index = self._rows.find(self._place.key) if self._place.key else None
        self._place.restore(self.list, index, room)

    @on(TitleField.Moved)
    def _move(self, event: TitleField.Moved) -> None:
        event.stop()
        self.list.move(event.step)

    @on(TitleField.Accepted)
    def _accept(self, event: TitleField.Accepted) -> None:
        event.stop()
        self.action_open_row()

    @on(TitleField.Left)
    def _leave(self, event: TitleField.Left) -> None:
        event.stop()
        self.stop_filtering()

    def stop_filtering(self) -> None:
        """Give the list back as it was."""
        if self._field is None:
            return
        if self._fitting is None:
            self._keep_place()
        self._fitting = None
        self._rebuild()
        self._return_to_place()
        self._say_left_out()
        self._field.clear_at_once()
        self._field.display = False
        self.screen.set_focus(self.list)
