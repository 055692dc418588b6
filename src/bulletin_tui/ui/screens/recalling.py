"""The recent searches, as the screen wires them: shown until words are typed, kept, forgotten."""

from __future__ import annotations

from textual import on, work

from bulletin_tui.errors import BulletinError
from bulletin_tui.services import recalling
from bulletin_tui.ui.messages import QueryChosen, QueryUnwanted, announcing_failures
from bulletin_tui.ui.screens.layout import LayoutScreen, Left
from bulletin_tui.ui.widgets.search_box import SearchBox
from bulletin_tui.words import _


class RecallingScreen(LayoutScreen):
    """Keeps what was searched for, and offers it again."""

    async def show_recent(self) -> None:
        """Show the recent searches, if there are any, in the place of the results."""
        try:
            await self.session.open()
            queries = await self.session.call(recalling.recent_queries)
        except BulletinError:  # what is wrong with the database is said elsewhere
            queries = ()
        if self.search_box.has_focus and not self.search_box.value.strip():
            await self._show_queries(queries)
            if self.recent is not None:
                self.recent.list.first()

    async def _show_queries(self, queries: tuple[str, ...]) -> None:
        if queries:
            pane = await self.open_recent()
            pane.show(queries)
            self.open_left()
        elif self.left in (Left.RECENT, Left.RESULTS):
            self.left = Left.SIDEBAR
            self.open_left(is_open=False)
            self.search_box.focus()
        self.show_hints()

    @work(group="remembering")
    async def remember(self, typed: str) -> None:
        """Keep what was searched for; where nothing is kept, the status line says so already."""
        try:
            await self.session.call(recalling.remember_query, typed)
        except BulletinError:
            return

    @on(QueryChosen)
    def _search_again(self, event: QueryChosen) -> None:
        self.search_box.value = event.typed
        self.search_box.action_end()
        self.search_box.focus()

    @on(SearchBox.Unwanted)
    def _forget_pointed_at(self) -> None:
        if self.left is Left.RECENT and self.recent is not None:
            self.recent.action_forget_query()

    @on(QueryUnwanted)
    @work(group="remembering")
    async def _forget(self, event: QueryUnwanted) -> None:
        with announcing_failures(self):
            await self.session.call(recalling.forget_query, event.typed)
            await self._show_queries(await self.session.call(recalling.recent_queries))

    @work(group="remembering")
    async def action_forget_queries(self) -> None:
        """Forget every recent search."""
        with announcing_failures(self):
            await self.session.call(recalling.forget_queries)
            if self.left is Left.RECENT:
                await self._show_queries(())
            self.say(_("The recent searches are forgotten."))
