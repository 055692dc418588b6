"""The results: searching as one types, and walking from match to match through the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from bulletin_tui.ui.commands import Where, bindings
from bulletin_tui.ui.messages import HitChosen, HitPointedAt, HitsFound
from bulletin_tui.ui.rendering.hit_rows import (
    HitRow,
    hit_meta,
    hit_rows,
    passage_label,
    snippet_lines,
)
from bulletin_tui.ui.rendering.list_rows import ListRow, Role, RowLine, RowSpan
from bulletin_tui.ui.widgets.virtual_list import VirtualList
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from bulletin_tui.model.article import Span
    from bulletin_tui.model.search import Hit, SearchResult
    from bulletin_tui.ui.background import Session

ROW_LINES = 5


class ResultsPane(Vertical):
    """Owns the search: every keystroke ends the one before it, stale answers are dropped."""

    WHERE = Where.RESULTS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.RESULTS)]

    def __init__(self, session: Session) -> None:
        super().__init__(id="results")
        self._session = session
        self._revision = 0
        self._rows: tuple[HitRow, ...] = ()
        self.result: SearchResult | None = None

    def compose(self) -> ComposeResult:
        """The hits, or a sentence when there are none."""
        yield VirtualList(row_height=ROW_LINES)
        yield Static(classes="empty", markup=False)

    @property
    def list(self) -> VirtualList:
        """The hits."""
        return self.query_one(VirtualList)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What the last search found, best first."""
        return self.result.hits if self.result else ()

    @work(group="search", exclusive=True)
    async def search(self, typed: str, article_id: str | None) -> None:
        """Find what was typed, in the library or in one article, and announce it."""
        self._revision += 1
        revision = self._revision
        result = await self._session.find(
            typed, article_id, is_cancelled=lambda: revision != self._revision
        )
        if revision != self._revision:
            return
        self._show(result)
        self.post_message(HitsFound(result))
        self._point()

    def cancel(self) -> None:
        """Drop whatever search is under way."""
        self._revision += 1

    def forget(self) -> None:
        """Drop the results too."""
        self.cancel()
        self.result, self._rows = None, ()
        self.list.set_rows(0, self._row)

    def _show(self, result: SearchResult) -> None:
        self.result, self._rows = result, hit_rows(result)
        self.list.set_rows(len(self._rows), self._row, lambda index: self._rows[index].key)
        self.list.first()
        self.list.display = bool(self._rows)
        empty = self.query_one(".empty", Static)
        empty.display = not self._rows
        empty.update(Content(_empty_words(result)))

    def _row(self, index: int, width: int) -> ListRow:
        row = self._rows[index]
        heading = self._heading(row)
        if row.passage is None:
            return ListRow(heading)
        words = snippet_lines(row.passage.snippet, width, ROW_LINES - 1 - len(heading))
        return ListRow(
            (*heading, *(RowLine(line.text, Role.TEXT, _marked(line.matches)) for line in words))
        )

    def _heading(self, row: HitRow) -> tuple[RowLine, ...]:
        hit = row.hit
        if row.is_first or row.passage is None:
            title = RowLine(hit.article.title, Role.TITLE, _marked(hit.title_matches))
            return (title, RowLine(hit_meta(hit), Role.MUTED))
        return (RowLine(f"  {passage_label(row.passage)}", Role.MUTED),)

    def move(self, step: int) -> None:
        """Move the cursor without focusing the list."""
        self.list.move(step)

    def _point(self) -> None:
        index = self.list.index
        row = self._rows[index] if index is not None and index < len(self._rows) else None
        hit, passage = (row.hit, row.passage) if row else (None, None)
        self.post_message(HitPointedAt(hit, passage))

    @on(VirtualList.Highlighted)
    def _cursor_moved(self) -> None:
        self._point()

    @on(VirtualList.Chosen)
    def _clicked(self) -> None:
        self.action_open_hit()

    def action_open_hit(self) -> None:
        """Read on at the passage under the cursor."""
        index = self.list.index
        if index is not None and index < len(self._rows):
            row = self._rows[index]
            self.post_message(HitChosen(row.hit, row.passage))


def _marked(spans: Iterable[Span]) -> tuple[RowSpan, ...]:
    return tuple(RowSpan(span.start, span.end, Role.MATCH) for span in spans)


def _empty_words(result: SearchResult) -> str:
    if result.query.is_empty:
        return _("Type some words, with or without accents.")
    sentence = _("Nothing found for “{typed}”. Fewer words, or half of one, may find more.")
    return sentence.format(typed=result.query.typed)
