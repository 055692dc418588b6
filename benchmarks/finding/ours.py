"""The one place of the benchmark that knows how the project builds and opens its index."""

from __future__ import annotations

import sys
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING

from bulletin_tui.importers.guarding import parse_guarded
from bulletin_tui.library.articles import make_article
from bulletin_tui.library.files import read_article_bytes
from bulletin_tui.search import built_from
from bulletin_tui.search.merging import merge_in_steps
from bulletin_tui.search.opening import open_index
from bulletin_tui.search.preparing import prepare
from bulletin_tui.search.writing import IndexWriter
from bulletin_tui.services.indexing import BUILDER
from bulletin_tui.services.searching import Searcher
from bulletin_tui.workers.build_order import BuildOrder
from bulletin_tui.workers.building import BATCH_FILES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bulletin_tui.model.article import Article


def build_ours(articles: Iterable[Article], path: Path) -> None:
    """Index every article in this process."""
    rest = iter(articles)
    with open_index(path, for_writing=True) as index:
        writer = IndexWriter(index)
        while some := list(islice(rest, BATCH_FILES)):
            with writer.batch():
                writer.write(map(prepare, some))
        deque(merge_in_steps(index), maxlen=0)


def build_from_files(files: Iterable[Path], path: Path) -> None:
    """Index files in this process: read, parse, prepare and write one after the other."""
    build_ours(map(_read, files), path)


def builder_command(path: Path) -> tuple[str, ...]:
    """The program that does the same with workers, as `builder_order` says."""
    return (sys.executable, "-m", BUILDER, str(path))


def builder_order(folder: Path) -> bytes:
    """What the builder is given on stdin, which has to stay open."""
    return BuildOrder((folder,)).to_line().encode() + b"\n"


def _read(path: Path) -> Article:
    return make_article(parse_guarded(read_article_bytes(path), path.name), path)


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
    return Searcher(open_index(path))


def count_articles(path: Path) -> int:
    """How many articles are found by their words in an index that may be in the making."""
    with open_index(path) as index:
        return built_from.count_articles(index) - built_from.count_unworded(index)
