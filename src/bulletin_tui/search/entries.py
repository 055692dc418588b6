"""The articles of an index as they are weighed, kept for the next key that is typed."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from bulletin_tui.search.corpus import Entry
from bulletin_tui.search.stored import find_stored, load_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bulletin_tui.model.article import Article
    from bulletin_tui.search.opening import Index
    from bulletin_tui.search.stored import StoredArticle

MOST_KEPT = 2 * 1024 * 1024
"""Code points of the articles that are kept at least: what was weighed last is weighed again."""


class Entries:
    """Entries by the numbers of their articles; `articles` are those that are in memory anyway."""

    def __init__(self, index: Index, articles: Mapping[str, Article]) -> None:
        self._index = index
        self._articles = articles
        self._kept: OrderedDict[int, Entry] = OrderedDict()
        self._size = 0

    def clear(self) -> None:
        """Forget all of them: the index has changed."""
        self._kept.clear()
        self._size = 0

    def find(self, numbers: Sequence[int]) -> Iterator[Entry]:
        """The entries in this order, but for articles that have gone. Raises sqlite3.Error."""
        unknown = [number for number in numbers if number not in self._kept]
        loaded = {each.number: each for each in find_stored(self._index.connection, unknown)}
        for number in numbers:
            entry = self._kept.get(number)
            if entry is None and number in loaded:
                entry = self._load(loaded[number])
                self._keep(number, entry)
            if entry is not None:
                yield entry

    def _load(self, stored: StoredArticle) -> Entry:
        article = self._articles.get(stored.key)
        return Entry(article or load_article(self._index.connection, stored))

    def _keep(self, number: int, entry: Entry) -> None:
        self._kept[number] = entry
        self._size += len(entry.article.text)
        while self._size > MOST_KEPT and len(self._kept) > 1:
            _number, oldest = self._kept.popitem(last=False)
            self._size -= len(oldest.article.text)
