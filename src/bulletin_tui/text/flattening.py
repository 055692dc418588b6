"""A text without its setting: white space, quotes and dashes unified, each gap one space.

Unlike the forms of `fold` it is shorter than the text, and carries the way back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from bulletin_tui.model.article import Span
from bulletin_tui.text.fold import unify

_GAP = re.compile("  +")


@dataclass(frozen=True, slots=True)
class FlatText:
    """The flat text, and where code points of the original are missing from it."""

    text: str
    cuts: list[int]
    """Offsets in `text`, ascending from 0."""
    removed: list[int]
    """How many code points are missing before each cut."""

    def original(self, span: Span) -> Span:
        """The span of the original text that became `span`, which is not empty."""
        return Span(self._offset(span.start), self._offset(span.end - 1) + 1)

    def _offset(self, offset: int) -> int:
        return offset + self.removed[bisect_right(self.cuts, offset) - 1]


def flatten(text: str) -> FlatText:
    """The flat form of a text; its first and last space stay."""
    unified = unify(text)
    cuts, removed = [0], [0]
    for gap in _GAP.finditer(unified):
        cuts.append(gap.start() + 1 - removed[-1])
        removed.append(removed[-1] + len(gap[0]) - 1)
    return FlatText(_GAP.sub(" ", unified), cuts, removed)
