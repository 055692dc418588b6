"""How far reading has come."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from bulletin_tui.services.reading import reading_minutes
from bulletin_tui.text.folded_runs import is_of_report
from bulletin_tui.ui.rendering.blocks import block_index
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.article import Document


@dataclass(frozen=True, slots=True)
class ReadingProgress:
    """What a status line says of the place in an article."""

    percent: int
    """0 at the top, 100 once the last line is on screen."""
    paragraph: int
    """Which of the report's paragraphs has the passage cursor, from 1; 0 without any."""
    paragraphs: int
    words_left: int
    """Below the top of the pane."""

    @property
    def line(self) -> str:
        """All of it in one line."""
        parts = [f"{self.percent} %", f"¶ {self.paragraph}/{self.paragraphs}"]
        if self.percent < 100:
            minutes = reading_minutes(self.words_left)
            parts.append(_("{minutes} min left").format(minutes=minutes))
        return " · ".join(parts)


class ProgressMeter:
    """Tells the progress in one document; its words are counted once, when first asked."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._words_before: array[int] = array("I")
        counted = map(is_of_report, document.blocks)
        self._paragraphs: array[int] = array("I", accumulate(counted, initial=0))
        self.last_block = _last_of_report(document)
        """The index of the block with which the report ends; -1 without blocks."""

    def measure(self, top: int, bottom: int, cursor_block: int) -> ReadingProgress:
        """The progress with `[top, bottom)` on screen, in offsets."""
        return ReadingProgress(
            percent=self._percent(top, bottom),
            paragraph=self._paragraph(cursor_block),
            paragraphs=self._paragraphs[-1],
            words_left=self._words_from(top),
        )

    def _paragraph(self, cursor_block: int) -> int:
        """As `services.citing` numbers it: a heading has the number of what stands before it."""
        before = self._paragraphs[min(cursor_block + 1, len(self._paragraphs) - 1)]
        return min(max(1, before), self._paragraphs[-1])

    def _percent(self, top: int, bottom: int) -> int:
        hidden = top + max(0, self._end - bottom)
        return 100 if bottom >= self._end else 100 * top // max(1, hidden)

    @property
    def _end(self) -> int:
        blocks = self._document.blocks
        return blocks[self.last_block].end if blocks else 0

    def _words_from(self, offset: int) -> int:
        blocks, text = self._document.blocks, self._document.text
        if not blocks:
            return 0
        if not self._words_before:
            counts = (
                0 if block.boilerplate else _count_words(text, block.start, block.end)
                for block in blocks
            )
            self._words_before = array("I", accumulate(counts, initial=0))
        index = block_index(self._document, offset)
        below = self._words_before[-1] - self._words_before[index + 1]
        if blocks[index].boilerplate:
            return below
        return below + _count_words(text, max(offset, blocks[index].start), blocks[index].end)


def _last_of_report(document: Document) -> int:
    blocks = document.blocks
    own = (index for index in reversed(range(len(blocks))) if blocks[index].boilerplate is None)
    return next(own, len(blocks) - 1)


def _count_words(text: str, start: int, end: int) -> int:
    """Runs between single blanks: exact enough for minutes, and fast on any text."""
    return text.count(" ", start, end) + text.count("\n", start, end) + 1 if end > start else 0
