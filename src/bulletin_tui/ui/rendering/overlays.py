"""What is painted over the text: marks, search matches, the selection and the passage cursor."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from bulletin_tui.model.annotation import AnchorState

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bulletin_tui.model.annotation import AnnotationKind, HighlightColor
    from bulletin_tui.model.article import Span


class _Ranged(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_R = TypeVar("_R", bound=_Ranged)


class RangeIndex(Generic[_R]):
    """Ranges of text, given in any order, and those that touch a stretch found by bisection."""

    def __init__(self, ranges: Sequence[_R] = ()) -> None:
        self._ranges = sorted(ranges, key=lambda found: (found.start, -found.end))
        self._starts = [found.start for found in self._ranges]
        self._furthest = list(accumulate((found.end for found in self._ranges), max))

    def touching(self, start: int, end: int) -> Iterator[_R]:
        """The ranges that share a code point with `[start, end)`, by start, outermost first."""
        first = bisect_right(self._furthest, start)
        last = bisect_left(self._starts, end)
        for found in self._ranges[first:last]:
            if found.end > start:
                yield found


@dataclass(frozen=True, slots=True)
class PaintedMark:
    """An annotation as the text shows it."""

    id: str
    span: Span
    color: HighlightColor | None
    """None for bookmarks."""
    kind: AnnotationKind
    has_note: bool = False
    state: AnchorState = AnchorState.KEPT
    """A place that was found again in a changed text should be looked at."""

    @property
    def start(self) -> int:
        """Where its span begins."""
        return self.span.start

    @property
    def end(self) -> int:
        """Where its span ends."""
        return self.span.end


@dataclass(frozen=True, slots=True)
class Overlays:
    """Everything painted over one document; replaced whole."""

    marks: RangeIndex[PaintedMark] = field(default_factory=RangeIndex)
    matches: RangeIndex[Span] = field(default_factory=RangeIndex)
    current_match: Span | None = None
    selection: Span | None = None
    cursor_block: int | None = None
