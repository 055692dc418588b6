"""Finding, as the screen wires it: the search box, the results, the preview."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widgets import Static

from bulletin_tui.ui.finder import CALM_S, SearchRequest
from bulletin_tui.ui.messages import HitChosen, HitPointedAt, HitsFound, HitsOutdated
from bulletin_tui.ui.screens.layout import Left
from bulletin_tui.ui.screens.recalling import RecallingScreen
from bulletin_tui.ui.widgets.plain_words import say_in
from bulletin_tui.ui.widgets.search_box import SearchBox, SearchScope
from bulletin_tui.words import _

if TYPE_CHECKING:
    from textual.timer import Timer

    from bulletin_tui.model.article import Article
    from bulletin_tui.model.search import Hit
    from bulletin_tui.ui.background import Session
    from bulletin_tui.ui.keymap import Keymap
    from bulletin_tui.ui.panes.results import ResultsPane


class FindingScreen(RecallingScreen):
    """Searches the library, or the article it is narrowed to."""

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__(session, keymap)
        self._narrowed_to: Article | None = None
        self._read_from = 0
        """The offset from which the open article was being read when it was narrowed to."""
        self._standing: tuple[Hit, int | None] | None = None
        """The article that is looked at and which of its matches; None for the best hit."""
        self.has_walked = False
        """Whether the preview is at a match that was walked to, not at the row under the cursor."""
        self._decodes_keys = True
        self._was_zen = False
        self._typed_at = 0.0
        """Seconds on the monotonic clock."""
        self.pointed: HitPointedAt | None = None
        """The passage under the cursor of the results, until a match is walked to from there."""
        self._preview: Timer | None = None
        """What will show it."""

    def action_search(self) -> None:
        """Search the whole library."""
        self._enter_search(None)

    def action_find_in_article(self) -> None:
        """Search the open article only."""
        if self.reader.article is not None:
            self._enter_search(self.reader.article)

    @on(SearchBox.ScopeWanted)
    def _change_scope(self, event: SearchBox.ScopeWanted) -> None:
        if event.scope is SearchScope.ARTICLE:
            self.action_find_in_article()
        else:
            self.action_search()

    def _enter_search(self, article: Article | None) -> None:
        if self.left is Left.ANNOTATIONS:
            self.drop_preview()
        self._was_zen = self._was_zen or self.has_class("-zen")
        self.remove_class("-zen")
        if not self.reader.is_previewing:
            self._read_from = self.reader.view.position.cursor
        self.narrow_to(article)
        box, results = self.search_box, self.results
        if results is not None and not results.has_answered(box.value, article):
            self.drop_preview()
            self.search_again()
        box.action_select_all()
        self.set_focus(box)
        if not box.value.strip():
            self.run_worker(self.show_recent(), group="recalling", exclusive=True)
        elif results is not None:
            self.left = Left.RESULTS
            if results.is_waiting:
                self._wait_for_hits()
            else:
                self._say_found()
        self.show_hints()

    def narrow_to(self, article: Article | None) -> None:
        """Search this article only, or the whole library."""
        self._narrowed_to = article
        self.search_box.scope = SearchScope.ARTICLE if article else SearchScope.LIBRARY
        brand = self.query_one("#brand", Static)
        brand.update(Content(_("This article") if article else "Bulletin"))
        brand.set_class(article is not None, "-narrowed")

    @on(SearchBox.Typed)
    async def _search(self, event: SearchBox.Typed) -> None:
        self.has_walked = False
        self._typed_at = monotonic()
        if not event.text.strip():
            self.run_worker(self._forget_search(), group="recalling", exclusive=True)
            return
        self.workers.cancel_group(self, "recalling")
        self.workers.cancel_group(self, "walking")
        results = await self.open_results()
        self.open_left()
        self._ask(results)

    def search_again(self) -> None:
        """Bring the results up to date with the library, or with another article."""
        if self.results is not None and self.search_box.value.strip():
            self._ask(self.results)

    def _ask(self, results: ResultsPane) -> None:
        self._standing = None
        typed, article = self.search_box.value, self._narrowed_to
        near = self._read_from if article else 0
        reading = self.reader.read_id
        results.search(SearchRequest(typed, article, near, self._decodes_keys, reading))

    @on(SearchBox.Moved)
    def _move_results(self, event: SearchBox.Moved) -> None:
        self.has_walked = False
        if self.left is Left.RECENT and self.recent is not None:
            self.recent.move(event.step)
        elif self.results is not None:
            self.results.move(event.step)

    @on(SearchBox.Accepted)
    def _accept_result(self) -> None:
        self.drop_preview()
        if self.left is Left.RECENT and self.recent is not None:
            self.recent.action_open_query()
        elif self.has_walked:
            self.remember(self.search_box.value)
            self.reader.keep_preview()
            self.focus_text()
        elif self.results is not None and self.left is Left.RESULTS:
            self.results.open_best()

    @on(SearchBox.Left)
    def give_search_up(self) -> None:
        """Put the search away, and read on."""
        self.close_search()
        self.focus_text()

    def close_search(self) -> None:
        """Put the results away, to be had back; a preview ends where it began."""
        if self.left in (Left.RESULTS, Left.RECENT):
            self.left = Left.SIDEBAR
        self._end_search()
        self.narrow_to(None)
        self.set_class(self._was_zen, "-zen")
        self._was_zen = False

    @property
    def is_about_to_preview(self) -> bool:
        """Whether the passage that is pointed at is not shown yet."""
        return self._preview is not None

    def drop_preview(self) -> None:
        """Show no preview that has not begun yet: something else is looked at now."""
        self.workers.cancel_group(self, "walking")
        if self._preview is not None:
            self._preview.stop()
            self._preview = None

    def _end_search(self) -> None:
        self.drop_preview()
        if self.results is not None:
            self.results.cancel()
        self.has_walked = False
        self._standing = self.pointed = None
        say_in(self.query_one("#found", Static), "")
        self._show_chip("")
        if self.reader.is_previewing:
            self.reader.return_to_origin()
        self.reader.clear_matches()

    async def _forget_search(self) -> None:
        """What was found goes when the box is emptied; the recent searches take its place."""
        self._end_search()
        await self.show_recent()
        if self.results is not None and not self.search_box.value.strip():
            self.results.forget()

    @on(HitsFound)
    def _hits_found(self) -> None:
        if self.left is Left.RESULTS:
            self._say_found()

    @on(HitsOutdated)
    def _hits_outdated(self) -> None:
        if self.left is Left.RESULTS:
            self._wait_for_hits()

    def _wait_for_hits(self) -> None:
        say_in(self.query_one("#found", Static), "…")
        self._show_chip("")

    def stand_at(self, hit: Hit, index: int | None) -> None:
        """Tell that the reader is at this match of a hit."""
        self._standing = hit, index
        self._say_found()

    def _say_found(self) -> None:
        """Tell how much was found, and at which match of an article the reader is."""
        from bulletin_tui.ui.rendering.search_words import count_words, decoded_words, place_words

        if self.results is None or self.results.result is None:
            return
        result = self.results.result
        parts = []
        if self._standing is not None:
            hit, index = self._standing
            parts.append(place_words(None if index is None else index + 1, len(hit.matches)))
        if self._standing is None or not self.results.is_narrowed:
            parts.append(count_words(result))
        say_in(self.query_one("#found", Static), " · ".join(filter(None, parts)))
        self._show_chip(decoded_words(result.decoded) if self._decodes_keys else _("Telex off"))

    def _show_chip(self, words: str) -> None:
        say_in(self.query_one("#chip", Static), words)
        self.query_one("#top").set_class(bool(words), "-chip")
        if self.search_box.has_focus:
            self.show_hints()

    @on(HitPointedAt)
    def _preview_when_calm(self, event: HitPointedAt) -> None:
        """A preview waits until typing pauses: the next key would only replace it."""
        self.drop_preview()
        self.pointed = event
        left = self._typed_at + CALM_S - monotonic()
        if left > 0:
            self._preview = self.set_timer(left, lambda: self._preview_when_calm(event))
        else:
            self._preview_hit(event)

    def _preview_hit(self, event: HitPointedAt) -> None:
        from bulletin_tui.ui.match_walk import match_at

        if self.reader.view.has_focus or self.left is not Left.RESULTS:
            return
        hit = event.hit
        if hit is None:
            self.reader.return_to_origin()
            return
        self.reader.preview(hit.article.id, event.at, hit.matches)
        if self.results is not None and self.results.is_narrowed:
            self.stand_at(hit, match_at(hit, event.at))

    @on(HitChosen)
    def _open_hit(self, event: HitChosen) -> None:
        self.drop_preview()
        self.remember(self.search_box.value)
        self.reader.stay(event.hit.article.id, event.at, event.hit.matches)
        self.focus_text()

    def action_take_respelling(self) -> None:
        """Search with the words as the corrected hits have them."""
        box, results = self.search_box, self.results
        if results is None or not results.respelling_of(box.value):
            self.say(_("There is no other spelling to search with."))
            return
        box.value = results.respelling_of(box.value)
        box.action_end()
        box.focus()

    def action_toggle_decoding(self) -> None:
        """Read the keys of Telex and VNI as the words they type, or as they are."""
        self._decodes_keys = not self._decodes_keys
        words = (
            _("Telex and VNI keys are read as words.")
            if self._decodes_keys
            else _("Telex and VNI keys are searched for as they are.")
        )
        self.say(words)
        self.search_again()
