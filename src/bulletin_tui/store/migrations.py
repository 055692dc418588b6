"""The schema of `state.db`, as numbered steps that each run in one transaction.

A step may add tables and columns; it never renames or removes one, so that an older program can
still read, though never write, what a newer one made.
"""

from __future__ import annotations

import secrets
import sqlite3
from typing import TYPE_CHECKING

from bulletin_tui.store.database import pragma_number, transaction

if TYPE_CHECKING:
    from collections.abc import Callable

APPLICATION_ID = 0x42554C4C
"""`BULL` in ASCII: https://www.sqlite.org/fileformat.html#application_id"""

_FIRST_TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    # What is known of every article that has a mark, a position or a read flag, so that its
    # marks still have a name when the article is gone.
    """
    CREATE TABLE document (
        id TEXT PRIMARY KEY,
        text_hash TEXT NOT NULL,
        title TEXT NOT NULL,
        source TEXT,
        paths TEXT NOT NULL,
        recorded_at TEXT NOT NULL
    ) STRICT
    """,
    # Texts that differ in white space alone share a text hash, but not their offsets: the
    # digest is that of the very text.
    "CREATE TABLE text_version (digest TEXT PRIMARY KEY, text BLOB NOT NULL) STRICT",
    """
    CREATE TABLE annotation (
        id TEXT NOT NULL,
        revision INTEGER NOT NULL,
        document_id TEXT NOT NULL REFERENCES document (id),
        kind TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        text_hash TEXT NOT NULL,
        parser_version INTEGER NOT NULL,
        text_digest TEXT NOT NULL REFERENCES text_version (digest),
        color TEXT,
        note TEXT NOT NULL,
        tags TEXT NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        deleted INTEGER NOT NULL,
        device TEXT NOT NULL,
        clock INTEGER NOT NULL,
        checksum INTEGER NOT NULL,
        PRIMARY KEY (id, revision),
        UNIQUE (clock, device)
    ) STRICT
    """,
    "CREATE INDEX annotation_of_document ON annotation (document_id)",
    """
    CREATE TRIGGER annotation_is_never_overwritten BEFORE UPDATE ON annotation
    BEGIN SELECT RAISE(ABORT, 'a revision is never overwritten'); END
    """,
    """
    CREATE TRIGGER annotation_is_never_dropped BEFORE DELETE ON annotation
    BEGIN SELECT RAISE(ABORT, 'a revision is never dropped'); END
    """,
    """
    CREATE TABLE act (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        device TEXT NOT NULL,
        state TEXT NOT NULL,
        recorded_at TEXT NOT NULL
    ) STRICT
    """,
    # `before` is NULL for what the act created.
    """
    CREATE TABLE act_change (
        act_id INTEGER NOT NULL REFERENCES act (id),
        annotation_id TEXT NOT NULL,
        before INTEGER,
        after INTEGER NOT NULL,
        PRIMARY KEY (act_id, annotation_id),
        FOREIGN KEY (annotation_id, before) REFERENCES annotation (id, revision),
        FOREIGN KEY (annotation_id, after) REFERENCES annotation (id, revision)
    ) STRICT
    """,
    """
    CREATE TABLE position (
        document_id TEXT PRIMARY KEY REFERENCES document (id),
        top INTEGER NOT NULL,
        cursor INTEGER NOT NULL,
        recorded_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE read_mark (
        document_id TEXT PRIMARY KEY REFERENCES document (id),
        recorded_at TEXT NOT NULL
    ) STRICT
    """,
)


def _create(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in _FIRST_TABLES:
        connection.execute(statement)
    device = secrets.token_hex(8)
    connection.execute("INSERT INTO meta (key, value) VALUES ('device', ?)", (device,))


def _keep_recent_queries(connection: sqlite3.Connection) -> None:
    connection.execute(
        "CREATE TABLE recent_query (text TEXT PRIMARY KEY, asked_at TEXT NOT NULL) STRICT"
    )


_LINEAGE = (
    # Events that a revision was made in view of, as JSON; NULL stands for the row before it.
    "ALTER TABLE annotation ADD COLUMN parents TEXT",
    "ALTER TABLE annotation ADD COLUMN parents_checksum INTEGER",
    "CREATE TABLE annotation_head (id TEXT, revision INTEGER, PRIMARY KEY (id, revision)) STRICT",
    """
    INSERT INTO annotation_head (id, revision)
    SELECT id, max(revision) FROM annotation GROUP BY id
    """,
)


def _tell_lineage(connection: sqlite3.Connection) -> None:
    for statement in _LINEAGE:
        connection.execute(statement)


_LOGS = (
    # Ids of annotations that were removed for good: logs of other devices may still have them.
    "CREATE TABLE purged (id TEXT PRIMARY KEY) STRICT",
    "CREATE TABLE device (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT",
    # Up to where the logs of other devices have been read.
    """
    CREATE TABLE log_read (
        name TEXT PRIMARY KEY,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        read_to INTEGER NOT NULL,
        sample TEXT NOT NULL,
        bad INTEGER NOT NULL,
        device TEXT NOT NULL,
        read_at TEXT NOT NULL
    ) STRICT
    """,
    "DROP TRIGGER annotation_is_never_dropped",
    """
    CREATE TRIGGER annotation_is_never_dropped BEFORE DELETE ON annotation
    WHEN OLD.id NOT IN (SELECT id FROM purged)
    BEGIN SELECT RAISE(ABORT, 'a revision is never dropped'); END
    """,
)


def _read_logs(connection: sqlite3.Connection) -> None:
    for statement in _LOGS:
        connection.execute(statement)


_SUCCESSION = """
    CREATE TABLE succession (
        document_id TEXT PRIMARY KEY REFERENCES document (id),
        article_id TEXT NOT NULL,
        sketch BLOB NOT NULL,
        recorded_at TEXT NOT NULL
    ) STRICT
"""


def _follow_edited_files(connection: sqlite3.Connection) -> None:
    connection.execute(_SUCCESSION)


_PURGING = (
    # Where a purge stands among the numbers of rows, so that whoever follows them hears of it, and
    # the latest clock that went with it, so that no event is ever named alike.
    "ALTER TABLE purged ADD COLUMN number INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE purged ADD COLUMN clock INTEGER NOT NULL DEFAULT 0",
    # 0 as long as the journal or a backup may still have it.
    "ALTER TABLE purged ADD COLUMN is_cleaned INTEGER NOT NULL DEFAULT 1",
)


def _tell_purges(connection: sqlite3.Connection) -> None:
    for statement in _PURGING:
        connection.execute(statement)


def _add_folders(connection: sqlite3.Connection) -> None:
    connection.execute(
        """
        CREATE TABLE folder (
            path TEXT PRIMARY KEY,
            added_at TEXT NOT NULL,
            is_left_out INTEGER NOT NULL
        ) STRICT
        """
    )


def _correct_by_hand(connection: sqlite3.Connection) -> None:
    connection.execute(
        """
        CREATE TABLE correction (
            document_id TEXT NOT NULL REFERENCES document (id),
            field TEXT NOT NULL,
            value TEXT NOT NULL,
            corrected_at TEXT NOT NULL,
            PRIMARY KEY (document_id, field)
        ) STRICT
        """
    )


def _choose_encodings(connection: sqlite3.Connection) -> None:
    connection.execute(
        "CREATE TABLE encoding_choice"
        " (path TEXT PRIMARY KEY, encoding TEXT NOT NULL, chosen_at TEXT NOT NULL) STRICT"
    )


def _keep_sketches(connection: sqlite3.Connection) -> None:
    # Of the text by which an article is known again when no mark has kept the text itself.
    connection.execute(
        "CREATE TABLE document_sketch"
        " (document_id TEXT PRIMARY KEY REFERENCES document (id), sketch BLOB NOT NULL) STRICT"
    )


def _keep_words_at_positions(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE position ADD COLUMN words TEXT NOT NULL DEFAULT ''")


_STEPS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    _create,
    _keep_recent_queries,
    _tell_lineage,
    _read_logs,
    _follow_edited_files,
    _tell_purges,
    _add_folders,
    _correct_by_hand,
    _choose_encodings,
    _keep_sketches,
    _keep_words_at_positions,
)

SCHEMA_VERSION = len(_STEPS)
"""The `user_version` of a database with every step done."""


def migrate(connection: sqlite3.Connection) -> None:
    """Do the steps that are missing, in order. Raises sqlite3.Error."""
    for version, step in enumerate(_STEPS, start=1):
        with transaction(connection):
            if pragma_number(connection, "user_version") >= version:
                continue
            step(connection)
            _check_references(connection)
            connection.execute(f"PRAGMA user_version = {version}")


def _check_references(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise sqlite3.IntegrityError("a row refers to one that is not there")
