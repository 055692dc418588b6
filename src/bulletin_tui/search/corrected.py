"""By which corrections the articles of an index were written: those of others are read again.

Functions belong inside a `batch` of the writer, and raise IndexUnavailableError.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bulletin_tui.search.failures import using_index
from bulletin_tui.search.preparing import prepare
from bulletin_tui.search.stored import restore
from bulletin_tui.search.writing import TRY_AGAIN
from bulletin_tui.text.by_hand import corrected

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bulletin_tui.search.opening import Index
    from bulletin_tui.search.preparing import PreparedArticle

_CORRECTED_BY = "corrected_by"


def known_corrections(index: Index) -> dict[str, dict[str, str]]:
    """The corrections that the index has, by article and field."""
    with using_index():
        row: tuple[str] | None = index.connection.execute(
            "SELECT value FROM meta WHERE key = ?", (_CORRECTED_BY,)
        ).fetchone()
        found: dict[str, dict[str, str]] = json.loads(row[0]) if row else {}
        return found


def note_corrections(index: Index, corrections: Mapping[str, Mapping[str, str]]) -> None:
    """Remember that these are the corrections of the articles as they are written."""
    values = {article_id: dict(each) for article_id, each in corrections.items()}
    with using_index():
        index.connection.execute(
            "INSERT OR REPLACE INTO meta VALUES (?, ?)",
            (_CORRECTED_BY, json.dumps(values, ensure_ascii=False)),
        )


def correct_by(index: Index, corrections: Mapping[str, Mapping[str, str]]) -> None:
    """Have the articles read again of which something else was corrected than the index has."""
    known = known_corrections(index)
    ids = {*known, *corrections}
    changed = [each for each in ids if known.get(each) != corrections.get(each)]
    if changed:
        with using_index():
            # One look at every file, however many corrections: files are not indexed by article.
            index.connection.execute(
                "UPDATE file SET mtime_ns = ? WHERE article IN (SELECT value FROM json_each(?))",
                (TRY_AGAIN, json.dumps(changed)),
            )
        note_corrections(index, corrections)


def as_corrected(
    prepared: PreparedArticle, corrections: Mapping[str, Mapping[str, str]]
) -> PreparedArticle:
    """The article as it is to be written."""
    values = corrections.get(prepared.key)
    return prepare(corrected(restore(prepared), values)) if values else prepared
