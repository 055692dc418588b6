"""The tables of words: what an article has in them, put in and taken out.

They keep no text, so a row is taken out by giving the very tokens again that were put in.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from bulletin_tui.search.schema import WORD_TABLES
from bulletin_tui.search.spelling import shortenings
from bulletin_tui.search.tokens import label_token

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from bulletin_tui.search.wording import ArticleWords, Head

_PUT_IN = "INSERT INTO {0} (rowid, words) VALUES (?, ?)"
_TAKE_OUT = "INSERT INTO {0} ({0}, rowid, words) VALUES ('delete', ?, ?)"
_MOST_WAITING = 1 << 23
"""Code points of rows that wait to be put in: many at once into one table, which then is in the
processor's cache, take a tenth less of the time of a whole build than row by row into all three.
"""
_COUNT_WORD = """
INSERT INTO vocabulary (word, articles) VALUES (?, ?)
ON CONFLICT (word) DO UPDATE SET articles = articles + excluded.articles
"""
_FIND_UNKNOWN = """
SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM vocabulary WHERE word = value)
"""

_Row: TypeAlias = tuple[int, str]
"""The number of a row, and its tokens apart by spaces."""


class WordRows:
    """Belongs to the transactions of a writer. All methods raise sqlite3.Error."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._label_ids: dict[tuple[str, str], int] = {}
        self._counts: Counter[str] = Counter()
        self._waiting: dict[str, list[_Row]] = {table: [] for table in WORD_TABLES}
        self._size = 0

    def put_in_head(self, number: int, head: Head) -> None:
        """Have the article found by its title and names."""
        self._put_in("title_words", self._head_row(number, head))
        self._counts.update(head.vocabulary.split())

    def take_out_head(self, number: int, head: Head) -> None:
        """Undo `put_in_head`."""
        self._take_out("title_words", self._head_row(number, head))
        self._counts.subtract(head.vocabulary.split())

    def put_in_text(self, words: ArticleWords) -> None:
        """Have the article found by its text."""
        self._put_in("article_words", self._article_row(words))
        self._put_in("passage_words", *self._passage_rows(words))
        self._counts.update(words.vocabulary.split())

    def take_out_text(self, words: ArticleWords) -> None:
        """Undo `put_in_text`."""
        self._take_out("article_words", self._article_row(words))
        self._take_out("passage_words", *self._passage_rows(words))
        self._counts.subtract(words.vocabulary.split())

    def finish(self) -> None:
        """Put in what waits, and bring the vocabulary up to date with all that was changed."""
        self._put_in_waiting()
        changed = sorted((word, count) for word, count in self._counts.items() if count)
        new = self._unknown([word for word, count in changed if count > 0])
        self._connection.executemany(_COUNT_WORD, changed)
        self._connection.executemany(
            "INSERT OR IGNORE INTO shortened VALUES (?, ?)",
            ((short, word) for word in new for short in shortenings(word)),
        )
        self._counts.clear()

    def forget(self) -> None:
        """Drop what is not written yet, and what may never have been."""
        self._drop_waiting()
        self._counts.clear()
        self._label_ids.clear()

    def _put_in(self, table: str, *rows: _Row) -> None:
        self._waiting[table] += rows
        self._size += sum(len(tokens) for _number, tokens in rows)
        if self._size > _MOST_WAITING:
            self._put_in_waiting()

    def _put_in_waiting(self) -> None:
        for table, rows in self._waiting.items():
            self._connection.executemany(_PUT_IN.format(table), rows)
        self._drop_waiting()

    def _drop_waiting(self) -> None:
        self._waiting = {table: [] for table in WORD_TABLES}
        self._size = 0

    def _take_out(self, table: str, *rows: _Row) -> None:
        self._put_in_waiting()
        self._connection.executemany(_TAKE_OUT.format(table), rows)

    def _head_row(self, number: int, head: Head) -> _Row:
        return number, f"{head.tokens} {self._filters(head)}"

    def _article_row(self, words: ArticleWords) -> _Row:
        head, filters = words.head, self._filters(words.head)
        tokens = f"{head.vocabulary} {words.vocabulary} {head.title_filters} {filters}"
        return words.number, tokens

    def _passage_rows(self, words: ArticleWords) -> list[_Row]:
        filters = self._filters(words.head)
        return [
            (words.first_passage + at, f"{each} {filters}")
            for at, each in enumerate(words.passages)
        ]

    def _filters(self, head: Head) -> str:
        ids = [label_token(label[0], self._label_id(label)) for label in head.labels]
        return " ".join([head.periods, *ids])

    def _label_id(self, label: tuple[str, str]) -> int:
        known = self._label_ids.get(label)
        if known is None:
            self._connection.execute(
                "INSERT OR IGNORE INTO label (kind, name) VALUES (?, ?)", label
            )
            known = self._label_ids[label] = self._connection.execute(
                "SELECT id FROM label WHERE kind = ? AND name = ?", label
            ).fetchone()[0]
        return known

    def _unknown(self, words: Sequence[str]) -> list[str]:
        found = self._connection.execute(_FIND_UNKNOWN, (json.dumps(words),))
        return [word for (word,) in found]
