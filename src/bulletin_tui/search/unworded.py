"""The articles that are listed and whose text has no words in the index yet.

The head of each is kept with it, as it was put in, so that nobody makes it again from the article.
"""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

from bulletin_tui.search.stored import find_stored, load_passages, reading_values
from bulletin_tui.search.wording import head_from_values, words_of

if TYPE_CHECKING:
    from bulletin_tui.search.wording import ArticleWords, Head


def put_off(connection: sqlite3.Connection, number: int, head: Head) -> None:
    """Leave the words of an article's text to later. Raises sqlite3.Error."""
    values = json.dumps(head.values(), ensure_ascii=False)
    connection.execute("INSERT INTO unworded VALUES (?, ?)", (number, values))


def settle(connection: sqlite3.Connection, number: int) -> None:
    """The words are there, or the article is not any more. Raises sqlite3.Error."""
    connection.execute("DELETE FROM unworded WHERE article = ?", (number,))


def has_words(connection: sqlite3.Connection, number: int) -> bool:
    """Whether the words of an article's text are in the index. Raises sqlite3.Error."""
    return _find_head(connection, number) is None


def unworded(connection: sqlite3.Connection) -> list[int]:
    """The articles whose text has no words in the index yet, in order. Raises sqlite3.Error."""
    rows = connection.execute("SELECT article FROM unworded ORDER BY article")
    return [number for (number,) in rows]


def load_words(connection: sqlite3.Connection, number: int) -> ArticleWords:
    """The words of an article that has none in the index yet. Raises sqlite3.Error."""
    values = _find_head(connection, number)
    if values is None:
        raise sqlite3.DatabaseError(f"article {number} does not wait for its words")
    with reading_values():
        head = head_from_values(json.loads(values))
    (stored,) = find_stored(connection, [number])
    return words_of(stored, load_passages(connection, stored), head)


def _find_head(connection: sqlite3.Connection, number: int) -> str | None:
    row: tuple[str] | None = connection.execute(
        "SELECT head FROM unworded WHERE article = ?", (number,)
    ).fetchone()
    return row[0] if row else None
