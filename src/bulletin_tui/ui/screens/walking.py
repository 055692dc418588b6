"""From match to match, as the screen wires it: through the open article and on into the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work

from bulletin_tui.ui.messages import WalkWanted
from bulletin_tui.ui.screens.finding import FindingScreen
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.ui.match_walk import MatchStop
    from bulletin_tui.ui.panes.results import ResultsPane


class WalkingScreen(FindingScreen):
    """Steps through what was found, from the search box as well as from the text."""

    def action_next_match(self) -> None:
        """Go to the next match, also in the next article."""
        self._want_walk(1)

    def action_previous_match(self) -> None:
        """Go to the previous match, also in the previous article."""
        self._want_walk(-1)

    def _want_walk(self, step: int) -> None:
        """Ask from the box, behind what was typed there."""
        self.search_box.post_message(WalkWanted(step))

    @on(WalkWanted)
    def _walk(self, event: WalkWanted) -> None:
        results, step = self.results, event.step
        if results is not None and results.is_waiting:
            results.walk_when_found(step)
            return
        stop = self._next_stop(step)
        self.drop_preview()
        if stop is None:
            self.say(_("No matches to step through: search with / first."))
        elif stop.wrapped and results is not None and results.is_narrowed:
            self._walk_on(results, step)
        else:
            self._go_to(stop)

    @work(group="walking", exclusive=True)
    async def _walk_on(self, results: ResultsPane, step: int) -> None:
        """From the last match of the article on into the next one that has the same words."""
        if await results.find_elsewhere():
            self.narrow_to(None)
        stop = self._next_stop(step)
        if stop is not None:
            self._go_to(stop)

    def _next_stop(self, step: int) -> MatchStop | None:
        from bulletin_tui.ui.match_walk import match_at, next_stop

        reader, pointed = self.reader, self.pointed
        hits = () if self.results is None else self.results.hits
        open_id = reader.article.id if reader.article else None
        if pointed is not None and pointed.hit is not None:
            hit, at = pointed.hit, pointed.at
            is_shown_late = self.search_box.has_focus and hit.article.id != open_id
            if self.is_about_to_preview or is_shown_late:
                return next_stop(hits, hit.article.id, match_at(hit, at), at, step)
        return next_stop(hits, open_id, reader.current_match, reader.view.position.cursor, step)

    def _go_to(self, stop: MatchStop) -> None:
        hit, reader = stop.hit, self.reader
        is_open = reader.article is not None and reader.article.id == hit.article.id
        if stop.wrapped:
            self.say(_("Around the end."))
        elif not is_open:
            self.say(_("On in another article."))
        if is_open and (reader.is_previewing or not self.search_box.has_focus):
            self.workers.cancel_group(reader, "opening")
            reader.show_match(hit.matches, stop.index)
        elif self.search_box.has_focus:
            reader.preview(hit.article.id, stop.offset, hit.matches)
        else:
            reader.stay(hit.article.id, stop.offset, hit.matches)
        self.pointed = None
        self.has_walked = self.search_box.has_focus
        if self.results is not None:
            self.results.follow(hit.article.id, stop.offset)
        self.stand_at(hit, stop.index)
