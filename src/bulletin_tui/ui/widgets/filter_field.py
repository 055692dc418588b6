"""The field above a list that narrows it; the list is moved through from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from bulletin_tui.ui.commands import Where, bindings
from bulletin_tui.ui.widgets.list_field import ListField
from bulletin_tui.ui.widgets.search_box import SearchBox, SearchScope

if TYPE_CHECKING:
    from textual.binding import BindingType

_PAGE = 10


class FilterField(ListField):
    """Has the keys of every filter."""

    WHERE = Where.FILTER
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.FILTER)]

    def action_open_filtered(self) -> None:
        """Take the row under the cursor."""
        self.announce(self.Accepted())

    def action_next_filtered(self) -> None:
        """Move down the list."""
        self.action_move(1)

    def action_previous_filtered(self) -> None:
        """Move up the list."""
        self.action_move(-1)

    def action_page_down_filtered(self) -> None:
        """Move down the list by a page."""
        self.action_move(_PAGE)

    def action_page_up_filtered(self) -> None:
        """Move up the list by a page."""
        self.action_move(-_PAGE)

    def action_leave_filter(self) -> None:
        """Give the list back as it was."""
        self.action_leave()

    def action_search_instead(self) -> None:
        """Search the library."""
        self.announce(SearchBox.ScopeWanted(SearchScope.LIBRARY))
