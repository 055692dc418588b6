"""What decides what is in the library, read off the database as it lies there, at one moment."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bulletin_tui.paths import is_folder, is_there
from bulletin_tui.store.corrections import read_corrections
from bulletin_tui.store.database import connect, transaction
from bulletin_tui.store.encodings import read_encodings
from bulletin_tui.store.failures import is_busy, reading_in_words, saving_in_words
from bulletin_tui.store.folders import FolderRows, read_folders

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from bulletin_tui.paths import Paths

LOCK_TIMEOUT_SECONDS = 2.0
"""Whoever only reads asks again sooner than whoever has something to save."""
SAVING_LOCK_TIMEOUT_SECONDS = 4.0
"""A command has nothing typed to lose; the reader, which has, waits longer."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a person made of the library."""

    folders: FolderRows = field(default_factory=FolderRows)
    encodings: Mapping[str, str] = field(default_factory=dict)
    """Those that were chosen, by path."""
    corrections: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By today's article and field."""


def made_at_a_glance(paths: Paths) -> Made | None:
    """All of it in one transaction; None if the database has to be opened properly first.

    Raises StateUnavailableError, sooner than one that saves, while another program has it locked.
    """
    if not is_there(paths.state_db):
        is_new = not any(map(is_folder, (paths.backups, paths.journal)))
        return Made() if is_new and not _is_closed(paths.data) else None
    try:
        with _glancing(paths.state_db) as connection:
            connection.execute("BEGIN")
            return Made(
                read_folders(connection), read_encodings(connection), read_corrections(connection)
            )
    except (sqlite3.Error, ValueError):
        return None


def check_unlocked(paths: Paths) -> None:
    """Raises StateUnavailableError as `made_at_a_glance` does; all else is left to who opens it."""
    if is_there(paths.state_db):
        with suppress(sqlite3.Error), _glancing(paths.state_db) as connection:
            connection.execute("SELECT 1 FROM sqlite_schema")


def check_free_to_save(paths: Paths) -> None:
    """Raises NotSavedError while another program saves and does not end; else as above."""
    if is_there(paths.state_db):
        try:
            with (
                closing(
                    connect(paths.state_db, lock_timeout_s=SAVING_LOCK_TIMEOUT_SECONDS)
                ) as connection,
                transaction(connection),
            ):
                pass
        except sqlite3.Error as error:
            if is_busy(error):
                with saving_in_words():
                    raise


def _is_closed(folder: Path) -> bool:
    """Whether there is a folder that may not be looked into."""
    return os.path.lexists(folder) and not os.access(folder, os.X_OK)


@contextmanager
def _glancing(file: Path) -> Iterator[sqlite3.Connection]:
    """Raises sqlite3.Error, and StateUnavailableError while another program has it locked."""
    try:
        with closing(connect(file, mode="ro", lock_timeout_s=LOCK_TIMEOUT_SECONDS)) as connection:
            yield connection
    except sqlite3.Error as error:
        if not is_busy(error):
            raise
        with reading_in_words():
            raise
