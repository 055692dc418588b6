"""The recent searches: what was asked before, to be asked again or forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical

from bulletin_tui.ui.commands import Where, bindings
from bulletin_tui.ui.messages import QueryChosen, QueryUnwanted
from bulletin_tui.ui.rendering.list_rows import ListRow, Role, RowLine
from bulletin_tui.ui.widgets.virtual_list import VirtualList
from bulletin_tui.words import _

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class RecentPane(Vertical):
    """Stands where the results will, while nothing is typed yet."""

    WHERE = Where.RECENT
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.RECENT)]

    def __init__(self) -> None:
        super().__init__(id="recent")
        self._queries: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """One list."""
        yield VirtualList()

    @property
    def list(self) -> VirtualList:
        """The searches under their heading, the last one first."""
        return self.query_one(VirtualList)

    def show(self, queries: tuple[str, ...]) -> None:
        """Show these searches, the last one first."""
        self._queries = queries
        self.list.set_rows(len(queries) + 1, self._row, self._key)

    def _key(self, index: int) -> str:
        return self._queries[index - 1] if index else ""

    def _row(self, index: int, _width: int) -> ListRow:
        if not index:
            return ListRow((RowLine(_("Recent searches"), Role.SECTION),), is_section=True)
        return ListRow((RowLine(self._queries[index - 1]),))

    def move(self, step: int) -> None:
        """Move the cursor without focusing the list."""
        self.list.move(step)

    @property
    def _current(self) -> str | None:
        index = self.list.index
        return self._queries[index - 1] if index and index <= len(self._queries) else None

    @on(VirtualList.Chosen)
    def _clicked(self) -> None:
        self.action_open_query()

    def action_open_query(self) -> None:
        """Search for it again."""
        if self._current is not None:
            self.post_message(QueryChosen(self._current))

    def action_forget_query(self) -> None:
        """Have it forgotten."""
        if self._current is not None:
            self.post_message(QueryUnwanted(self._current))
