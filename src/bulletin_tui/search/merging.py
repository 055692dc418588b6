"""Tidying the tables of words in small steps, so that a search reads few segments of each.

A step is one short transaction. `optimize` is never used: it rewrites everything at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.search.failures import using_index
from bulletin_tui.search.schema import WORD_TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bulletin_tui.search.opening import Index

FEWEST_SEGMENTS = 2
"""Of one level that are merged into one of the next; SQLite itself waits for four."""
PAGES_A_STEP = 64
"""Written at a time; a step takes some milliseconds."""
_LEAST_CHANGES = 2
"""SQLite's own: a step that changed fewer rows found nothing to merge."""


def merge_in_steps(index: Index) -> Iterator[None]:
    """Merge until nothing is left to merge, giving way after each step.

    Raises IndexUnavailableError.
    """
    for table in WORD_TABLES:
        with using_index():
            _command(index, table, "usermerge", FEWEST_SEGMENTS)
        while _merge(index, table):
            yield


def _merge(index: Index, table: str) -> bool:
    """Take one step; whether there was anything to merge."""
    before = index.connection.total_changes
    with using_index():
        _command(index, table, "merge", PAGES_A_STEP)
    return index.connection.total_changes - before >= _LEAST_CHANGES


def _command(index: Index, table: str, name: str, value: int) -> None:
    index.connection.execute(
        f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)",  # noqa: S608 - a name of the schema
        (name, value),
    )
