"""Placing a mark by hand: the passage is selected in the text, Enter puts the mark there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.content import Content
from textual.widgets import Static

from bulletin_tui.ui.messages import Announced, MarksChanged, PlacingEnded, announcing_failures
from bulletin_tui.ui.panes.reader.marking import Marking
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.annotation import Annotation


class Placing(Marking):
    """While a mark is looked for a place, a line above the text says so."""

    _placing: Annotation | None = None

    @property
    def is_placing(self) -> bool:
        """Whether Enter puts a mark on the selection."""
        return self._placing is not None

    def begin_placing(self, mark: Annotation) -> None:
        """Look for a place for this mark."""
        self._placing = mark
        quote = " ".join(mark.quote.exact.split())
        words = _("Where does this belong? “{quote}”")
        self._banner().update(Content(words.format(quote=quote)))

    def _banner(self) -> Static:
        found = self.query(".placing")
        if found:
            return found.first(Static)
        banner = Static(classes="placing", markup=False)
        self.mount(banner, before=0)
        return banner

    def end_placing(self) -> None:
        """Leave the mark where it is."""
        if self._placing is not None:
            self._placing = None
            self.query(".placing").remove()
            self.view.clear_selection()
            self.post_message(PlacingEnded())

    def action_select_sentence(self) -> None:
        """Select the sentence at the passage cursor; put the mark on what is selected."""
        if self._placing is not None and self.view.selection is not None:
            self._place_here(self._placing)
        else:
            super().action_select_sentence()

    @work(group="marking")
    async def _place_here(self, mark: Annotation) -> None:
        from bulletin_tui.services.marks import settling

        article, span = self.article, self.view.selection
        if article is None or span is None:
            return
        with announcing_failures(self):
            await self.session.call(settling.place_by_hand, mark.id, article, span)
            self.end_placing()
            self.post_message(Announced(_("The mark is here now.")))
            self.post_message(MarksChanged())
