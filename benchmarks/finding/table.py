"""Tables that are read in a terminal: words on the left, figures on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def print_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """The first column is as wide as its words, every other as its figures."""
    lines = [tuple(heads), *map(tuple, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    print(f"\n{title}")
    for line in lines:
        cells = [cell.rjust(width) for cell, width in zip(line, widths, strict=True)]
        print("  " + "  ".join([line[0].ljust(widths[0]), *cells[1:]]).rstrip(), flush=True)


def quantile(series: Sequence[float], share: float) -> float:
    """The value that `share` of the series does not exceed; not a number when it is empty."""
    if not series:
        return float("nan")
    return sorted(series)[min(len(series) - 1, int(share * len(series)))]


def times(ours: float, theirs: float) -> str:
    """How many times theirs ours is."""
    return f"{ours / theirs:.2f} ×" if theirs else "–"
