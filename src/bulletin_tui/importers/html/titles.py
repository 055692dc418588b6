"""The title in `<title>`, without the name of the site before or behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_BETWEEN = re.compile(r"\s+(?:[-–—|»«·•:]|::)\s+|\s*\|\s*")
_FEWEST_WORDS = 3
"""A part with fewer is hardly a title when another part has more."""
_MOST_PARTS = 8
SURE, LIKELY, UNSURE = 0.85, 0.65, 0.5


def without_site(title: str, site: str | None, lines: Collection[str]) -> tuple[str, float]:
    """The title and how sure it is; `lines` are the page's lines in lower case.

    A part of the title that is a line of the page is the title; else what is left without the
    site's name is; else the first part, if the last is no longer than a name.
    """
    parts = _BETWEEN.split(title)
    if title.lower() in lines:
        return title, SURE
    if not 1 < len(parts) <= _MOST_PARTS:
        return title, LIKELY
    for run in _runs(title, len(parts)):
        if run.lower() in lines and len(run.split()) >= _FEWEST_WORDS:
            return run, SURE
    if site and parts[-1].lower() == site.lower():
        return _runs(title, len(parts))[0], LIKELY
    if site and parts[0].lower() == site.lower():
        return _runs(title, len(parts))[1], LIKELY
    if len(parts[0].split()) >= _FEWEST_WORDS and len(parts[-1].split()) < len(title.split()) / 2:
        return _runs(title, len(parts))[0], UNSURE
    return title, UNSURE


def _runs(title: str, count: int) -> list[str]:
    """Parts of the title in a row, the longest first, those at its beginning before the others."""
    breaks = [(0, 0), *(found.span() for found in _BETWEEN.finditer(title))]
    ends = [*(start for start, _end in breaks[1:]), len(title)]
    return [
        title[breaks[first][1] : ends[first + length - 1]]
        for length in range(count - 1, 0, -1)
        for first in range(count - length + 1)
    ]
