"""What can be said of the index that is there, without building it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.search.built_from import (
    built_at,
    count_articles,
    find_damage,
    known_problems,
    seen_at,
)
from bulletin_tui.search.opening import find_identity, open_index
from bulletin_tui.search.place import check_place
from bulletin_tui.search.schema import INDEX_VERSION

if TYPE_CHECKING:
    from datetime import datetime

    from bulletin_tui.model.library import FileProblem
    from bulletin_tui.paths import Paths

CHECK_S = 5.0
"""Looking for damage ends after this time; an index may be very large."""


@dataclass(frozen=True, slots=True)
class IndexCondition:
    """What can be said of the index that is there."""

    articles: int
    version: int
    size: int
    """In bytes."""
    built_at: datetime | None
    """When it was last complete; None if it never was."""
    problems: tuple[FileProblem, ...]


def find_condition(paths: Paths) -> IndexCondition | None:
    """What state the index is in; None if there is none. Raises IndexUnavailableError."""
    check_place(paths.index_db)
    try:
        size = paths.index_db.stat().st_size
    except OSError:
        return None
    with open_index(paths.index_db) as index:
        return IndexCondition(
            articles=count_articles(index),
            version=INDEX_VERSION,  # another one cannot be opened
            size=size,
            built_at=built_at(index),
            problems=known_problems(index),
        )


def find_damage_within(paths: Paths) -> str:
    """What is wrong with the index that is there, in SQLite's words; empty if it seems sound.

    Reads all of it, unless that takes too long. Raises IndexUnavailableError.
    """
    with open_index(paths.index_db) as index:
        return find_damage(index, CHECK_S)


def lists_articles(paths: Paths) -> bool:
    """Whether there is an index with something to read in it; none that is just being made has."""
    try:
        with open_index(paths.index_db) as index:
            return count_articles(index) > 0
    except IndexUnavailableError:
        return False


def find_folders_seen(paths: Paths) -> dict[str, datetime]:
    """When each folder of the index was last there, by its path. Raises IndexUnavailableError."""
    if find_identity(paths.index_db) is None:
        return {}
    with open_index(paths.index_db) as index:
        return seen_at(index)
