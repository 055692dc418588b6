"""An index with what is remembered of it between two searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.search.built_from import count_unworded
from bulletin_tui.search.entries import Entries
from bulletin_tui.search.filters import Labels
from bulletin_tui.search.lexicon import Lexicon
from bulletin_tui.search.opening import open_index
from bulletin_tui.search.preparing import prepare
from bulletin_tui.search.writing import IndexWriter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.model.article import Article
    from bulletin_tui.search.opening import Index


class Shelf:
    """What searches share; it belongs to one thread. Its methods raise sqlite3.Error."""

    def __init__(self, index: Index, articles: Sequence[Article] = ()) -> None:
        self.index = index
        self.lexicon = Lexicon(index)
        self.labels = Labels(index)
        self.entries = Entries(index, {article.id: article for article in articles})
        self._version = index.version()
        self._count: int | None = None
        self._unworded: int | None = None

    @property
    def count(self) -> int:
        """The articles in the index."""
        if self._count is None:
            row: tuple[int] = self.index.connection.execute(
                "SELECT count(*) FROM article"
            ).fetchone()
            self._count = row[0]
        return self._count

    @property
    def unworded(self) -> int:
        """The articles that are found by their titles only."""
        if self._unworded is None:
            self._unworded = count_unworded(self.index)
        return self._unworded

    def refresh(self) -> None:
        """Forget what is remembered if another connection has written since."""
        version = self.index.version()
        if version != self._version:
            self._version = version
            self._count = self._unworded = None
            self.lexicon = Lexicon(self.index)
            self.labels.clear()
            self.entries.clear()


def index_in_memory(articles: Sequence[Article]) -> Index:
    """An index of these articles that is made now. Raises IndexUnavailableError."""
    index = open_index(None)
    writer = IndexWriter(index)
    with writer.batch():
        writer.write(map(prepare, articles))
    return index
