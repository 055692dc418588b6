"""The catalogue in the index: a snapshot of what lists show, and articles one by one.

Everything raises IndexUnavailableError.
"""

from __future__ import annotations

import json
import os
from array import array
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bulletin_tui.model.library import RECENT, Entry, Group, Library
from bulletin_tui.search.built_from import known_problems
from bulletin_tui.search.failures import using_index
from bulletin_tui.search.stored import find_stored_by_key, load_article
from bulletin_tui.text.collation import collation_key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from bulletin_tui.model.article import Article, ArticleSummary
    from bulletin_tui.search.opening import Index

_ENTRIES = """
SELECT id, key, title, source, place, substr(dated, 1, 4) FROM article
ORDER BY dated DESC, title, key -- what has no date has an empty one, which comes last
"""
_AT_PATHS = """
SELECT DISTINCT article FROM file
WHERE article IS NOT NULL AND path IN (SELECT value FROM json_each(?))
"""
_IN_FOLDER = """
SELECT DISTINCT article.id FROM file JOIN article ON article.key = file.article
WHERE path >= ? AND path < ?
"""
_COUNT_IN_FOLDER = "SELECT count(DISTINCT article) FROM file WHERE path >= ? AND path < ?"
# A file that is to be read again has no time, and comes last.
_RECENT = """
SELECT DISTINCT article.id
FROM (SELECT article AS key FROM file WHERE article IS NOT NULL ORDER BY mtime_ns DESC LIMIT ?)
JOIN article USING (key)
"""
# What is left of a path once its folders are taken off is its name.
_NAMED = """
SELECT article FROM file WHERE article IS NOT NULL
    AND replace(path, rtrim(path, replace(path, '/', '')), '') IN (SELECT value FROM json_each(?))
UNION SELECT key FROM article WHERE title IN (SELECT value FROM json_each(?))
"""


def find_version(index: Index) -> int:
    """A number that changes when another process has written to the index."""
    with using_index():
        return index.version()


def load_library(index: Index, folders: Sequence[Path] = ()) -> Library:
    """Every article as lists show it, as of one moment; with `folders`, by these too."""
    with _reading(index) as connection:
        position_of = array("I", bytes(4 * (_greatest_number(connection) + 1)))

        def positions(question: str, values: Sequence[object] = ()) -> array[int]:
            return array("I", (position_of[row[0]] for row in connection.execute(question, values)))

        def in_folder(folder: Path) -> Group:
            found = positions(_IN_FOLDER, _range_of(folder))
            return Group(str(folder), array("I", sorted(found)))

        return Library(
            _entries(connection, position_of),
            known_problems(index),
            name_key=collation_key,
            order_by_id=lambda: positions("SELECT id FROM article ORDER BY key"),
            find_folders=lambda: tuple(map(in_folder, folders)),
            find_recent=lambda: sorted(positions(_RECENT, [RECENT])) if folders else (),
        )


def count_in(index: Index, folders: Iterable[Path]) -> tuple[int, ...]:
    """How many articles there are in each of these folders."""
    with _reading(index) as connection:
        rows = (connection.execute(_COUNT_IN_FOLDER, _range_of(each)) for each in folders)
        return tuple(row.fetchone()[0] for row in rows)


def _range_of(folder: Path) -> tuple[str, str]:
    """The paths of what is in a folder are from the first on, and before the second."""
    below = os.path.join(folder, "")  # noqa: PTH118 - with the separator at its end
    return below, below[:-1] + chr(ord(os.sep) + 1)


def newest_ids(index: Index, limit: int) -> tuple[str, ...]:
    """The first ids of the library, much sooner than the library."""
    with _reading(index) as connection:
        rows = connection.execute(
            "SELECT key FROM article ORDER BY dated DESC, title, key LIMIT ?", (limit,)
        )
        return tuple(key for (key,) in rows)


def _greatest_number(connection: sqlite3.Connection) -> int:
    row: tuple[int] = connection.execute("SELECT coalesce(max(id), 0) FROM article").fetchone()
    return row[0]


def _entries(connection: sqlite3.Connection, position_of: array[int]) -> Iterator[Entry]:
    """The articles in order; where each one comes is noted by its number on the way."""
    for position, (number, *entry) in enumerate(connection.execute(_ENTRIES)):
        position_of[number] = position
        yield Entry(*entry)


def find_article(index: Index, article_id: str) -> Article | None:
    """The whole article, as it was when it was put in."""
    with _reading(index) as connection:
        stored = find_stored_by_key(connection, article_id)
        return load_article(connection, stored) if stored is not None else None


def find_summary(index: Index, article_id: str) -> ArticleSummary | None:
    """What is known about an article, without its text."""
    with _reading(index) as connection:
        stored = find_stored_by_key(connection, article_id)
        return stored.summary() if stored is not None else None


def ids_at(index: Index, paths: Collection[str]) -> tuple[str, ...]:
    """The articles that stand in these files."""
    return _ids(index, _AT_PATHS, paths)


def ids_named(
    index: Index, file_names: Collection[str], titles: Collection[str]
) -> tuple[str, ...]:
    """The articles whose file, in whatever folder, or whose title has one of these names.

    Looks at every article once.
    """
    return _ids(index, _NAMED, file_names, titles)


def _ids(index: Index, question: str, *wanted: Collection[str]) -> tuple[str, ...]:
    values = [json.dumps(tuple(each)) for each in wanted]
    with _reading(index) as connection:
        return tuple(row[0] for row in connection.execute(question, values))


def find_text_hashes(index: Index, ids: Collection[str]) -> dict[str, str]:
    """The text hash of each of these articles that is there."""
    with _reading(index) as connection:
        rows: list[tuple[str, bytes]] = connection.execute(
            "SELECT key, text_hash FROM article WHERE key IN (SELECT value FROM json_each(?))",
            (json.dumps(tuple(ids)),),
        ).fetchall()
        return {key: text_hash.hex() for key, text_hash in rows}


def texts(index: Index) -> dict[str, str]:
    """The article of every text, by text hash."""
    with _reading(index) as connection:
        rows = connection.execute("SELECT text_hash, key FROM article")
        return {text_hash.hex(): key for text_hash, key in rows}


def files_below(index: Index, folder: str) -> dict[str, str]:
    """The article in each file below the folder, by path."""
    first, last = f"{folder.rstrip('/')}/", f"{folder.rstrip('/')}0"  # `0` is what follows `/`
    with _reading(index) as connection:
        rows = connection.execute(
            "SELECT path, article FROM file WHERE path > ? AND path < ? AND article IS NOT NULL",
            (first, last),
        )
        return dict(rows.fetchall())


def find_file_status(index: Index, path: str) -> tuple[int, int] | None:
    """Size in bytes and time of change in nanoseconds of a file when it was put in."""
    with _reading(index) as connection:
        row: tuple[int, int] | None = connection.execute(
            "SELECT size, mtime_ns FROM file WHERE path = ?", (path,)
        ).fetchone()
        return row


@contextmanager
def _reading(index: Index) -> Iterator[sqlite3.Connection]:
    """Everything read inside is of one moment."""
    with using_index(), index.one_moment():
        yield index.connection
