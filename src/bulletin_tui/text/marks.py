"""Combining marks as a character class, for the patterns of the other modules.

`re` has no class for them: they are read from the blocks that hold those of the basic plane, which
is every mark of living languages but a few; `ASTRAL_BLOCKS` holds the others but for plane 14, and
those that Unicode has yet to add.
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
)


def is_mark(char: str) -> bool:
    """Whether `char` combines with what stands before it."""
    return unicodedata.category(char).startswith("M")


def _mark_ranges() -> str:
    ranges = []
    for block in _BLOCKS:
        for marks, run in groupby(map(chr, block), is_mark):
            if marks:
                first, *others = run
                ranges.append(f"{first}-{others[-1] if others else first}")
    return "".join(ranges)


MARKS = _mark_ranges()
"""What goes between the brackets of a character class."""
ASTRAL_BLOCKS = "\U00010000-\U0001efff"
"""The scripts of plane 1: every mark of the other planes, and many letters and symbols too."""
