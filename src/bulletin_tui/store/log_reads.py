"""How far the logs of other devices have been read, and through which folder they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.store.log_folder import LogRead

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

_FOLDER = "sync folder"
_COLUMNS = "name, size, mtime_ns, read_to, sample, bad, device"


def find_folder(connection: sqlite3.Connection) -> str | None:
    """The folder that the reader chose; None without one."""
    row: tuple[str] | None = connection.execute(
        "SELECT value FROM meta WHERE key = ?", (_FOLDER,)
    ).fetchone()
    return row[0] if row is not None else None


def choose_folder(connection: sqlite3.Connection, folder: str | None) -> None:
    """Use another folder, or none; what was read of the one before says nothing about it."""
    connection.execute("DELETE FROM meta WHERE key = ?", (_FOLDER,))
    connection.execute("DELETE FROM log_read")
    if folder is not None:
        connection.execute("INSERT INTO meta (key, value) VALUES (?, ?)", (_FOLDER, folder))


def log_reads(connection: sqlite3.Connection) -> dict[str, LogRead]:
    """How far each log has been read, by its name."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM log_read")  # noqa: S608 - our own names
    return {row[0]: LogRead(*row) for row in rows}


def remember_read(connection: sqlite3.Connection, read: LogRead, now: datetime) -> None:
    """Remember how far a log has been read."""
    connection.execute(
        f"INSERT OR REPLACE INTO log_read ({_COLUMNS}, read_at) "  # noqa: S608
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            read.name,
            read.size,
            read.mtime_ns,
            read.read_to,
            read.sample,
            read.bad,
            read.device,
            now.isoformat(),
        ),
    )
