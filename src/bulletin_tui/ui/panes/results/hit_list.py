"""What was found, as a list: its rows, the one under the cursor, and what that one points at."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual import on, work
from textual.containers import Vertical
from textual.widgets import Static

from bulletin_tui.services import annotating
from bulletin_tui.ui.commands import Where, bindings
from bulletin_tui.ui.messages import (
    AnnotationChosen,
    AnnotationPointedAt,
    HitChosen,
    HitPointedAt,
    announcing_failures,
)
from bulletin_tui.ui.rendering.hit_rows import HitRow, NoteRow, PlaceRow
from bulletin_tui.ui.rendering.list_rows import ListRow
from bulletin_tui.ui.rendering.search_words import remark
from bulletin_tui.ui.widgets.plain_words import say_in
from bulletin_tui.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from bulletin_tui.model.annotation import PlacedAnnotation
    from bulletin_tui.model.search import Hit, NoteHit, SearchResult
    from bulletin_tui.ui.background import Session
    from bulletin_tui.ui.rendering.list_rows import RowProvider

Row: TypeAlias = HitRow | PlaceRow | NoteRow


class HitList(Vertical):
    """Shows the rows of one answer; the one under the cursor is announced, and can be opened."""

    WHERE = Where.RESULTS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.RESULTS)]

    def __init__(self, session: Session, respelling_key: str) -> None:
        super().__init__(id="results")
        self._session = session
        self._respelling_key = respelling_key
        self._rows: tuple[Row, ...] = ()
        self.result: SearchResult | None = None

    def compose(self) -> ComposeResult:
        """The hits, or a sentence when there are none, and what is to be known of them."""
        yield VirtualList()
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

    def set_rows(self, rows: tuple[Row, ...], row_height: int) -> None:
        """Show these; the cursor stays on its row if that is among them."""
        self._rows = rows
        self.list.remove_class("-stale")
        self.list.row_height = row_height
        provider = self._provider(rows, row_height)
        self.list.set_rows(len(rows), provider, lambda index: rows[index].key)

    def _provider(self, rows: tuple[Row, ...], row_height: int) -> RowProvider:
        """These very rows, also while the list is being changed to show others."""
        return lambda index, width: ListRow(rows[index].lines(width, row_height))

    def say(self, words: str) -> None:
        """Show these words if there are no hits, and what is to be known of those there are."""
        if not self.query(".empty"):
            return  # the program has ended meanwhile
        self.list.display = bool(self._rows)
        empty = self.query_one(".empty", Static)
        empty.display = not self._rows
        if not self._rows:
            say_in(empty, words)
        line = self.query_one(".remark", Static)
        words = remark(self.result, self._respelling_key) if self.result else ""
        line.display = bool(words)
        say_in(line, words)

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
    def current(self) -> Row | None:
        """The row under the cursor."""
        index = self.list.index
        return None if index is None or index >= len(self._rows) else self._rows[index]

    def point(self) -> None:
        """Announce what the row under the cursor stands for."""
        row = self.current
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

    @on(VirtualList.Chosen)
    def _clicked(self) -> None:
        self.action_open_hit()

    def action_open_hit(self) -> None:
        """Read on at the passage under the cursor."""
        row = self.current
        if isinstance(row, NoteRow):
            self._open_note(row.note)
        elif row is not None:
            self.post_message(HitChosen(row.hit, row.offset))
