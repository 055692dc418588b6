"""Lines that a program broke at a margin: which of them belong to one paragraph.

A line was broken where the first word of the next would not have fitted. One is chance; a text is
taken for broken when most of its lines are, and some of them in the middle of a sentence.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NARROWEST, _WIDEST = 55, 130
"""In code points: verses are narrower, and paragraphs on one line are wider."""
_LEAST_BROKEN = 4
_MOST_BROKEN_SHARE = 0.6
_MID_SENTENCE_SHARE = 0.3
_OPENS = re.compile(
    r"[•●▪■►*+–—-]\s|(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,4}[.)]|[a-zđ]\)|[IVX]{1,5}\.)\s|(?:Điều"
    r"|Chương|Mục)\s[0-9IVX]|\|"
)
_CODE = re.compile(
    r"[;{}]$|^(?:import|from|def|class|return|if|for|while|var|let|const|public)\b|[=(]$"
    r"|^\s*(?://|#|/\*)"
)
_MARGIN_SHARE = 0.9
_FULL_SHARE = 0.8


def joined_lines(text: str, lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of lines, those of one paragraph joined; as they are when nothing was broken."""
    if len(lines) <= _LEAST_BROKEN:
        return list(lines)
    adjacent = [
        text.count("\n", end, start) == 1 for (_start, end), (start, _end) in pairwise(lines)
    ]
    margin = _margin(lines, adjacent)
    if not _NARROWEST <= margin <= _WIDEST:
        return list(lines)
    broken = [
        is_adjacent and _is_broken(text, lines[number], lines[number + 1], margin)
        for number, is_adjacent in enumerate(adjacent)
    ]
    if not _is_wrapped(text, lines, adjacent, broken, margin):
        return list(lines)
    return _joined(lines, broken)


def _margin(lines: Sequence[tuple[int, int]], adjacent: Sequence[bool]) -> int:
    """The length that few of the lines with a line below them exceed."""
    lengths = sorted(
        end - start
        for (start, end), is_adjacent in zip(lines, adjacent, strict=False)
        if is_adjacent
    )
    return lengths[min(len(lengths) - 1, int(len(lengths) * _MARGIN_SHARE))] if lengths else 0


def _is_broken(text: str, line: tuple[int, int], below: tuple[int, int], margin: int) -> bool:
    start, end = line
    if end - start > margin * 1.3 or _OPENS.match(text, below[0]):
        return False
    space = text.find(" ", below[0], below[1])
    word = (space if space >= 0 else below[1]) - below[0]
    return end - start + 1 + word > margin * 0.92 and not text.startswith(" ", below[0] - 1)


def _is_wrapped(
    text: str,
    lines: Sequence[tuple[int, int]],
    adjacent: Sequence[bool],
    broken: Sequence[bool],
    margin: int,
) -> bool:
    count = sum(broken)
    full = sum(
        is_adjacent and end - start >= _FULL_SHARE * margin
        for is_adjacent, (start, end) in zip(adjacent, lines, strict=False)
    )
    if count < _LEAST_BROKEN or count < _MOST_BROKEN_SHARE * full:
        return False
    inside = code = 0
    for number, is_broken in enumerate(broken):
        start, end = lines[number]
        code += bool(_CODE.search(text[max(start, end - 200) : end]))
        inside += (
            is_broken and text[lines[number + 1][0]].islower() and text[end - 1] not in ".;{}!?"
        )
    return inside >= _MID_SENTENCE_SHARE * count and code < 0.2 * len(lines)


def _joined(lines: Sequence[tuple[int, int]], broken: Sequence[bool]) -> list[tuple[int, int]]:
    joined = [lines[0]]
    for number, is_broken in enumerate(broken):
        below = lines[number + 1]
        if is_broken:
            joined[-1] = (joined[-1][0], below[1])
        else:
            joined.append(below)
    return joined
