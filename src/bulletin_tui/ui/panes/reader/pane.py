"""Opening articles: where they were left, at a passage, as a preview, and back again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import Static

from bulletin_tui.errors import BulletinError
from bulletin_tui.services import reading
from bulletin_tui.ui.commands import Where, bindings
from bulletin_tui.ui.messages import (
    Announced,
    ArticleOpened,
    ContentsWanted,
    Failed,
    ReadingMoved,
    announcing_failures,
)
from bulletin_tui.ui.panes.reader.reopening import Reopening
from bulletin_tui.ui.places import JumpList, Place
from bulletin_tui.ui.rendering.article_header import article_header
from bulletin_tui.ui.widgets.article_reading import NOTHING_OPEN
from bulletin_tui.ui.widgets.article_view import ArticleView
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from bulletin_tui.model.annotation import Position
    from bulletin_tui.model.article import Span
    from bulletin_tui.services.reading import OpenedArticle
    from bulletin_tui.ui.background import Session

SAVE_DELAY_S = 2.0
"""A place is written at most this often while reading goes on."""


class ReaderPane(Reopening):
    """Shows one article; remembers where it was left, and the jumps that led here."""

    WHERE = Where.READER
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.READER)]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.id = "reader"
        self.current_match: int | None = None
        """Which of the painted matches the reader stands on."""
        self._jumps = JumpList()
        self._origin: Place | None = None
        self._saving: Timer | None = None
        self._opened_folds: dict[str, frozenset[int]] = {}
        """By article, what is open of its folded lines; kept while the program runs."""
        self._has_complained = False
        """A place that cannot be saved is complained of once, not every other second."""

    def compose(self) -> ComposeResult:
        """The text, or a sentence where there is none to read."""
        view = ArticleView()
        view.measure = self.session.settings.measure
        yield view
        yield Static(classes="empty", markup=False)

    def show_nothing(self, words: str) -> None:
        """Say why there is nothing to read."""
        empty = self.query_one(".empty", Static)
        empty.update(Content(words))
        empty.display = True
        self.view.display = False

    @property
    def place(self) -> Place | None:
        """Where the reader is now; None before the first article."""
        if self.article is None:
            return None
        return Place(self.article.id, self.view.position, self.view.selection)

    @property
    def read_id(self) -> str | None:
        """The article that is being read, whatever is previewed at the moment."""
        here = self._origin or self.place
        return here.article_id if here else None

    @property
    def is_previewing(self) -> bool:
        """Whether what is shown was not opened but only looked at from a list."""
        return self._origin is not None

    @work(group="opening", exclusive=True)
    async def open_article(self, article_id: str) -> None:
        """Open an article where it was left."""
        await self._leave()
        await self._show(article_id, None)
        self.post_message(ReadingMoved())

    @work(group="opening", exclusive=True)
    async def preview(self, article_id: str, at: int, matches: tuple[Span, ...]) -> None:
        """Show a passage without reading on there: nothing is remembered of it."""
        if self._origin is None:
            origin = self.place
            await self.save_place()
            self._origin = origin
        await self._show(article_id, at)
        self._show_matches(matches, at)

    @work(group="opening", exclusive=True)
    async def stay(self, article_id: str, at: int | None, matches: tuple[Span, ...]) -> None:
        """Read on at this passage; the way back leads to where reading was left."""
        await self._leave()
        await self._show(article_id, at)
        self._show_matches(matches, at)
        self._mark_read_at_end()

    @work(group="opening", exclusive=True)
    async def stay_at_mark(self, article_id: str, annotation_id: str, at: int | None) -> None:
        """Read on at a mark, which was `at` when the text was looked at last."""
        await self._leave()
        await self._show(article_id, at)
        self._set_matches((), None)
        placed = self.find_placed(annotation_id)
        if placed is not None and placed.span is not None:
            self.view.reveal(placed.span.start)
            self._point_at(annotation_id)
        self._mark_read_at_end()

    @work(group="opening", exclusive=True)
    async def keep_preview(self) -> None:
        """Read on in what was only previewed so far."""
        if self.is_previewing:
            await self._leave()
            self._mark_read_at_end()

    @work(group="opening", exclusive=True)
    async def return_to_origin(self) -> None:
        """End a preview: exactly the same words as before it are on the screen again."""
        self._set_matches((), None)
        if self._origin is not None:
            await self._show_place(self._origin)
        self._origin = None

    async def _leave(self) -> None:
        here = self._origin or self.place
        if self._origin is None:
            await self.save_place()
        self._origin = None
        if here is not None:
            self._jumps = self._jumps.leave(here)

    async def _show(self, article_id: str, at: int | None) -> None:
        is_shown = self.article is not None and self.article.id == article_id
        is_loaded = is_shown or await self._load(article_id)
        if not self._is_whole:
            raise asyncio.CancelledError  # the program has ended meanwhile: so does this worker
        if is_loaded and at is not None:
            self.view.reveal(at)

    async def _load(self, article_id: str, position: Position | None = None) -> bool:
        with announcing_failures(self):
            opened = await self.session.call(reading.open_article, article_id)
            if self._is_whole:  # else the program has ended meanwhile
                self.show_opened(opened, position or opened.position)
                return True
        return False

    def show_opened(self, opened: OpenedArticle, position: Position | None) -> None:
        """Show an article with its marks, and announce it."""
        if self.article is not None:
            self._opened_folds[self.article.id] = self.view.opened_folds
        self.article, self.is_read, self._has_ended = opened.article, opened.is_read, False
        header = article_header(opened.article)
        self._show_view()
        opened_folds = self._opened_folds.get(opened.article.id, NOTHING_OPEN)
        self.view.show(opened.article.document, header, position, opened_folds)
        self.show_marks(opened.placed)
        self.post_message(ArticleOpened(opened.article.id, opened.is_read))

    def _show_view(self) -> None:
        self.query_one(".empty").display = False
        self.view.display = True
        if self.screen.focused is None:  # it lost the focus when there was nothing to read
            self.view.focus()

    async def _show_place(self, place: Place) -> None:
        if await self._load(place.article_id, place.position) and place.selection:
            self.view.select_span(place.selection)

    def _show_matches(self, matches: tuple[Span, ...], at: int | None) -> None:
        index = next((index for index, span in enumerate(matches) if span.start == at), None)
        self._set_matches(matches, index)

    def _set_matches(self, matches: tuple[Span, ...], index: int | None) -> None:
        self.current_match = index
        self.view.set_matches(matches, None if index is None else matches[index])

    def show_match(self, matches: tuple[Span, ...], index: int) -> None:
        """Go to one match of the open article."""
        self._set_matches(matches, index)
        self.view.reveal(matches[index].start)

    def clear_matches(self) -> None:
        """Forget the matches of the last search."""
        self._set_matches((), None)

    @on(ArticleView.PositionChanged)
    def _note_position(self) -> None:
        self.post_message(ReadingMoved())
        if self.is_previewing:
            return
        if self._saving is None:
            self._saving = self.set_timer(SAVE_DELAY_S, self._save_later)

    def on_mouse_down(self) -> None:
        """Who clicks into a preview reads on there."""
        self.keep_preview()

    @on(ArticleView.BottomMoved)
    @on(ArticleView.SelectionChanged)
    def _tell_progress(self) -> None:
        self.post_message(ReadingMoved())

    @work(group="saving")
    async def _save_later(self) -> None:
        await self.save_place()

    def save_place_at_last(self) -> None:
        """Have the place written while the program ends, without waiting for it."""
        place = self._origin or self.place
        if place is not None:
            self.session.call_at_last(reading.save_position_by_id, place.article_id, place.position)

    async def save_place(self) -> None:
        """Write where reading is, unless this is only a preview."""
        if self._saving is not None:
            self._saving.stop()
            self._saving = None
        place = self.place
        if self.article is None or place is None or self.is_previewing:
            return
        try:
            await self.session.call(reading.save_position, self.article, place.position)
            self._has_complained = False
        except BulletinError as error:
            if not self._has_complained:
                self.post_message(Failed(error))
            self._has_complained = True

    @work(group="opening", exclusive=True)
    async def go_back(self) -> None:
        """Go back to where the last jump left from."""
        await self._jump(forward=False)

    @work(group="opening", exclusive=True)
    async def go_forward(self) -> None:
        """Undo going back."""
        await self._jump(forward=True)

    async def _jump(self, *, forward: bool) -> None:
        here = self.place
        if self._origin is not None:
            await self._show_place(self._origin)
            self._origin = None
            return
        if here is None:
            return
        jumps, there = self._jumps.forward(here) if forward else self._jumps.back(here)
        if there is None:
            self.post_message(Announced(_("No further place in this direction.")))
            return
        await self.save_place()
        self._jumps = jumps
        await self._show_place(there)

    def action_text_start(self) -> None:
        """Go to the beginning of the text."""
        self.jump_within(self.view.go_to_start)

    def action_text_end(self) -> None:
        """Go to the end of the text."""
        self.jump_within(self.view.go_to_end)

    def action_contents(self) -> None:
        """Ask for the contents of the article."""
        self.post_message(ContentsWanted())

    def jump_within(self, move: Callable[[], object]) -> None:
        """Move in the open article so that going back leads here again."""
        here = self.place
        if here is not None and not self.is_previewing:
            self._jumps = self._jumps.leave(here)
        move()
        self.post_message(ReadingMoved())
