"""A page that was set, and its lines, to the document that the tidying makes of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.lines import FOLDED_FROM, LineContext, LineReading, Tidied
from bulletin_tui.importers.tidy.tidying import tidy
from bulletin_tui.importers.too_long import MOST_TIDIED, too_many_lines
from bulletin_tui.model.article import Block, BlockKind, Document, Provenance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.importers.declared import Declared
    from bulletin_tui.importers.page import Page
    from bulletin_tui.importers.tidy.lines import Line


def tidied_document(
    page: Page, lines: Sequence[Line], declared: Declared, *, folds: bool = True
) -> Document:
    """One line for each block; without `folds` the blocks stay as they are.

    The title is what the lines give, else what is declared, else the largest heading.
    """
    is_too_long = len(lines) > MOST_TIDIED
    tidied = _as_written(lines, declared) if is_too_long else _tidied_lines(lines, declared)
    blocks = page.blocks
    if folds:
        blocks = tuple(map(_tidied, blocks, lines, tidied.readings))
    title = tidied.metadata.title or declared.find("title") or _heading(lines)
    return Document(
        page.text,
        blocks,
        page.inlines,
        replace(tidied.metadata, title=title),
        warnings=(too_many_lines(),) if is_too_long else (),
        provenance=Provenance(evidence=tidied.evidence),
    )


def _tidied_lines(lines: Sequence[Line], declared: Declared) -> Tidied:
    return tidy(lines, declared.metadata(), declared.evidence())


def _as_written(lines: Sequence[Line], declared: Declared) -> Tidied:
    return Tidied((LineReading(),) * len(lines), declared.metadata(), tuple(declared.evidence()))


def _heading(lines: Sequence[Line]) -> str | None:
    for context in (LineContext.TITLE, LineContext.HEADING):
        for line in lines:
            if line.context is context:
                return line.text
    return None


def _tidied(block: Block, line: Line, reading: LineReading) -> Block:
    """The block as it was read; a table stays one."""
    kind, level, marker = block.kind, block.level, block.marker
    if kind is BlockKind.PARAGRAPH and line.context is LineContext.CAPTION:
        kind = BlockKind.CAPTION
    if reading.kind not in (None, kind, BlockKind.TABLE) and kind is not BlockKind.TABLE:
        kind, level, marker = reading.kind or kind, reading.level, ""
    if (kind, level, marker) == (block.kind, block.level, block.marker) and not reading.boilerplate:
        return block
    return replace(
        block,
        kind=kind,
        level=level,
        marker=marker,
        boilerplate=reading.boilerplate,
        is_folded=reading.boilerplate is not None and reading.confidence >= FOLDED_FROM,
    )
