"""Blocks gathered into one canonical text: joined by blank lines, items and rows by line feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.importers.styled_text import StyledText
from bulletin_tui.model.article import Block, BlockKind, Inline, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_CELL_SEPARATOR = StyledText(" | ")
_ROW_SEPARATOR = StyledText("\n")


class Page:
    """Grows block by block; a block without a visible character is left out."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._inlines: list[Inline] = []

    def add(
        self, kind: BlockKind, content: StyledText, *, level: int = 0, marker: str = ""
    ) -> None:
        """Append a block of any kind but a table."""
        if content.text.strip():
            self._separate("\n" if marker and self._is_in_list() else "\n\n")
            span = self._append(content)
            self._blocks.append(Block(kind, span.start, span.end, level, marker))

    def add_table(self, rows: Sequence[Sequence[StyledText]]) -> None:
        """Append a table, the header first; its cells hold no line feeds."""
        if not any(cell.text.strip() for row in rows for cell in row):
            return
        self._separate("\n\n")
        start = self._length
        spans: list[tuple[Span, ...]] = []
        for row in rows:
            if spans:
                self._append(_ROW_SEPARATOR)
            spans.append(self._append_row(row))
        self._blocks.append(Block(BlockKind.TABLE, start, self._length, rows=tuple(spans)))

    @property
    def text(self) -> str:
        """The canonical text so far."""
        return "".join(self._pieces)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """In order, never overlapping."""
        return tuple(self._blocks)

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """Ordered by start, then by descending end."""
        return tuple(self._inlines)

    def _append_row(self, cells: Sequence[StyledText]) -> tuple[Span, ...]:
        spans: list[Span] = []
        for cell in cells:
            if spans:
                self._append(_CELL_SEPARATOR)
            spans.append(self._append(cell))
        return tuple(spans)

    def _is_in_list(self) -> bool:
        return bool(self._blocks) and self._blocks[-1].kind is BlockKind.LIST_ITEM

    def _separate(self, separator: str) -> None:
        if self._blocks:
            self._append(StyledText(separator))

    def _append(self, content: StyledText) -> Span:
        start = self._length
        self._pieces.append(content.text)
        self._length += len(content.text)
        self._inlines.extend(
            Inline(start + run.start, start + run.end, run.style) for run in content.styles
        )
        return Span(start, self._length)
