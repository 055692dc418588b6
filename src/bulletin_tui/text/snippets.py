"""Excerpts of a block around its matches, on one line and cut at words.

`snippet.text[i]` stands for `text[snippet.offset + i]`: white space is replaced one for one, and an
ellipsis at the front stands in the place of the code point before the excerpt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.article import Span
from bulletin_tui.model.snippet import Snippet
from bulletin_tui.text.tables import LetterTable

if TYPE_CHECKING:
    from collections.abc import Sequence

ELLIPSIS = "…"
_ONE_LINE = LetterTable(lambda char: " " if char.isspace() else char)


def snippet(text: str, block: Span, matches: Sequence[Span], width: int) -> Snippet:
    """The `width` code points of a block that hold the most of its matches, and an ellipsis a side.

    `matches` are ordered and do not overlap, as are those of the answer, which are cut to fit.
    """
    start, end = _window(block, matches, width)
    kept = [match for match in matches if match.start < end and match.end > start]
    if start > block.start:
        start = _word_start(text, start, kept[0].start if kept else end)
    if end < block.end:
        end = _word_end(text, end, kept[-1].end if kept else start)
    lead = ELLIPSIS if start > block.start else ""
    trail = ELLIPSIS if end < block.end else ""
    offset = start - len(lead)
    return Snippet(
        text=lead + _on_one_line(text[start:end]) + trail,
        offset=offset,
        matches=tuple(
            Span(max(match.start, start) - offset, min(match.end, end) - offset) for match in kept
        ),
    )


def _on_one_line(text: str) -> str:
    return text if text.isprintable() else text.translate(_ONE_LINE)


def _window(block: Span, matches: Sequence[Span], width: int) -> tuple[int, int]:
    """The fullest stretch of `width`, its matches in the middle, inside the block."""
    if len(block) <= width:
        return block.start, block.end
    first, last = _fullest(matches, width)
    if first is None or last is None:
        return block.start, block.start + width
    spare = max(0, width - (last.end - first.start))
    start = max(block.start, min(first.start - spare // 2, block.end - width))
    return start, start + width


def _fullest(matches: Sequence[Span], width: int) -> tuple[Span | None, Span | None]:
    """The first and the last of the matches that together cover most within `width`."""
    best: tuple[Span | None, Span | None] = (None, None)
    most = covered = 0
    start = 0
    for end, match in enumerate(matches):
        covered += len(match)
        while match.end - matches[start].start > width and start < end:
            covered -= len(matches[start])
            start += 1
        if covered > most:
            most = covered
            best = (matches[start], match)
    return best


def _word_start(text: str, start: int, limit: int) -> int:
    """The first word start from `start` on, unless a match comes before it."""
    for index in range(start, limit + 1):
        if text[index - 1].isspace() and not text[index : index + 1].isspace():
            return index
    return start


def _word_end(text: str, end: int, limit: int) -> int:
    """The last word end up to `end`, unless a match goes on behind it."""
    for index in range(end, limit - 1, -1):
        if text[index].isspace() and not text[index - 1].isspace():
            return index
    return end
