"""Searching as one types, in two stages; only the newest question is answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work

from bulletin_tui.errors import BulletinError, IndexDamagedError
from bulletin_tui.ui.finder import SearchRequest
from bulletin_tui.ui.messages import (
    HitsFound,
    HitsOutdated,
    IndexFoundDamaged,
    WalkWanted,
    announcing_failures,
)
from bulletin_tui.ui.panes.results.hit_list import HitList
from bulletin_tui.ui.rendering.hit_rows import best_row, hit_rows, note_rows, place_rows
from bulletin_tui.ui.rendering.search_words import empty_words
from bulletin_tui.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable

    from bulletin_tui.model.article import Article
    from bulletin_tui.model.search import SearchResult
    from bulletin_tui.ui.background import Session
    from bulletin_tui.ui.finder import StagedSearch
    from bulletin_tui.ui.panes.results.hit_list import Row

HIT_LINES = 5
PLACE_LINES = 4
PAGE = 24
"""Hits asked for at first; every time the cursor nears their end, twice as many."""
MOST_HITS = 800
"""With so many of them nobody looks for more."""
MOST_LOOKED_FOR = 16 * MOST_HITS
"""A search takes its time in proportion to what is asked for, and may find less."""
NEAR_END = 10
"""Rows before the last one at which more are asked for; a screen of them at least."""


class ResultsPane(HitList):
    """Owns the search: every keystroke ends the one before it, stale answers are dropped.

    The rows of the last answer stay until there is another one to show. What is done in the
    meantime is done to that one.
    """

    def __init__(self, session: Session, respelling_key: str) -> None:
        super().__init__(session, respelling_key)
        self._revision = 0
        self._asked = self._answered = SearchRequest("")
        self._limit = PAGE
        self._opens_first = False
        self._rows_to_move = 0
        self._is_placed = False
        """Whether the cursor was put where it is; else it stays on the best row."""
        self._walk = 0
        """The step to the next match that waits for an answer; 0 for none."""

    @property
    def is_waiting(self) -> bool:
        """Whether the rows are not those of what was asked for last."""
        return self._asked != self._answered

    @property
    def is_narrowed(self) -> bool:
        """Whether the rows are those of one article only."""
        return self._answered.article is not None

    def has_answered(self, typed: str, article: Article | None) -> bool:
        """Whether all that is found for this, in this article only or in all, is shown."""
        last = self._answered
        result = self.result
        if result is None or not result.is_complete:
            return False
        return last.typed == typed and last.article is article

    def respelling_of(self, typed: str) -> str:
        """These words as the corrected hits have them; empty when there is no need for it."""
        return self.result.respelt if self.result and self.result.query.typed == typed else ""

    def search(self, request: SearchRequest) -> None:
        """Find what was typed, once it is on the screen; whatever was under way ends now."""
        self.cancel()
        self._asked, self._limit, self._is_placed = request, PAGE, False
        is_stale = self._staleness()
        self.call_after_refresh(lambda: None if is_stale() else self._find(request))

    def cancel(self) -> None:
        """Drop whatever search is under way: the last answer is that to the last question again."""
        self._revision += 1
        self._opens_first, self._rows_to_move, self._walk = False, 0, 0
        self._asked = self._answered
        self._session.finder.interrupt()

    def forget(self) -> None:
        """Drop the results too."""
        self.cancel()
        self._asked = self._answered = SearchRequest("")
        self.result = None
        self.set_rows((), HIT_LINES)

    def _staleness(self) -> Callable[[], bool]:
        revision = self._revision
        return lambda: revision != self._revision or not self.children

    @work(group="search", exclusive=True)
    async def _find(self, request: SearchRequest) -> None:
        is_stale, finder = self._staleness(), self._session.finder
        try:
            await self._session.open()
            if request.article is None:
                await self._find_in_stages(finder.begin(request, is_cancelled=is_stale), is_stale)
                return
            found = await finder.find_in(request.article, request.typed, is_cancelled=is_stale)
            if not is_stale():
                self._show(found)
        except BulletinError as error:
            if not is_stale():
                self.forget()
                self.say(error.words)
            if isinstance(error, IndexDamagedError):
                self.post_message(IndexFoundDamaged())

    async def _find_in_stages(self, search: StagedSearch, is_stale: Callable[[], bool]) -> None:
        limit, is_first_page = self._limit, self.is_waiting
        found = await search.find_strict(limit)
        if is_stale():
            return
        if found.is_complete or (is_first_page and (found.hits or found.notes)):
            self._show(found)
        if not found.is_complete:
            if self.is_waiting:
                self.list.add_class("-stale")
                self.post_message(HitsOutdated())
            found = await search.find_more(limit)
            if not is_stale():
                self._show(found)

    async def find_elsewhere(self) -> bool:
        """Search the whole library for the same words, and show that if another article has them.

        The preview stays where it is.
        """
        self.cancel()
        is_stale, here = self._staleness(), self._answered.article_id
        request = replace(self._answered, article=None)
        with announcing_failures(self):
            search = self._session.finder.begin(request, is_cancelled=is_stale)
            found = await search.find_strict(PAGE)
            if not any(hit.matches and hit.article.id != here for hit in found.hits):
                return False
            if not found.is_complete:
                found = await search.find_more(PAGE)
            if not is_stale():
                self._asked, self._limit = request, PAGE
                self._show(found, points=False)
                return True
        return False

    def _show(self, result: SearchResult, *, points: bool = True) -> None:
        is_new, before = self.is_waiting, self.current
        self.result, self._answered = result, self._asked
        rows = self._rows_of(result)
        with self.list.prevent(VirtualList.Highlighted):
            self.set_rows(rows, PLACE_LINES if self.is_narrowed else HIT_LINES)
            if is_new or not self._is_placed:
                self.list.scroll_home(animate=False, force=True, immediate=True)
                self.list.index = best_row(rows, self._asked.near)
                self.list.move(self._rows_to_move)
        self.say(empty_words(result, in_article=self.is_narrowed))
        self.post_message(HitsFound(result))
        if points and (is_new or before != self.current):
            self.point()
        self._do_what_waited()
        if self._is_placed and not is_new:
            self.call_later(self._ask_for_more_near_end)

    def _do_what_waited(self) -> None:
        if self._walk:
            self.post_message(WalkWanted(self._walk))
            self._walk = 0
        elif self._opens_first and self._rows:
            self._opens_first = False
            self.action_open_hit()

    def _rows_of(self, result: SearchResult) -> tuple[Row, ...]:
        if self._asked.article is not None:
            return tuple(row for hit in result.hits for row in place_rows(hit, self._asked.article))
        entries = [self._session.library.find_entry(note.article_id) for note in result.notes]
        titles = [entry.title if entry else "" for entry in entries]
        return (*note_rows(result, titles), *hit_rows(result, self._asked.reading))

    def move(self, step: int) -> None:
        """Move the cursor without focusing the list."""
        self._is_placed = True
        if self.is_waiting:
            self._rows_to_move += step
        else:
            self.list.move(step)

    def follow(self, article_id: str, offset: int) -> None:
        """Put the cursor on the row of a match that was walked to."""
        self._is_placed = True
        super().follow(article_id, offset)
        self._ask_for_more_near_end()

    @on(VirtualList.Highlighted)
    def _cursor_moved(self) -> None:
        self._is_placed = True
        self.point()
        self._ask_for_more_near_end()

    @property
    def _may_have_more(self) -> bool:
        """Whether the page is full, or the search ended before all was looked at."""
        is_cut = self.result is not None and self.result.is_cut
        is_worth_asking = len(self.hits) < MOST_HITS and self._limit < MOST_LOOKED_FOR
        return is_worth_asking and (is_cut or len(self.hits) >= self._limit)

    def _ask_for_more_near_end(self) -> None:
        index = self.list.index or 0
        near_end = max(NEAR_END, self.list.scrollable_size.height // self.list.row_height)
        is_near_end = not self.is_waiting and index >= len(self._rows) - near_end
        if is_near_end and self._may_have_more:
            self.cancel()
            self._limit = min(2 * self._limit, MOST_LOOKED_FOR)
            self._find(self._answered)

    def open_best(self) -> None:
        """Read on at the passage under the cursor, or at the best one once it is found."""
        if self.is_waiting:
            self._opens_first, self._walk = True, 0
        else:
            self.action_open_hit()

    def walk_when_found(self, step: int) -> None:
        """Want this step to the next match as soon as there is an answer."""
        self._opens_first, self._walk = False, step
