"""The one place of the benchmark that knows how the project builds and opens its index."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bulletin_tui.search.opening import open_index
from bulletin_tui.search.preparing import prepare
from bulletin_tui.search.stored import find_stored_by_key, load_article
from bulletin_tui.search.writing import IndexWriter
from bulletin_tui.services.searching import Searcher

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bulletin_tui.model.article import Article

BATCH = 500
"""Articles that are written in one transaction."""


def build_ours(articles: Iterable[Article], path: Path) -> None:
    """Index every article in this process."""
    rest = iter(articles)
    with open_index(path, for_writing=True) as index:
        writer = IndexWriter(index)
        while some := list(islice(rest, BATCH)):
            with writer.batch():
                writer.write(map(prepare, some))


class Upkeep:
    """An index open for small changes, each in a transaction of its own."""

    def __init__(self, path: Path) -> None:
        self._index = open_index(path, for_writing=True)
        self._writer = IndexWriter(self._index)

    def write(self, article: Article) -> None:
        """Add an article, or put it in the place of the one with its id."""
        with self._writer.batch():
            self._writer.write([prepare(article)])

    def remove(self, article_id: str) -> None:
        """Take an article out."""
        with self._writer.batch():
            self._writer.remove([article_id])

    def close(self) -> None:
        """Close the index."""
        self._index.close()


def open_ours(path: Path) -> Searcher:
    """Open what was built, to be searched in this thread."""
    connection = open_index(path).connection
    keys = [key for (key,) in connection.execute("SELECT key FROM article ORDER BY id")]
    stored = (find_stored_by_key(connection, key) for key in keys)
    return Searcher([load_article(connection, each) for each in stored if each])


def interrupt(_searcher: Searcher) -> None:
    """End the search under way, from another thread."""


def count_articles(path: Path) -> int:
    """How many articles an index has that may be in the making."""
    with open_index(path) as index:
        row: tuple[int] = index.connection.execute("SELECT count(*) FROM article").fetchone()
        return row[0]
