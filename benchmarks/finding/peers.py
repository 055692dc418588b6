"""Tantivy on folded text, which is all that an engine without Vietnamese needs to be told.

Every word must be there; when nothing has them all, any may be. It is built with one writer
thread, and holds the place of each word, so that it knows phrases.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import tantivy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from finding.corpus import Story

FIELDS = ["title", "body"]
BOOSTS = {"title": 2.0}
ONE_SLIP = dict.fromkeys(FIELDS, (False, 1, True))
HEAP_BYTES = 128 << 20
_WORD = re.compile(r'"[^"]+"|[^\W_]+')


@dataclass(frozen=True, slots=True)
class Tantivy:
    """An open index; with `is_fuzzy`, every word may have one slip, but is better without."""

    index: tantivy.Index
    searcher: tantivy.Searcher
    is_fuzzy: bool

    def find(self, typed: str, limit: int) -> list[str]:
        """The ids of the articles found, best first."""
        words = " ".join(_WORD.findall(fold(typed)))
        if not words:
            return []
        return self._find(words, limit, every=True) or self._find(words, limit, every=False)

    def _find(self, words: str, limit: int, *, every: bool) -> list[str]:
        query = (
            self._fuzzy(words, every=every) if self.is_fuzzy else self._plain(words, every=every)
        )
        hits = self.searcher.search(query, limit, count=False).hits
        return [self.searcher.doc(address)["id"][0] for _score, address in hits]

    def _plain(self, words: str, *, every: bool) -> tantivy.Query:
        return self.index.parse_query(
            words, FIELDS, field_boosts=BOOSTS, conjunction_by_default=every
        )

    def _fuzzy(self, words: str, *, every: bool) -> tantivy.Query:
        """All that matches with a slip scores the same; what matches without scores more."""
        slipped = self.index.parse_query(
            words, FIELDS, fuzzy_fields=ONE_SLIP, conjunction_by_default=every
        )
        plain = self._plain(words, every=False)
        return tantivy.Query.boolean_query(
            [(tantivy.Occur.Must, slipped), (tantivy.Occur.Should, plain)]
        )


def build_tantivy(stories: Iterable[Story], folder: Path) -> None:
    """Index every story in an empty folder, to the end of the last merge."""
    index = tantivy.Index(_schema(), path=str(folder))
    writer = index.writer(HEAP_BYTES, num_threads=1)
    for story in stories:
        writer.add_document(
            tantivy.Document(id=story.id, title=fold(story.title), body=fold(story.body))
        )
    writer.commit()
    writer.wait_merging_threads()


def open_tantivy(folder: Path, *, is_fuzzy: bool = False) -> Tantivy:
    """Open what was built."""
    index = tantivy.Index.open(str(folder))
    return Tantivy(index, index.searcher(), is_fuzzy)


def fold(text: str) -> str:
    """Bare lower-case letters, in the quickest way: no offset need be kept."""
    parts = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return parts.encode("ascii", "ignore").decode()


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for field in FIELDS:
        builder.add_text_field(field)
    return builder.build()
