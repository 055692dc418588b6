"""The tables of `index.db`: the catalogue of articles, their passages, and the words of both.

The words are folded and joined to pairs before they come here (`tokens`), and each table of words
only says which rows hold a word: where it stands is read off the text again. Of the articles that
are `unworded` only titles and names are in these tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.packing import PACKING_VERSION
from bulletin_tui.search.tokens import TOKENS_VERSION

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID = 0x42_49_44_58
_TABLES_VERSION = 6
INDEX_VERSION = (_TABLES_VERSION * 100 + TOKENS_VERSION) * 100 + PACKING_VERSION
"""An index of another version is built anew."""

_WORDS = "content='', detail=none, columnsize=0, tokenize=\"ascii tokenchars '_'\""
_TABLES = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    text_hash BLOB NOT NULL,
    title TEXT NOT NULL,
    source TEXT,
    place TEXT,
    dated TEXT NOT NULL,
    metadata TEXT NOT NULL,
    paths TEXT NOT NULL,
    layout TEXT NOT NULL,
    provenance TEXT NOT NULL,
    folded TEXT NOT NULL,
    words INTEGER NOT NULL,
    length INTEGER NOT NULL,
    first_passage INTEGER NOT NULL,
    passages INTEGER NOT NULL
) STRICT;

CREATE INDEX article_listed ON article (dated DESC, title, key, source, place);

CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    start INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE unworded (article INTEGER PRIMARY KEY, head TEXT NOT NULL) STRICT;

CREATE TABLE file (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    article TEXT,
    problem TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE label (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (kind, name)
) STRICT;

CREATE TABLE vocabulary (
    word TEXT PRIMARY KEY,
    articles INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE shortened (
    short TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (short, word)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE title_words USING fts5(words, {_WORDS});
CREATE VIRTUAL TABLE passage_words USING fts5(words, {_WORDS});
CREATE VIRTUAL TABLE article_words USING fts5(words, {_WORDS});
"""
_SETTINGS = {"hashsize": 32 * 1024 * 1024, "automerge": 8}
"""Bytes of new words before they become a segment, and the segments that are merged at once: fewer
and later merges while an index is built, which `merging` makes up for when there is time.
"""
WORD_TABLES = ("title_words", "passage_words", "article_words")


def create_tables(connection: sqlite3.Connection) -> None:
    """Fill a database that is empty. Raises sqlite3.Error."""
    connection.executescript(f"BEGIN IMMEDIATE; {_TABLES}")
    for table in WORD_TABLES:
        for name, value in _SETTINGS.items():
            connection.execute(
                f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)",  # noqa: S608 - our own names
                (name, value),
            )
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {INDEX_VERSION}")
    connection.execute("COMMIT")
