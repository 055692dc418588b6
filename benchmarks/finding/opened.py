"""A fresh process that opens an index and searches, and reports what that took, as JSON.

    python -m finding.opened ENGINE INDEX QUERY…

ENGINE is ours or tantivy.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from finding.ours import open_ours
from finding.peers import open_tantivy

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT = 50


def main() -> None:
    """Print one object."""
    engine, index, *queries = sys.argv[1:]
    before = anonymous_bytes()
    start = time.perf_counter()
    find = OPENERS[engine](Path(index))
    opening = _since(start)
    times = []
    for typed in queries:
        start = time.perf_counter()
        find(typed)
        times.append(_since(start))
    grown = anonymous_bytes() - before
    print(json.dumps({"opening": opening, "queries": times, "grown": grown}))


def _ours(path: Path) -> Callable[[str], object]:
    searcher = open_ours(path)
    return lambda typed: searcher.find_strict(typed, limit=LIMIT)


def _tantivy(path: Path) -> Callable[[str], object]:
    index = open_tantivy(path)
    return lambda typed: index.find(typed, LIMIT)


OPENERS: dict[str, Callable[[Path], Callable[[str], object]]] = {"ours": _ours, "tantivy": _tantivy}


def _since(start: float) -> float:
    return (time.perf_counter() - start) * 1000


def anonymous_bytes() -> int:
    """What this process holds in memory that is not a page of a file."""
    lines = Path("/proc/self/status").read_text().splitlines()
    fields = dict(line.split(":", 1) for line in lines)
    return int(fields["RssAnon"].split()[0]) * 1024


if __name__ == "__main__":
    main()
