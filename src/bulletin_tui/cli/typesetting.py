"""An article set as plain lines: headings, list markers and tables as a page would have them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bulletin_tui.cli.output import Style
from bulletin_tui.model.article import BlockKind
from bulletin_tui.services.folds import fold_line
from bulletin_tui.text.folded_runs import folded_runs, run_of_block
from bulletin_tui.text.stanzas import stand_together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bulletin_tui.cli.output import Piece
    from bulletin_tui.model.article import Article, Block

INDENT = "  "
SPACE = re.compile(r"\s+")
_STYLES = {BlockKind.HEADING: Style.STRONG, BlockKind.CAPTION: Style.DIM}
_CLOSE_TOGETHER = {BlockKind.LIST_ITEM, BlockKind.QUOTE}


def typeset(article: Article, width: int | None, *, with_folded: bool = False) -> Iterator[Piece]:
    """The text's lines, wrapped to `width` cells; None leaves a paragraph on one line.

    A run of folded blocks is one line, unless they are asked for.
    """
    before: Block | None = None
    runs = () if with_folded else folded_runs(article.document.blocks)
    for index, block in enumerate(article.document.blocks):
        run = run_of_block(runs, index)
        if run is not None and run.first < index:
            continue
        if before and not (run is None and _are_close(before, block)):
            yield ""
        before = block
        if run is not None:
            yield fold_line(run), Style.DIM
            continue
        style = Style.DIM if block.boilerplate else _STYLES.get(block.kind)
        for line in _block_lines(article.text, block, width):
            yield (line, style) if style else line


def _are_close(before: Block, block: Block) -> bool:
    """Whether no blank line stands between two blocks: items of a list, what is around a report."""
    if (before.is_folded and block.is_folded) or stand_together(before, block):
        return True
    return block.kind is before.kind and before.kind in _CLOSE_TOGETHER


def plain_text(article: Article, *, with_folded: bool = False) -> str:
    """The canonical text as it is, with a line for each run of folded blocks."""
    runs = () if with_folded else folded_runs(article.document.blocks)
    parts, end = [], 0
    for run in runs:
        parts += [article.text[end : run.span.start], fold_line(run)]
        end = run.span.end
    return "".join((*parts, article.text[end:]))


def cells(text: str) -> int:
    """How many cells of a terminal a line takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def _block_lines(text: str, block: Block, width: int | None) -> Iterator[str]:
    if block.kind is BlockKind.TABLE and block.rows:
        yield from _table_lines(text, block, width)
        return
    first = _lead(block)
    rest = first if block.kind is BlockKind.QUOTE else " " * cells(first)
    words = text[block.start : block.end]
    for line in (words.replace("\n", " ") if block.reflows else words).split("\n"):
        if block.kind is BlockKind.CODE or width is None:
            yield first + line
        else:
            yield from _wrapped(line, first, rest, width)
        first = rest


def _lead(block: Block) -> str:
    """What stands before a block's first line."""
    match block.kind:
        case BlockKind.HEADING:
            return "#" * block.level + " "
        case BlockKind.LIST_ITEM:
            return INDENT * block.level + f"{block.marker or '•'} "
        case BlockKind.QUOTE:
            return "> " * (block.level + 1)
        case BlockKind.CODE:
            return INDENT * 2
        case _:
            return ""


def _wrapped(line: str, first: str, rest: str, width: int) -> Iterator[str]:
    """The line broken between words; a word longer than the width stays whole."""
    current = first
    is_empty = True
    for word in line.split():
        if not is_empty and cells(current) + 1 + cells(word) > width:
            yield current
            current, is_empty = rest, True
        current += word if is_empty else f" {word}"
        is_empty = False
    yield current


def _table_lines(text: str, block: Block, width: int | None) -> Iterator[str]:
    """Rows with their columns aligned; a table wider than the page has a line for each cell."""
    rows = [[SPACE.sub(" ", text[cell.start : cell.end]) for cell in row] for row in block.rows]
    columns = max(map(len, rows))
    widths = [
        max((cells(row[column]) for row in rows if column < len(row)), default=0)
        for column in range(columns)
    ]
    if width is not None and sum(widths) + 3 * (columns - 1) > width:
        yield from _listed_rows(rows, width)
        return
    for row in rows:
        padded = (cell + " " * (widths[column] - cells(cell)) for column, cell in enumerate(row))
        yield " │ ".join(padded).rstrip()


def _listed_rows(rows: list[list[str]], width: int) -> Iterator[str]:
    header, *body = rows
    for row in body or [header]:
        for column, cell in enumerate(row):
            name = f"{header[column]}: " if body and column < len(header) else ""
            lead = "• " if column == 0 else INDENT
            yield from _wrapped(name + cell, lead, INDENT, width)
