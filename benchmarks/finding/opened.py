"""A fresh process that opens an index and searches, and reports what that took, as JSON.

    python -m finding.opened ENGINE INDEX QUERY…

ENGINE is ours, whose first stage is timed, or tantivy. The memory is that after all queries went
through both stages as well.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from finding.ours import open_ours
from finding.peers import open_tantivy

Find: TypeAlias = Callable[[str], object]
LIMIT = 50


def main() -> None:
    """Print one object."""
    engine, index, *queries = sys.argv[1:]
    before = anonymous_bytes()
    start = time.perf_counter()
    find, find_more = OPENERS[engine](Path(index))
    opening = _since(start)
    times = []
    for typed in queries:
        start = time.perf_counter()
        find(typed)
        times.append(_since(start))
    for typed in queries:
        find_more(typed)
    grown = anonymous_bytes() - before
    print(json.dumps({"opening": opening, "queries": times, "grown": grown}))


def _ours(path: Path) -> tuple[Find, Find]:
    searcher = open_ours(path)
    return partial(searcher.find_strict, limit=LIMIT), partial(searcher.find, limit=LIMIT)


def _tantivy(path: Path) -> tuple[Find, Find]:
    find = partial(open_tantivy(path).find, limit=LIMIT)
    return find, find


OPENERS = {"ours": _ours, "tantivy": _tantivy}


def _since(start: float) -> float:
    return (time.perf_counter() - start) * 1000


def anonymous_bytes() -> int:
    """What this process holds in memory that is not a page of a file."""
    lines = Path("/proc/self/status").read_text().splitlines()
    fields = dict(line.split(":", 1) for line in lines)
    return int(fields["RssAnon"].split()[0]) * 1024


if __name__ == "__main__":
    main()
