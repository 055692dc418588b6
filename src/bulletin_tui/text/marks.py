"""Combining marks as a character class, for the patterns of the other modules.

`re` has no class for them: they are read from the blocks that hold all but those of plane 14.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby

_BLOCKS = (
    range(0x0300, 0x0370),
    range(0x0483, 0x048A),
    range(0x0591, 0x1E00),
    range(0x20D0, 0x2100),
    range(0x2CEF, 0x2CF2),
    range(0x2D7F, 0x2E00),
    range(0x302A, 0x309B),
    range(0xA66F, 0xAC00),
    range(0xFB1E, 0xFB1F),
    range(0xFE00, 0xFE30),
    range(0x101FD, 0x10380),
    range(0x10A00, 0x12000),
    range(0x16AF0, 0x17000),
    range(0x1BC9D, 0x1BCA0),
    range(0x1CF00, 0x1D250),
    range(0x1DA00, 0x1E950),
)


def _is_mark(code: int) -> bool:
    return unicodedata.category(chr(code)).startswith("M")


def _mark_ranges() -> str:
    ranges = []
    for block in _BLOCKS:
        for is_mark, codes in groupby(block, _is_mark):
            if is_mark:
                run = list(codes)
                ranges.append(f"{chr(run[0])}-{chr(run[-1])}")
    return "".join(ranges)


MARKS = _mark_ranges()
"""What goes between the brackets of a character class."""
