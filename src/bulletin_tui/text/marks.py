"""Combining marks as a character class, for the patterns of the other modules.

`re` has no class for them: they are read from the blocks that hold those of the basic plane, which
is every mark of living languages but a few; `ASTRAL_BLOCKS` holds the others but for plane 14.
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
ASTRAL_BLOCKS = (
    "\U000101fd-\U0001037f\U00010a00-\U00011fff\U00016af0-\U00016fff"
    "\U0001bc9d-\U0001bc9f\U0001cf00-\U0001d24f\U0001da00-\U0001e94f"
)
"""The same for marks of the other planes, but many letters and symbols are between them."""
