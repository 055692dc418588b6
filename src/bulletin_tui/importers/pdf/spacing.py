"""How a document is set: the sizes of its print, how far apart its lines are, where they begin."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bulletin_tui.importers.pdf.printed import PrintedLine, PrintedPage

_FEWEST_GAPS = 4
"""Of one size of print, to know how far apart its lines are."""
_USUAL_RATIO = 1.2
_WIDER = 1.25
"""Times the usual gap: more is a gap between paragraphs."""
_OTHER_PRINT = 0.08
"""Of its size: print that differs more is another paragraph's."""
_WIDER_CAPITAL = 0.4
"""Of the width of a small letter, by which a capital is wider."""
_AT_MARGIN = 2.0
_LEAST_INDENT, MOST_INDENT = 8.0, 60.0
_FEWEST_AT_MARGIN = 0.15
"""Of the lines of a page."""
_FEWEST_INDENTED, MOST_INDENTED = 0.05, 0.7
"""Of the lines of a document whose paragraphs begin with an indent."""


class Spacing:
    """What is usual in one document; lengths are in points."""

    def __init__(self, pages: Sequence[PrintedPage]) -> None:
        lines = [line for page in pages for line in page.lines if not line.is_sideways]
        self.size = _commonest((line.size, len(line.text)) for line in lines)
        """Of most of its print."""
        self._gaps = _usual_gaps(pages)
        self.gap = self._gaps.get(self.size) or _commonest((gap, 1) for gap in _gaps_of(pages))
        """Between two lines of a paragraph."""
        self._margins = [_margins(page) for page in pages]
        indented = [
            self.is_indented(line, at) for at, page in enumerate(pages) for line in page.lines
        ]
        share = sum(indented) / len(indented) if indented else 0.0
        self.has_indents = _FEWEST_INDENTED <= share <= MOST_INDENTED
        """Whether paragraphs begin with an indent."""

    def is_apart(self, above: PrintedLine, below: PrintedLine) -> bool:
        """Whether more than the end of a line is between two lines of a page."""
        if is_other_print(above, below):
            return True
        ratio = self.gap / self.size if self.size and self.gap else _USUAL_RATIO
        usual = self._gaps.get(below.size, ratio * below.size)
        return below.depth - above.depth > _WIDER * usual > 0

    def length(self, line: PrintedLine) -> float:
        """How long a line is, in small letters of the usual size."""
        scale = line.size / self.size if line.size and self.size else 1.0
        return scale * (len(line.text) + _WIDER_CAPITAL * sum(map(str.isupper, line.text)))

    def is_at_margin(self, line: PrintedLine, page: int) -> bool:
        """Whether a line begins where most lines of its column do."""
        return any(abs(line.left - margin) <= _AT_MARGIN for margin in self._margins[page])

    def is_indented(self, line: PrintedLine, page: int) -> bool:
        """Whether a line begins a little to the right of the others of its column."""
        return any(
            _LEAST_INDENT <= line.left - margin <= MOST_INDENT for margin in self._margins[page]
        )


def is_other_print(above: PrintedLine, below: PrintedLine) -> bool:
    """Whether two lines are too different in size for one paragraph."""
    return abs(above.size - below.size) > _OTHER_PRINT * above.size


def _usual_gaps(pages: Sequence[PrintedPage]) -> dict[float, float]:
    """By the size of the print, of which there are enough lines to know."""
    gaps: dict[float, Counter[float]] = {}
    for above, below in _neighbours(pages):
        if above.size == below.size and below.depth > above.depth:
            counts = gaps.setdefault(below.size, Counter())
            counts[round(below.depth - above.depth, 1)] += 1
    enough = ((size, counts) for size, counts in gaps.items() if counts.total() >= _FEWEST_GAPS)
    return {size: counts.most_common(1)[0][0] for size, counts in enough}


def _gaps_of(pages: Sequence[PrintedPage]) -> Iterator[float]:
    for above, below in _neighbours(pages):
        if below.depth > above.depth:
            yield round(below.depth - above.depth, 1)


def _neighbours(pages: Sequence[PrintedPage]) -> Iterator[tuple[PrintedLine, PrintedLine]]:
    for page in pages:
        yield from zip(page.lines, page.lines[1:], strict=False)


def _margins(page: PrintedPage) -> list[float]:
    """Where the columns of a page begin: there lines begin that are not few."""
    counts = Counter(round(line.left) for line in page.lines)
    fewest = _FEWEST_AT_MARGIN * len(page.lines)
    margins: list[float] = []
    for left in sorted(left for left, count in counts.items() if count >= fewest):
        if not margins or left - margins[-1] > MOST_INDENT:
            margins.append(float(left))
    return margins


def _commonest(weighed: Iterable[tuple[float, int]]) -> float:
    counts: Counter[float] = Counter()
    for value, weight in weighed:
        counts[value] += weight
    return counts.most_common(1)[0][0] if counts else 0.0
