"""The encodings that the reader had chosen for files when an index was built from them.

Functions raise IndexUnavailableError.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bulletin_tui.search.failures import using_index
from bulletin_tui.search.writing import TRY_AGAIN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bulletin_tui.search.opening import Index

_ENCODINGS = "encodings"


def read_by_choices(index: Index, encodings: Mapping[str, str]) -> None:
    """Have files read again for which another encoding was chosen; inside a batch of a writer."""
    before = known_encodings(index)
    changed = {path for path, _encoding in before.items() ^ encodings.items()}
    if not changed:
        return
    with using_index():
        index.connection.executemany(
            "UPDATE file SET mtime_ns = ? WHERE path = ?",
            [(TRY_AGAIN, path) for path in changed],
        )
        index.connection.execute(
            "INSERT OR REPLACE INTO meta VALUES (?, ?)", (_ENCODINGS, json.dumps(dict(encodings)))
        )


def known_encodings(index: Index) -> dict[str, str]:
    """Those by which files were read last, or are to be read by the build under way, by path."""
    with using_index():
        row = index.connection.execute(
            "SELECT value FROM meta WHERE key = ?", (_ENCODINGS,)
        ).fetchone()
    chosen: dict[str, str] = json.loads(row[0]) if row is not None else {}
    return chosen
