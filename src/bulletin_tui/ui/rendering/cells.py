"""How many terminal cells text takes.

Most text is one cell a character, which one regular expression tells; only the rest is measured.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterator

# Latin with every Vietnamese letter, Greek, Cyrillic, and the punctuation, currency and drawing
# signs that terminals agree on; a line feed takes no part in measuring and may pass.
_EVEN = (
    "\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u0391-\u03a1"
    "\u03a3-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2500-\u25fc"
)
_EVEN_RUN = re.compile(f"[{_EVEN}]*")
_JOINER = "\u200d"


def is_even(text: str, start: int, end: int) -> bool:
    """Whether every character of `text[start:end]` takes exactly one cell."""
    found = _EVEN_RUN.match(text, start, end)
    return found is not None and found.end() == end


def cell_width(text: str, start: int = 0, end: int | None = None) -> int:
    """The cells that `text[start:end]` takes."""
    stop = len(text) if end is None else end
    return stop - start if is_even(text, start, stop) else cell_len(text[start:stop])


def clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Start, end and cells of each run that must not be cut: a letter and what is joined to it."""
    while start < end:
        stop = start + 1
        while stop < end and (
            text[stop] == _JOINER or text[stop - 1] == _JOINER or cell_len(text[stop]) == 0
        ):
            stop += 1
        yield start, stop, cell_len(text[start:stop])
        start = stop


def cluster_end(text: str, offset: int, end: int) -> int:
    """Where the cluster that begins at `offset` ends; `end` at most."""
    return next((stop for _start, stop, _cells in clusters(text, offset, end)), end)


def cell_of_offset(text: str, start: int, end: int, offset: int) -> int:
    """The first cell of the cluster of `text[start:end]` that holds `offset`."""
    if is_even(text, start, end):
        return offset - start
    return sum(width for _begin, stop, width in clusters(text, start, end) if stop <= offset)


def offset_at_cell(text: str, start: int, end: int, cell: int) -> int:
    """The start of the cluster of `text[start:end]` that covers `cell`; `end` beyond the last."""
    if is_even(text, start, end):
        return max(start, min(start + cell, end))
    used = 0
    for begin, _stop, width in clusters(text, start, end):
        if cell < used + width:
            return begin
        used += width
    return end


def cut_to_cells(text: str, width: int) -> str:
    """`text`, cut with an ellipsis where it takes more than `width` cells."""
    if cell_width(text) <= width:
        return text
    return text[: offset_at_cell(text, 0, len(text), max(0, width - 1))] + "…" if width > 0 else ""
