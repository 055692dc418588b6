"""Which device this is: a name that no other one has, also after its data folder was copied.

Two devices of one name would write events of one name, and each would take the other's for its own.
"""

from __future__ import annotations

import secrets
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_DEVICE, _PLACE = "device", "device place"
_MACHINE_ID = Path("/etc/machine-id")


def device_of(connection: sqlite3.Connection) -> str:
    """The name under which this database writes."""
    return _find(connection, _DEVICE) or ""


def is_elsewhere(connection: sqlite3.Connection, folder: Path) -> bool:
    """Whether the database was written in another folder, or on another machine, until now."""
    return _find(connection, _PLACE) != _place_of(folder)


def settle(connection: sqlite3.Connection, folder: Path) -> str:
    """Take a new name if the database came here from elsewhere; returns the name in force."""
    if is_elsewhere(connection, folder):
        known = _find(connection, _PLACE)
        _keep(connection, _PLACE, _place_of(folder))
        if known is not None:
            return rename(connection)
    return device_of(connection)


def rename(connection: sqlite3.Connection) -> str:
    """Take a new name; what was done under the old one can be undone as before."""
    old, new = device_of(connection), secrets.token_hex(8)
    _keep(connection, _DEVICE, new)
    connection.execute("UPDATE act SET device = ? WHERE device = ?", (new, old))
    return new


def name_of_devices(connection: sqlite3.Connection) -> dict[str, str]:
    """What other devices call themselves, as far as they have said so."""
    return dict(connection.execute("SELECT id, name FROM device").fetchall())


def _place_of(folder: Path) -> str:
    """The same for as long as a folder is neither copied nor taken to another machine."""
    try:
        machine = _MACHINE_ID.read_bytes()
    except OSError:
        machine = b""
    return sha256(machine + str(folder.stat().st_ino).encode()).hexdigest()


def _find(connection: sqlite3.Connection, key: str) -> str | None:
    row: tuple[str] | None = connection.execute(
        "SELECT value FROM meta WHERE key = ?", (key,)
    ).fetchone()
    return row[0] if row is not None else None


def _keep(connection: sqlite3.Connection, key: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))
