"""Selecting a passage of an article, by keys."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.message import Message

from bulletin_tui.text.folded_runs import text_outside
from bulletin_tui.ui.rendering.folds import Shown
from bulletin_tui.ui.rendering.selecting import Selecting, Sentences, Units, Words
from bulletin_tui.ui.widgets.article_reading import NOTHING_OPEN, ReadingPage

if TYPE_CHECKING:
    from bulletin_tui.model.annotation import Position
    from bulletin_tui.model.article import Document, Span
    from bulletin_tui.ui.rendering.folds import Folds
    from bulletin_tui.ui.rendering.head import ArticleHeader


class SelectingPage(ReadingPage):
    """An article being read, a passage of which can be selected."""

    @dataclass
    class SelectionChanged(Message, namespace="article_view"):
        """Another passage is selected, or none."""

        selection: Span | None

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._selecting: Selecting | None = None
        self._sentences = Sentences(self._document)
        self._words = Words("")

    def show(
        self,
        document: Document,
        header: ArticleHeader,
        position: Position | None,
        opened: frozenset[int] = NOTHING_OPEN,
    ) -> None:
        """Show another article where it was left, with nothing selected."""
        self._select(None)
        self._sentences, self._words = Sentences(document), Words(document.text)
        super().show(document, header, position, opened)

    @property
    def selection(self) -> Span | None:
        """The selected passage."""
        return self._overlays.selection

    def text_shown(self, span: Span) -> str:
        """The text of a passage, without what is in closed folds."""
        return text_outside(self._document.text, span, self._folds.closed)

    @property
    def target_span(self) -> Span | None:
        """What a mark would be put on: the selection, else the passage cursor's block."""
        return self.selection or self._cursor_span

    def select_span(self, span: Span) -> None:
        """Select a passage; its end is the one that moves."""
        self._select(Selecting(span.start, span.end))

    def clear_selection(self) -> None:
        """Select nothing."""
        self._select(None)

    def select_sentence(self) -> None:
        """Select the sentence that the passage cursor is on."""
        sentences = Shown(self._sentences, self._folds)
        sentence = sentences.after(self._cursor) or sentences.before(self._cursor)
        if sentence is not None:
            self.select_span(sentence)

    def select_paragraph(self) -> None:
        """Select the passage cursor's block."""
        block = self._cursor_span
        if block is not None:
            self.select_span(block)

    def extend_by_sentence(self, step: int) -> None:
        """Move the selection's end by a sentence; without a selection, select one first."""
        self._extend(self._sentences, step)

    def extend_by_word(self, step: int) -> None:
        """Move the selection's end by a word; without a selection, select a sentence first."""
        self._extend(self._words, step)

    def _extend(self, units: Units, step: int) -> None:
        if self._selecting is None:
            self.select_sentence()
        else:
            self._select(self._selecting.step(Shown(units, self._folds), step))
            self._follow(self._selecting.last)

    def _set_folds(self, folds: Folds) -> None:
        """Open and close runs; of what is hidden now nothing stays selected."""
        super()._set_folds(folds)
        selected = self.selection
        if selected and any(run.span.overlaps(selected) for run in folds.closed):
            self._select(None)

    def _select(self, selecting: Selecting | None) -> None:
        self._selecting = selecting
        span = selecting.span if selecting and len(selecting.span) else None
        before = self._overlays.selection
        if span == before:
            return
        self._overlays = replace(self._overlays, selection=span)
        self._paint_anew(before, span)
        self.post_message(self.SelectionChanged(span))
