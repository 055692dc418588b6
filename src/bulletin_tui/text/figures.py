"""The figures of a text, by which the report of one month is told from that of the next."""

from __future__ import annotations

import re
from collections import Counter

FEWEST = 4
"""With fewer, figures tell nothing."""
_FIGURE = re.compile(r"\d+(?:[.,/:-]\d+)*")


def kept_figures(old: str, new: str) -> float:
    """How many of the figures of one text, dates too, stand in the other: 0 to 1.

    1 where there are too few to tell.
    """
    figures = Counter(_FIGURE.findall(old))
    if figures.total() < FEWEST:
        return 1.0
    return (figures & Counter(_FIGURE.findall(new))).total() / figures.total()
