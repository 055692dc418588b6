"""The results: searching as one types, in two stages, and pointing at what was found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from bulletin_tui.errors import BulletinError
from bulletin_tui.services import annotating
from bulletin_tui.ui.commands import Where, bindings
from bulletin_tui.ui.finder import SearchRequest
from bulletin_tui.ui.messages import (
    AnnotationChosen,
    AnnotationPointedAt,
    HitChosen,
    HitPointedAt,
    HitsFound,
    HitsOutdated,
    announcing_failures,
)
from bulletin_tui.ui.rendering.hit_rows import (
    HitRow,
    NoteRow,
    PlaceRow,
    best_row,
    hit_rows,
    note_rows,
    place_rows,
)
from bulletin_tui.ui.rendering.list_rows import ListRow
from bulletin_tui.ui.rendering.search_words import empty_words, remark
from bulletin_tui.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from bulletin_tui.model.annotation import PlacedAnnotation
    from bulletin_tui.model.article import Article
    from bulletin_tui.model.search import Hit, NoteHit, SearchResult
    from bulletin_tui.ui.background import Session
    from bulletin_tui.ui.finder import StagedSearch
    from bulletin_tui.ui.rendering.list_rows import RowProvider

HIT_LINES = 5
PLACE_LINES = 4
PAGE = 50
"""Hits asked for at first; every time the cursor nears their end, twice as many."""
MOST_HITS = 800
NEAR_END = 10
"""Rows before the last one at which more are asked for."""


class ResultsPane(Vertical):
    """Owns the search: every keystroke ends the one before it, stale answers are dropped.

    The rows of the last answer stay until there is another one to show.
    """

    WHERE = Where.RESULTS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.RESULTS)]

    def __init__(self, session: Session, respelling_key: str) -> None:
        super().__init__(id="results")
        self._session = session
        self._respelling_key = respelling_key
        self._revision = 0
        self._asked = SearchRequest("")
        self._answered: SearchRequest | None = None
        self._limit = PAGE
        self._opens_first = False
        self._rows: tuple[HitRow | PlaceRow | NoteRow, ...] = ()
        self.result: SearchResult | None = None

    def compose(self) -> ComposeResult:
        """The hits, or a sentence when there are none, and what is to be known of them."""
        yield VirtualList(row_height=HIT_LINES)
        yield Static(classes="empty", markup=False)
        yield Static(classes="remark", markup=False)

    @property
    def list(self) -> VirtualList:
        """The hits."""
        return self.query_one(VirtualList)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What the last search found, best first."""
        return self.result.hits if self.result else ()

    @property
    def scope(self) -> Article | None:
        """The only article that was searched last; None for the whole library."""
        return self._asked.article

    @property
    def is_narrowed(self) -> bool:
        """Whether the rows are those of one article only."""
        return self._answered is not None and self._answered.article is not None

    def search(self, request: SearchRequest) -> None:
        """Find what was typed, once it is on the screen; whatever was under way ends now."""
        self.cancel()
        self._asked, self._limit = request, PAGE
        is_stale = self._staleness()
        self.call_after_refresh(lambda: None if is_stale() else self._find())

    def cancel(self) -> None:
        """Drop whatever search is under way."""
        self._revision += 1
        self._opens_first = False
        self._session.finder.interrupt()

    def forget(self) -> None:
        """Drop the results too."""
        self.cancel()
        self.result, self._answered, self._rows = None, None, ()
        self.list.remove_class("-stale")
        self.list.set_rows(0, self._provider())

    def _staleness(self) -> Callable[[], bool]:
        revision = self._revision
        return lambda: revision != self._revision

    @work(group="search", exclusive=True)
    async def _find(self) -> None:
        is_stale, article = self._staleness(), self._asked.article
        try:
            await self._session.open()
            if article is None:
                await self._find_in_stages(self._begin(), is_stale)
                return
            found = await self._session.finder.find_in(article, self._asked.typed)
            if not is_stale():
                self._show(found)
        except BulletinError as error:
            if not is_stale():
                self.forget()
                self._say(error.words)

    def _begin(self) -> StagedSearch:
        return self._session.finder.begin(self._asked, is_cancelled=self._staleness())

    async def _find_in_stages(self, search: StagedSearch, is_stale: Callable[[], bool]) -> None:
        limit, is_first_page = self._limit, self._asked != self._answered
        found = await search.find_strict(limit)
        if is_stale():
            return
        if found.is_complete or (is_first_page and (found.hits or found.notes)):
            self._show(found)
        if not found.is_complete:
            if self._asked != self._answered:
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
        here, is_stale = self._asked, self._staleness()
        self._asked, self._limit = replace(here, article=None), PAGE
        with announcing_failures(self):
            found = await self._begin().find_strict(PAGE)
            others = [hit for hit in found.hits if hit.article.id != here.article_id]
            if not is_stale() and any(hit.matches for hit in others):
                self._show(replace(found, is_complete=True), points=False)
                return True
        self._asked = here
        return False

    def _show(self, result: SearchResult, *, points: bool = True) -> None:
        is_new, before = self._asked != self._answered, self._current
        self.result, self._answered = result, self._asked
        rows = self._rows = self._rows_of(result)
        self.list.remove_class("-stale")
        with self.list.prevent(VirtualList.Highlighted):
            self.list.row_height = PLACE_LINES if self.is_narrowed else HIT_LINES
            self.list.set_rows(len(rows), self._provider(), lambda index: rows[index].key)
            if is_new:
                self.list.scroll_home(animate=False, force=True, immediate=True)
                self.list.index = best_row(self._rows, self._asked.near)
        self._say(empty_words(result, in_article=self.is_narrowed))
        self.post_message(HitsFound(result))
        if points and (is_new or before != self._current):
            self._point()
        if self._opens_first and self._rows:
            self._opens_first = False
            self.action_open_hit()

    def _rows_of(self, result: SearchResult) -> tuple[HitRow | PlaceRow | NoteRow, ...]:
        if self._asked.article is not None:
            return tuple(row for hit in result.hits for row in place_rows(hit, self._asked.article))
        entries = [self._session.library.find_entry(note.article_id) for note in result.notes]
        titles = [entry.title if entry else "" for entry in entries]
        return (*note_rows(result, titles), *hit_rows(result))

    def _say(self, words: str) -> None:
        """Show these words if there are no hits, and what is to be known of those there are."""
        self.list.display = bool(self._rows)
        empty = self.query_one(".empty", Static)
        empty.display = not self._rows
        empty.update(Content(words))
        line = self.query_one(".remark", Static)
        words = remark(self.result, self._respelling_key) if self.result else ""
        line.display = bool(words)
        line.update(Content(words))

    def _provider(self) -> RowProvider:
        """These very rows, also while the list is being changed to show others."""
        rows = self._rows
        return lambda index, width: ListRow(rows[index].lines(width, self.list.row_height))

    def move(self, step: int) -> None:
        """Move the cursor without focusing the list."""
        self.list.move(step)

    def follow(self, article_id: str, offset: int) -> None:
        """Put the cursor on the row of a match that was walked to."""
        for index, row in enumerate(self._rows):
            if isinstance(row, NoteRow) or row.hit.article.id != article_id:
                continue
            if row.holds(offset):
                with self.list.prevent(VirtualList.Highlighted):
                    self.list.index = index
                return

    @property
    def _current(self) -> HitRow | PlaceRow | NoteRow | None:
        index = self.list.index
        return None if index is None or index >= len(self._rows) else self._rows[index]

    def _point(self) -> None:
        row = self._current
        self.workers.cancel_group(self, "notes")
        if isinstance(row, NoteRow):
            self._point_at_note(row.note)
        elif row is None:
            self.post_message(HitPointedAt(None, 0))
        else:
            self.post_message(HitPointedAt(row.hit, row.offset))

    @work(group="notes", exclusive=True)
    async def _point_at_note(self, note: NoteHit) -> None:
        self.post_message(AnnotationPointedAt(await self._placed(note)))

    @work(group="notes", exclusive=True)
    async def _open_note(self, note: NoteHit) -> None:
        placed = await self._placed(note)
        if placed is not None:
            self.post_message(AnnotationChosen(placed))

    async def _placed(self, note: NoteHit) -> PlacedAnnotation | None:
        with announcing_failures(self):
            marks = await self._session.call(annotating.list_annotations, note.article_id)
            return next((mark for mark in marks if mark.annotation.id == note.annotation_id), None)
        return None

    @on(VirtualList.Highlighted)
    def _cursor_moved(self) -> None:
        self._point()
        index, hits = self.list.index or 0, len(self.hits)
        is_page_full = self._asked == self._answered and hits >= self._limit
        if is_page_full and index >= len(self._rows) - NEAR_END and self._limit < MOST_HITS:
            self.cancel()
            self._limit = min(2 * self._limit, MOST_HITS)
            self._find()

    @on(VirtualList.Chosen)
    def _clicked(self) -> None:
        self.action_open_hit()

    def open_best(self) -> None:
        """Read on at the passage under the cursor, or at the best one once it is found."""
        if self._asked == self._answered:
            self.action_open_hit()
        else:
            self._opens_first = True

    def action_open_hit(self) -> None:
        """Read on at the passage under the cursor."""
        row = self._current
        if isinstance(row, NoteRow):
            self._open_note(row.note)
        elif row is not None:
            self.post_message(HitChosen(row.hit, row.offset))
