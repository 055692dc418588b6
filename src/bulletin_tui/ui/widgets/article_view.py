"""The reading pane's text: one article, with marks, matches and a selection painted over it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.message import Message

from bulletin_tui.model.article import Document, Span
from bulletin_tui.ui.rendering.overlays import PaintedMark, RangeIndex
from bulletin_tui.ui.rendering.selecting import Selecting, Sentences, Units, Words
from bulletin_tui.ui.widgets.article_reading import ReadingPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.model.annotation import Position
    from bulletin_tui.ui.rendering.head import ArticleHeader


class ArticleView(ReadingPage):
    """An article to read, search and mark."""

    @dataclass
    class SelectionChanged(Message):
        """Another passage is selected, or none."""

        selection: Span | None

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._selecting: Selecting | None = None
        self._sentences = Sentences(self._document)
        self._words = Words("")
        self._marks: tuple[PaintedMark, ...] = ()
        self._matches: tuple[Span, ...] = ()

    def show(self, document: Document, header: ArticleHeader, position: Position | None) -> None:
        """Show another article, without marks, matches or selection, where it was left."""
        self._sentences, self._words = Sentences(document), Words(document.text)
        self._marks, self._matches = (), ()
        self._select(None)
        super().show(document, header, position)

    def set_highlights(self, marks: tuple[PaintedMark, ...]) -> None:
        """Paint these marks, and no others."""
        changed = set(marks) ^ set(self._marks)
        self._marks = marks
        self._overlays = replace(self._overlays, marks=RangeIndex(marks))
        self._paint_anew(*(mark.span for mark in changed))

    def set_matches(self, matches: Sequence[Span], current: Span | None = None) -> None:
        """Paint these search matches, and no others; `current` is one of them."""
        old, old_current = self._matches, self._overlays.current_match
        self._matches = tuple(matches)
        self._overlays = replace(
            self._overlays, matches=RangeIndex(self._matches), current_match=current
        )
        changed = set(old) ^ set(self._matches)
        self._paint_anew(*changed, old_current, current)

    @property
    def selection(self) -> Span | None:
        """The selected passage."""
        return self._overlays.selection

    @property
    def selected_text(self) -> str:
        """The selected passage as it stands in the canonical text, without line wraps."""
        span = self.selection
        return self._document.text[span.start : span.end] if span else ""

    @property
    def target_span(self) -> Span | None:
        """What a mark would be put on: the selection, else the passage cursor's block."""
        if self.selection is not None or not self._document.blocks:
            return self.selection
        block = self._document.blocks[self.cursor_block]
        return Span(block.start, block.end)

    def select_span(self, span: Span) -> None:
        """Select a passage; its end is the one that moves."""
        self._select(Selecting(span.start, span.end))

    def clear_selection(self) -> None:
        """Select nothing."""
        self._select(None)

    def select_sentence(self) -> None:
        """Select the sentence that the passage cursor is on."""
        sentence = self._sentences.after(self._cursor) or self._sentences.before(self._cursor)
        if sentence is not None:
            self.select_span(sentence)

    def select_paragraph(self) -> None:
        """Select the passage cursor's block."""
        if self._document.blocks:
            block = self._document.blocks[self.cursor_block]
            self.select_span(Span(block.start, block.end))

    def extend_by_sentence(self, step: int) -> None:
        """Move the selection's end by a sentence; without a selection, select one first."""
        self._extend(self._sentences, step)

    def extend_by_word(self, step: int) -> None:
        """Move the selection's end by a word; without a selection, select a sentence first."""
        self._extend(self._words, step)

    def _extend(self, units: Units, step: int) -> None:
        if self._selecting is None:
            self.select_sentence()
            return
        self._select(self._selecting.step(units, step))
        self._follow(self._selecting.head)

    def _follow(self, offset: int) -> None:
        """Scroll as little as shows `offset`, and put the passage cursor there."""
        line = self._line_of(offset)
        top, height = self.scroll_offset.y, self.size.height
        if line < top:
            self._scroll_to_line(line)
        elif line >= top + height:
            self._scroll_to_line(line - height + 1)
        self._put_cursor(offset)
        self._announce()

    def _select(self, selecting: Selecting | None) -> None:
        self._selecting = selecting
        span = selecting.span if selecting and len(selecting.span) else None
        before = self._overlays.selection
        if span == before:
            return
        self._overlays = replace(self._overlays, selection=span)
        self._paint_anew(before, span)
        self.post_message(self.SelectionChanged(span))
