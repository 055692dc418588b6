"""The tables of words: what an article has in them, put in and taken out.

They keep no text, so a row is taken out by giving the very tokens again that were put in.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from bulletin_tui.search.spelling import shortenings
from bulletin_tui.search.tokens import label_token

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from bulletin_tui.search.wording import ArticleWords, Head

_PUT_IN = "INSERT INTO {0} (rowid, words) VALUES (?, ?)"
_TAKE_OUT = "INSERT INTO {0} ({0}, rowid, words) VALUES ('delete', ?, ?)"
_COUNT_WORD = """
INSERT INTO vocabulary (word, articles) VALUES (?, ?)
ON CONFLICT (word) DO UPDATE SET articles = articles + excluded.articles
"""
_FIND_UNKNOWN = """
SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM vocabulary WHERE word = value)
"""


class WordRows:
    """Belongs to the transactions of a writer. All methods raise sqlite3.Error."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._label_ids: dict[tuple[str, str], int] = {}
        self._counts: Counter[str] = Counter()

    def put_in_head(self, number: int, head: Head) -> None:
        """Have the article found by its title and names."""
        self._change_head(_PUT_IN, number, head)
        self._counts.update(head.vocabulary.split())

    def take_out_head(self, number: int, head: Head) -> None:
        """Undo `put_in_head`."""
        self._change_head(_TAKE_OUT, number, head)
        self._counts.subtract(head.vocabulary.split())

    def put_in_text(self, words: ArticleWords) -> None:
        """Have the article found by its text."""
        self._change_text(_PUT_IN, words)
        self._counts.update(words.vocabulary.split())

    def take_out_text(self, words: ArticleWords) -> None:
        """Undo `put_in_text`."""
        self._change_text(_TAKE_OUT, words)
        self._counts.subtract(words.vocabulary.split())

    def count(self) -> None:
        """Bring the vocabulary up to date with what was put in and taken out."""
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
        self._counts.clear()
        self._label_ids.clear()

    def _change_head(self, change: str, number: int, head: Head) -> None:
        tokens = f"{head.tokens} {self._filters(head)}"
        self._connection.execute(change.format("title_words"), (number, tokens))

    def _change_text(self, change: str, words: ArticleWords) -> None:
        head, filters = words.head, self._filters(words.head)
        tokens = f"{head.vocabulary} {words.vocabulary} {head.title_filters} {filters}"
        self._connection.execute(change.format("article_words"), (words.number, tokens))
        self._connection.executemany(
            change.format("passage_words"),
            [
                (words.first_passage + at, f"{each} {filters}")
                for at, each in enumerate(words.passages)
            ],
        )

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
