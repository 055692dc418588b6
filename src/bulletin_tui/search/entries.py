"""The articles of an index as they are weighed, kept for the next key that is typed."""

from __future__ import annotations

import json
from collections import OrderedDict
from functools import cached_property
from typing import TYPE_CHECKING

from bulletin_tui.model.article import Document, Span
from bulletin_tui.model.packing import block_spans, unpack_layout
from bulletin_tui.search.stored import find_stored, load_text, reading_values
from bulletin_tui.search.texts import ArticleEntry, Place, StoredEntry, place_in
from bulletin_tui.search.thinning import LONGEST_WHOLE, thinned
from bulletin_tui.search.unfolded import unfolded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bulletin_tui.model.article import Article
    from bulletin_tui.search.opening import Index
    from bulletin_tui.search.retrieving import Sought
    from bulletin_tui.search.stored import StoredArticle
    from bulletin_tui.search.texts import Entry

MOST_KEPT = 512 * 1024
"""Code points of the articles that are kept at least: what was weighed last is weighed again."""


class WholeEntry(StoredEntry):
    """An article of the index with all of its text."""

    def __init__(self, stored: StoredArticle, text: str) -> None:
        super().__init__(stored, unfolded(text, stored.folded_spans()))

    @cached_property
    def blocks(self) -> Sequence[Span]:
        """The blocks in order."""
        with reading_values():
            spans = block_spans(json.loads(self._stored.layout))
        return spans or [Span(0, len(self.body.raw))]

    @cached_property
    def _document(self) -> Document:
        with reading_values():
            blocks, _inlines = unpack_layout(json.loads(self._stored.layout))
        return Document(self.body.raw, blocks)

    def place(self, offset: int) -> Place:
        """Where an offset is."""
        return place_in(self._document, offset)


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

    def find(
        self, numbers: Sequence[int], wanted: Sequence[Sought], unwanted: Sequence[Sought]
    ) -> Iterator[tuple[int, Entry]]:
        """Numbers and entries in this order, but for articles that have gone. Raises sqlite3.Error.

        Of an article as long as a book only the passages with the terms are there.
        """
        kept = {number: self._kept[number] for number in numbers if number in self._kept}
        unknown = [number for number in numbers if number not in kept]
        loaded = {each.number: each for each in find_stored(self._index.connection, unknown)}
        for number in numbers:
            if number in kept:
                if number in self._kept:
                    self._kept.move_to_end(number)
                yield number, kept[number]
            elif number in loaded:
                yield number, self._load(loaded[number], wanted, unwanted)

    def _load(
        self, stored: StoredArticle, wanted: Sequence[Sought], unwanted: Sequence[Sought]
    ) -> Entry:
        connection = self._index.connection
        if stored.length > LONGEST_WHOLE:
            return thinned(connection, stored, wanted, unwanted)
        article = self._articles.get(stored.key)
        entry = (
            WholeEntry(stored, load_text(connection, stored))
            if article is None
            else ArticleEntry(article)
        )
        self._keep(stored.number, entry)
        return entry

    def _keep(self, number: int, entry: Entry) -> None:
        self._kept[number] = entry
        self._size += len(entry.body.raw)
        while self._size > MOST_KEPT and len(self._kept) > 1:
            _number, oldest = self._kept.popitem(last=False)
            self._size -= len(oldest.body.raw)
