"""Writing the index: articles added, changed and removed, each batch in one transaction.

An article comes into the catalogue first, where it is found by its title; the words of its text
may follow later, and are those of the text that the index keeps.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from bulletin_tui.search.failures import using_index
from bulletin_tui.search.schema import WORD_TABLES
from bulletin_tui.search.stored import (
    find_number,
    find_stored_by_key,
    load_passages,
    load_text,
    row_of,
)
from bulletin_tui.search.unworded import has_words, load_words, put_off, settle
from bulletin_tui.search.word_rows import WordRows
from bulletin_tui.search.wording import stored_head, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bulletin_tui.search.opening import Index
    from bulletin_tui.search.preparing import PreparedArticle
    from bulletin_tui.search.stored import StoredArticle
    from bulletin_tui.search.wording import ArticleWords

_ADD_ARTICLE = """
INSERT INTO article (key, text_hash, title, source, place, dated, metadata, paths, layout,
    provenance, folded, words, length, first_passage, passages)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_TABLES = ("article", "passage", "unworded", "file", "label", "vocabulary", "shortened")


TRY_AGAIN = -1
"""The time noted for a file that the next build is to read again, changed or not; none has it."""


class FileState(NamedTuple):
    """A file as it was when its article was taken from it; there may be very many."""

    path: str
    size: int
    mtime_ns: int
    article_id: str | None
    """None when there is no article in it."""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """A file whose article has an id that another text, of other files, has already."""

    path: str
    article_id: str
    other_paths: tuple[str, ...]


class IndexWriter:
    """Changes an index that was opened for writing. All methods raise IndexUnavailableError."""

    def __init__(self, index: Index) -> None:
        self._connection = index.connection
        self._words = WordRows(index.connection)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """All changes inside are there at once, or none."""
        with using_index():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._words.finish()
                self._connection.execute("COMMIT")
            except BaseException:
                self._forget_pending()
                raise

    def write(self, articles: Iterable[PreparedArticle]) -> list[Clash]:
        """Add articles as `catalogue` does, with their words; inside a `batch`."""
        clashes: list[Clash] = []
        for article in articles:
            stored = find_stored_by_key(self._connection, article.key)
            if stored is None:
                row = self._add(article)
                self._words.put_in_text(words_of(row, article.passages, article.head))
                continue
            clashes += self._bring_up_to_date(article, stored)
            number = find_number(self._connection, article.key)
            if number is not None and not has_words(self._connection, number):
                self.put_words_in(load_words(self._connection, number))
        return clashes

    def catalogue(self, articles: Iterable[PreparedArticle]) -> list[Clash]:
        """Add articles, or put them in the place of those with their ids; inside a `batch`.

        The same text in another file gets one more path, and is known by what the first of its
        paths says of it. An article with the id of another that is still in its file is left out,
        and told.
        """
        clashes: list[Clash] = []
        for article in articles:
            stored = find_stored_by_key(self._connection, article.key)
            if stored is None:
                self._add_without_words(article)
            else:
                clashes += self._bring_up_to_date(article, stored)
        return clashes

    def put_words_in(self, words: ArticleWords) -> None:
        """Have an article that has no words yet found by its text; inside a `batch`."""
        self._words.put_in_text(words)
        settle(self._connection, words.number)

    def remove(self, article_ids: Iterable[str]) -> None:
        """Take articles out; inside a `batch`."""
        for key in article_ids:
            self._take_out(key)

    def clear(self) -> None:
        """Take every article and file out; inside a `batch`."""
        for table in WORD_TABLES:
            self._connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")  # noqa: S608 - our own names
        for table in _TABLES:
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608
        self._words.forget()

    def record_files(self, files: Iterable[FileState]) -> None:
        """Remember files as they are now; inside a `batch`."""
        self._connection.executemany("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?)", files)

    def read_by(self, version: str) -> None:
        """Have every file read again if another version read them; inside a `batch`."""
        if self._note("read_by", version):
            self._connection.execute("UPDATE file SET mtime_ns = ?", (TRY_AGAIN,))

    def word_problems_in(self, language: str) -> None:
        """Have the files that could not be read tried again if that was said in another language.

        Inside a `batch`.
        """
        if self._note("worded_in", language):
            self._connection.execute(
                "UPDATE file SET mtime_ns = ? WHERE problem <> ''", (TRY_AGAIN,)
            )

    def _note(self, name: str, value: str) -> bool:
        """Remember how the index was built; whether that is news."""
        known: tuple[str] | None = self._connection.execute(
            "SELECT value FROM meta WHERE key = ?", (name,)
        ).fetchone()
        self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
        return known != (value,)

    def forget_files(self, paths: Iterable[str]) -> list[str]:
        """Drop files, and the articles that are in no other; inside a `batch`.

        Returns the files to be read again: an article that was in a file dropped and is in others
        too is known by what the first of these says of it.
        """
        heirs: list[str] = []
        for path in paths:
            row = self._connection.execute(
                "DELETE FROM file WHERE path = ? RETURNING article", (path,)
            ).fetchone()
            if row and row[0] is not None:
                heirs += self._drop_path(row[0], path)
        self._connection.executemany(
            "UPDATE file SET mtime_ns = ? WHERE path = ?", ((TRY_AGAIN, heir) for heir in heirs)
        )
        return heirs

    def _bring_up_to_date(self, article: PreparedArticle, stored: StoredArticle) -> Iterator[Clash]:
        others = [path for path in stored.unpacked_paths() if path not in article.paths]
        paths = tuple(sorted({*others, *article.paths}))
        if others and stored.text_hash != bytes.fromhex(article.text_hash):
            yield Clash(article.paths[0], article.key, tuple(others))
        elif paths[0] not in article.paths or self._is_stored(article, stored):
            self._set_paths(article.key, paths)
        else:
            self._take_out(article.key)
            self._add_without_words(replace(article, paths=paths))

    def _is_stored(self, article: PreparedArticle, stored: StoredArticle) -> bool:
        """Whether the index has it as it is; texts of one hash may differ in their setting."""
        known = (stored.title, stored.metadata, stored.layout, stored.provenance)
        if known != (article.title, article.metadata, article.layout, article.provenance):
            return False
        return load_text(self._connection, stored) == "".join(
            passage.text for passage in article.passages
        )

    def _add_without_words(self, article: PreparedArticle) -> None:
        put_off(self._connection, self._add(article).number, article.head)

    def _add(self, article: PreparedArticle) -> StoredArticle:
        """Everything but the words of its text; the caller puts them in, or off."""
        first = self._next_passage()
        row = row_of(article, number=0, first_passage=first)
        number = self._connection.execute(
            _ADD_ARTICLE,
            (
                row.key,
                row.text_hash,
                row.title,
                article.source,
                article.place,
                row.dated,
                row.metadata,
                row.paths,
                row.layout,
                row.provenance,
                row.folded,
                row.words,
                row.length,
                first,
                row.passages,
            ),
        ).lastrowid
        if number is None:
            raise sqlite3.InternalError("an article was added without an id")
        self._connection.executemany(
            "INSERT INTO passage VALUES (?, ?, ?, ?)",
            (
                (first + at, number, each.start, each.text)
                for at, each in enumerate(article.passages)
            ),
        )
        self._words.put_in_head(number, article.head)
        return row._replace(number=number)

    def _take_out(self, key: str) -> None:
        stored = find_stored_by_key(self._connection, key)
        if stored is None:
            return
        number, first = stored.number, stored.first_passage
        head = stored_head(stored)
        if has_words(self._connection, number):
            passages = load_passages(self._connection, stored)
            self._words.take_out_text(words_of(stored, passages, head))
        self._words.take_out_head(number, head)
        settle(self._connection, number)
        self._connection.execute("DELETE FROM article WHERE id = ?", (number,))
        self._connection.execute(
            "DELETE FROM passage WHERE id BETWEEN ? AND ?",
            (first, first + stored.passages - 1),
        )

    def _next_passage(self) -> int:
        row: tuple[int] = self._connection.execute(
            "SELECT coalesce(max(id), 0) + 1 FROM passage"
        ).fetchone()
        return row[0]

    def _set_paths(self, key: str, paths: Sequence[str]) -> None:
        self._connection.execute(
            "UPDATE article SET paths = ? WHERE key = ?",
            (json.dumps(paths, ensure_ascii=False), key),
        )

    def _drop_path(self, key: str, path: str) -> Iterator[str]:
        """The file whose word on the article counts from now on, if that was this one's."""
        stored = find_stored_by_key(self._connection, key)
        if stored is None:
            return
        left = [each for each in stored.unpacked_paths() if each != path]
        if not left:
            self._take_out(key)
            return
        self._set_paths(key, left)
        if path < left[0]:
            yield left[0]

    def _forget_pending(self) -> None:
        self._words.forget()
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
