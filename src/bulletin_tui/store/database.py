"""The one connection to `state.db`: its settings, its transactions, and nothing of what it holds.

A connection belongs to the thread that opened it.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from bulletin_tui.store.failures import LOCK_TIMEOUT_SECONDS, reading_in_words, saving_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# EXTRA also syncs the folder after the journal is unlinked: without it a power cut can bring
# back a journal and undo a commit. https://www.sqlite.org/pragma.html#pragma_synchronous
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",
)


def connect(
    file: Path, *, mode: str = "rw", lock_timeout_s: float | None = None
) -> sqlite3.Connection:
    """Connect to a file that exists; `mode` is `rw` or `ro`. Raises sqlite3.Error."""
    return _with_settings(f"{file.absolute().as_uri()}?mode={mode}", lock_timeout_s)


def connect_to_copy(file: Path) -> sqlite3.Connection:
    """Connect to a file that nobody writes, to read it: no lock is taken, no journal played back.

    Raises sqlite3.Error.
    """
    return _with_settings(f"{file.absolute().as_uri()}?mode=ro&immutable=1")


def connect_in_memory() -> sqlite3.Connection:
    """Connect to a database that is gone when it is closed."""
    return _with_settings("file::memory:")


def _with_settings(uri: str, lock_timeout_s: float | None = None) -> sqlite3.Connection:
    timeout_s = LOCK_TIMEOUT_SECONDS if lock_timeout_s is None else lock_timeout_s
    # The timeout comes with the connection: even the first PRAGMA may meet a lock.
    connection = sqlite3.connect(uri, timeout=timeout_s, uri=True, isolation_level=None)
    # Bytes that are not UTF-8 are damage, found by the row's checksum and not by an exception.
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    try:
        for setting in _SETTINGS:
            connection.execute(setting)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def pragma_number(connection: sqlite3.Connection, name: str) -> int:
    """The value of a PRAGMA that is a number. Raises sqlite3.Error."""
    row: tuple[int] = connection.execute(f"PRAGMA {name}").fetchone()
    return row[0]


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit everything inside, or nothing; the write lock is taken first. Raises sqlite3.Error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


class Database:
    """A connection whose failures are sentences."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @contextmanager
    def saving(self) -> Iterator[sqlite3.Connection]:
        """One transaction. Raises NotSavedError; what was inside may then be saved again."""
        with saving_in_words(), transaction(self.connection):
            yield self.connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Statements that only read. Raises StateUnavailableError."""
        with reading_in_words():
            yield self.connection

    def close(self) -> None:
        """Close the connection; a second time does nothing."""
        self.connection.close()
