"""Finding, as the screen wires it: the search box, the results, the preview, the next match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widgets import Static

from bulletin_tui.ui.messages import HitChosen, HitPointedAt, HitsFound
from bulletin_tui.ui.screens.asking import AskingScreen
from bulletin_tui.ui.screens.layout import Left
from bulletin_tui.ui.widgets.search_box import SearchBox, SearchScope
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.search import SearchResult
    from bulletin_tui.ui.background import Session
    from bulletin_tui.ui.commands import Keymap


class FindingScreen(AskingScreen):
    """Searches the library, or the article it is narrowed to."""

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__(session, keymap)
        self._narrowed_to: str | None = None
        self._was_zen = False

    def action_search(self) -> None:
        """Search the whole library."""
        self._enter_search(SearchScope.LIBRARY)

    def action_find_in_article(self) -> None:
        """Search the open article only."""
        if self.reader.article is not None:
            self._enter_search(SearchScope.ARTICLE, self.reader.article.id)

    def _enter_search(self, scope: SearchScope, article_id: str | None = None) -> None:
        self._was_zen = self._was_zen or self.has_class("-zen")
        self.remove_class("-zen")
        box = self.search_box
        box.scope = scope
        if article_id != self._narrowed_to:
            self._narrowed_to = article_id
            self.search_again()
        box.action_select_all()
        self.set_focus(box)
        if self.results is not None and self.results.result is not None:
            self.left = Left.RESULTS
            self._show_found(self.results.result)

    @on(SearchBox.Typed)
    async def _search(self, event: SearchBox.Typed) -> None:
        if event.text.strip():
            results = await self.open_results()
            self.add_class("-left-open")
            results.search(event.text, self._narrowed_to)
        else:
            self._forget_search()

    def search_again(self) -> None:
        """Bring the results up to date with the library, or with another article."""
        if self.results is not None and self.search_box.value.strip():
            self.results.search(self.search_box.value, self._narrowed_to)

    @on(SearchBox.Moved)
    def _move_results(self, event: SearchBox.Moved) -> None:
        if self.results is not None:
            self.results.move(event.step)

    @on(SearchBox.Accepted)
    def _accept_result(self) -> None:
        if self.results is not None:
            self.results.action_open_hit()

    @on(SearchBox.Left)
    def give_search_up(self) -> None:
        """Put the search away, and read on."""
        self.close_search()
        self.focus_text()

    def close_search(self) -> None:
        """Put the results away, to be had back; a preview ends where it began."""
        if self.results is not None:
            self.results.cancel()
        if self.left is Left.RESULTS:
            self.left = Left.SIDEBAR
        self.query_one("#found", Static).update(Content())
        if self.reader.is_previewing:
            self.reader.return_to_origin()
        self.reader.clear_matches()
        self.set_class(self._was_zen, "-zen")
        self._was_zen = False

    def _forget_search(self) -> None:
        self.close_search()
        if self.results is not None:
            self.results.forget()

    @on(HitsFound)
    def _hits_found(self, event: HitsFound) -> None:
        self._show_found(event.result)

    def _show_found(self, result: SearchResult) -> None:
        from bulletin_tui.ui.rendering.hit_rows import result_line

        self.query_one("#found", Static).update(Content(result.query.hint or result_line(result)))

    @on(HitPointedAt)
    def _preview_hit(self, event: HitPointedAt) -> None:
        if self.reader.view.has_focus:
            return
        if event.hit is None:
            self.reader.return_to_origin()
            return
        hit = event.hit
        at = _first_offset(event)
        self.reader.preview(hit.article.id, at, hit.matches)

    @on(HitChosen)
    def _open_hit(self, event: HitChosen) -> None:
        self.reader.stay(event.hit.article.id, _first_offset(event), event.hit.matches)
        self.focus_text()

    def action_next_match(self) -> None:
        """Go to the next match, also in the next article."""
        self._walk(1)

    def action_previous_match(self) -> None:
        """Go to the previous match, also in the previous article."""
        self._walk(-1)

    def _walk(self, step: int) -> None:
        from bulletin_tui.ui.match_walk import next_stop

        reader = self.reader
        hits = () if self.results is None else self.results.hits
        open_id = reader.article.id if reader.article else None
        view = reader.view
        stop = next_stop(hits, open_id, reader.current_match, view.position.cursor, step)
        if stop is None:
            self.say(_("No matches to step through: search with / first."))
            return
        hit = stop.hit
        words = (
            _("Match {number} of {count}.")
            if not stop.wrapped
            else _("Around the end: match {number} of {count}.")
        )
        self.say(words.format(number=stop.index + 1, count=len(hit.matches)))
        if hit.article.id == open_id:
            reader.show_match(hit.matches, stop.index)
        else:
            reader.stay(hit.article.id, stop.offset, hit.matches)


def _first_offset(event: HitPointedAt | HitChosen) -> int:
    passage = event.passage
    if passage is None:
        return 0
    return passage.matches[0].start if passage.matches else passage.span.start
