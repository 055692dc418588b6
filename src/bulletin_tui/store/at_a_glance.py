"""What decides what is in the library, read off the database as it lies there, at one moment."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bulletin_tui.store.corrections import read_corrections
from bulletin_tui.store.database import connect
from bulletin_tui.store.encodings import read_encodings
from bulletin_tui.store.folders import FolderRows, read_folders

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bulletin_tui.paths import Paths


@dataclass(frozen=True, slots=True)
class Made:
    """What a person made of the library."""

    folders: FolderRows = field(default_factory=FolderRows)
    encodings: Mapping[str, str] = field(default_factory=dict)
    """Those that were chosen, by path."""
    corrections: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By today's article and field."""


def made_at_a_glance(paths: Paths) -> Made | None:
    """All of it in one transaction; None if the database has to be opened properly first."""
    if not paths.state_db.exists():
        return None if paths.backups.is_dir() or paths.journal.is_dir() else Made()
    try:
        with closing(connect(paths.state_db, mode="ro")) as connection:
            connection.execute("BEGIN")
            return Made(
                read_folders(connection), read_encodings(connection), read_corrections(connection)
            )
    except (sqlite3.Error, ValueError):
        return None
