"""The printed lines of a document's pages, joined into paragraphs again."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bulletin_tui.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FULL = 0.75
"""Of the usual length: a line that is this long goes on in the next one."""
_ENDS = re.compile(r"[.!?…:;][\"”’)\]]*$")
_BEGINS_ANEW = re.compile(
    r"[-–•*+]\s|(?:[0-9]{1,2}|[a-zđ]|[IVX]{1,4})[.)]\s|(?:Điều|Chương|Mục)\s[0-9IVX]"
)
_UNFINISHED = re.compile(r"\s(?:số|của|và|về|ngày|tháng|of|the|and)$")
"""Words with which no title and no sentence ends: large print is wrapped sooner than the text."""
_HYPHEN = re.compile(r"(?<=[^\W\d_])-$")
_EDGE_LINES = 2
"""At the top and at the bottom of a page, where running heads and numbers stand."""
_FEWEST_PAGES = 3
_NUMBER = re.compile(r"[0-9]+")
_USUAL = 0.9
"""Of all lines, nine in ten are no longer than what counts as the usual length."""


def paragraphs(pages: Sequence[str]) -> list[str]:
    """Paragraphs, clean, over the ends of lines and pages; nothing is left out."""
    laid_out = [[" ".join(line.split()) for line in clean(page).split("\n")] for page in pages]
    running = _running(laid_out)
    lengths = sorted(len(line) for page in laid_out for line in page if line)
    usual = lengths[int(len(lengths) * _USUAL)] if lengths else 0
    joined: list[str] = []
    is_open = False
    for line, is_apart in _marked(laid_out, running):
        if not line:
            is_open = is_open and not is_apart
        elif is_apart:  # a running head: it stands alone, and what it interrupts goes on
            joined.insert(len(joined) - is_open, line)
        else:
            if is_open and _goes_on(joined[-1], line):
                joined[-1] = _join(joined[-1], line)
            else:
                joined.append(line)
            is_full = len(line) >= _FULL * usual and not _ends_short(line, usual)
            is_open = is_full or _UNFINISHED.search(line) is not None
    return joined


def _marked(pages: Sequence[Sequence[str]], running: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Lines, and whether each is a running head, or a blank line inside a page."""
    for page in pages:
        filled = [number for number, line in enumerate(page) if line]
        edges = {*filled[:_EDGE_LINES], *filled[-_EDGE_LINES:]}
        inner = filled[0] if filled else 0, filled[-1] if filled else 0
        for number, line in enumerate(page):
            if line:
                yield line, number in edges and _likeness(line) in running
            else:
                yield line, inner[0] < number < inner[1]


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """What stands at the edge of most pages, numbers aside."""
    counts: Counter[str] = Counter()
    for page in pages:
        filled = [line for line in page if line]
        counts.update({_likeness(line) for line in (*filled[:_EDGE_LINES], *filled[-_EDGE_LINES:])})
    fewest = max(_FEWEST_PAGES, len(pages) / 2)
    return frozenset(line for line, count in counts.items() if count >= fewest)


def _likeness(line: str) -> str:
    return _NUMBER.sub("0", line)


def _ends_short(line: str, usual: int) -> bool:
    return _ENDS.search(line) is not None and len(line) < usual * (1 + _FULL) / 2


def _goes_on(before: str, line: str) -> bool:
    is_list = before.endswith((":", ";")) and line[:1].isupper()
    return not is_list and not _BEGINS_ANEW.match(line)


def _join(before: str, line: str) -> str:
    if _HYPHEN.search(before) and line[:1].islower():
        return before[:-1] + line
    return f"{before} {line}"
