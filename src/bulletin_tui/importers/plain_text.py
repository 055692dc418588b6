"""Plain text: a line is a block, or part of one where a margin broke it; then it is tidied."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.hard_wraps import joined_lines
from bulletin_tui.importers.tidy.lines import FOLDED_FROM, Line
from bulletin_tui.importers.tidy.tidying import tidy
from bulletin_tui.importers.too_long import MOST_TIDIED, too_many_lines
from bulletin_tui.model.article import Block, BlockKind, Document, Metadata, Provenance
from bulletin_tui.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.importers.tidy.lines import LineReading

LONGEST_TITLE = 40
"""In words."""

_LINE = re.compile(r"\S(?:.*\S)?")
_WIDE = re.compile(r"\s{2,}|[^\S ]")
"""What parts two words and is not one space; a line of millions of words is never split."""
_BULLET = re.compile(r"^[-*+•–—] (?=\w)")
"""What begins an item, and is no part of a title."""
_LONGEST_TITLE_LINE = 1000
"""In code points: what is not made of words is no title either."""


def read_plain_text(text: str) -> Document:
    """A decoded text, cleaned and tidied; a note's first line is its title, unless it is too long,
    and stands as one if it stands alone.

    The canonical text is the cleaned text itself, whatever its lines turn out to be.
    """
    text = clean(text)
    if text.count("\n") > MOST_TIDIED:
        return replace(_as_written(text), warnings=(too_many_lines(),))
    lines = _lines(text)
    tidied = tidy(lines)
    blocks = tuple(
        _block(line, reading, reflows="\n" in text[line.start : line.end])
        for line, reading in zip(lines, tidied.readings, strict=True)
    )
    metadata = tidied.metadata
    if metadata.title is None and lines:
        metadata = replace(metadata, title=_first_line(lines[0]))
        if metadata.title == lines[0].text and _stands_alone(lines):
            blocks = (_as_title(blocks[0]), *blocks[1:])
    return Document(
        text, blocks, metadata=metadata, provenance=Provenance(evidence=tidied.evidence)
    )


def read_as_written(text: str) -> Document:
    """A text of which nothing is guessed but its title."""
    return _as_written(clean(text))


def _as_written(text: str) -> Document:
    spans = [line.span() for line in _LINE.finditer(text)]
    blocks = tuple([Block(BlockKind.PARAGRAPH, start, end) for start, end in spans])
    title = None
    if spans:
        start, end = spans[0]
        title = _first_line(Line(start, end, _WIDE.sub(" ", text[start:end])))
    return Document(text, blocks, metadata=Metadata(title=title))


def _lines(text: str) -> list[Line]:
    spans = joined_lines(text, [line.span() for line in _LINE.finditer(text)])
    lines, end = [], 0
    for start, stop in spans:
        is_apart = text.count("\n", end, start) > 1
        lines.append(Line(start, stop, _WIDE.sub(" ", text[start:stop]), is_apart=is_apart))
        end = stop
    return lines


def _block(line: Line, reading: LineReading, *, reflows: bool) -> Block:
    return Block(
        reading.kind or BlockKind.PARAGRAPH,
        line.start,
        line.end,
        reading.level,
        boilerplate=reading.boilerplate,
        is_folded=reading.boilerplate is not None and reading.confidence >= FOLDED_FROM,
        reflows=reflows,
    )


def _stands_alone(lines: Sequence[Line]) -> bool:
    """Whether the first line is apart from the next, so that it begins no paragraph."""
    return len(lines) > 1 and lines[1].is_apart


def _as_title(block: Block) -> Block:
    is_plain = block.kind is BlockKind.PARAGRAPH and block.boilerplate is None
    return replace(block, kind=BlockKind.HEADING, level=1) if is_plain else block


def _first_line(line: Line) -> str | None:
    if line.end - line.start > _LONGEST_TITLE_LINE:
        return None
    words = _BULLET.sub("", line.text)
    return words if words.count(" ") < LONGEST_TITLE else None
