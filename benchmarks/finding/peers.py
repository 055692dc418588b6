"""Tantivy on folded text, which is all that an engine without Vietnamese needs to be told.

Every word must be there, the last one as far as it is typed; when nothing has them all, any may
be. It is built with one writer thread, and holds the place of each word: it knows phrases.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import tantivy
from tantivy import Occur, Query

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
    """An open index: with `is_fuzzy`, every word may have one slip, but is better without."""

    index: tantivy.Index
    searcher: tantivy.Searcher
    is_fuzzy: bool
    completes: bool
    """Whether the last word may go on, as it may while one types."""

    def find(self, typed: str, limit: int) -> list[str]:
        """The ids of the articles found, best first."""
        words = _WORD.findall(fold(typed))
        if not words:
            return []
        return self._find(words, limit, Occur.Must) or self._find(words, limit, Occur.Should)

    def _find(self, words: list[str], limit: int, occur: Occur) -> list[str]:
        query = self._query(words, occur)
        hits = self.searcher.search(query, limit, count=False).hits
        return [self.searcher.doc(address)["id"][0] for _score, address in hits]

    def _query(self, words: list[str], occur: Occur) -> Query:
        """What may be part of a word or have a slip scores the same; what is whole, more."""
        is_open = self.completes and words[-1].isalnum()
        whole = words[:-1] if is_open else words
        parts = [(occur, self._completed(words[-1]))] if is_open else []
        if whole:
            parts.append((occur, self._parsed(whole, occur, is_fuzzy=self.is_fuzzy)))
        if is_open or self.is_fuzzy:
            plain = words if self.is_fuzzy else words[-1:]
            parts.append((Occur.Should, self._parsed(plain, Occur.Should, is_fuzzy=False)))
        return Query.boolean_query(parts)

    def _parsed(self, words: list[str], occur: Occur, *, is_fuzzy: bool) -> Query:
        return self.index.parse_query(
            " ".join(words),
            FIELDS,
            field_boosts={} if is_fuzzy else BOOSTS,
            fuzzy_fields=ONE_SLIP if is_fuzzy else {},
            conjunction_by_default=occur is Occur.Must,
        )

    def _completed(self, word: str) -> Query:
        slips = int(self.is_fuzzy)
        fields = [
            Query.fuzzy_term_query(self.index.schema, field, word, distance=slips, prefix=True)
            for field in FIELDS
        ]
        return Query.boolean_query([(Occur.Should, each) for each in fields])


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


def open_tantivy(folder: Path, *, is_fuzzy: bool = False, completes: bool = True) -> Tantivy:
    """Open what was built."""
    index = tantivy.Index.open(str(folder))
    return Tantivy(index, index.searcher(), is_fuzzy, completes)


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
