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

PAGES_A_STEP = 64
"""Written at a time; a step takes some milliseconds."""
_LEAST_CHANGES = 2
"""SQLite's own: a step that changed fewer rows found nothing to merge."""


def merge_in_steps(index: Index) -> Iterator[None]:
    """Merge until nothing is left to merge, giving way after each step.

    Raises IndexUnavailableError.
    """
    connection = index.connection
    for table in WORD_TABLES:
        merge = f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)"  # noqa: S608
        while True:
            before = connection.total_changes
            with using_index():
                connection.execute(merge, (PAGES_A_STEP,))
            if connection.total_changes - before < _LEAST_CHANGES:
                break
            yield
