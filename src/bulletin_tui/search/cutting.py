"""A text cut into passages: what the words of a query must share to stand together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bulletin_tui.model.article import Block

LEAST = 500
"""Code points a passage has at least, unless the text ends or a long block follows."""
MOST = 1200
_SENTENCE_END = re.compile(r"[.!?…;]\s+")


def cut(text: str, blocks: Sequence[Block]) -> list[Span]:
    """Passages of whole blocks where they fit, without gaps: together they are the text."""
    passages: list[Span] = []
    start = 0
    for end in _stops(text, blocks):
        if end - start >= LEAST:
            passages.append(Span(start, end))
            start = end
    if start < len(text):
        passages.append(Span(start, len(text)))
    return passages


def _stops(text: str, blocks: Sequence[Block]) -> Iterator[int]:
    """Where a passage may end: before each block, and inside those that are too long."""
    starts = [block.start for block in blocks[1:]]
    at = 0
    for stop in (*starts, len(text)):
        while stop - at > MOST:
            at = _inside(text, at)
            yield at
        at = stop
        yield at


def _inside(text: str, start: int) -> int:
    """A place to cut after `start`: behind a sentence, else between words, else anywhere."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start + LEAST, start + MOST)]
    if ends:
        return ends[-1]
    space = text.rfind(" ", start + LEAST, start + MOST)
    return space + 1 if space >= 0 else start + MOST
