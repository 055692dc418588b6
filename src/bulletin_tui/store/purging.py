"""Removing an annotation for good: from the database, the journal and the backups of this device.

Its id is remembered, so that no log or copy brings it back. The database goes first; what could
not be finished is finished the next time.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.errors import StateUnavailableError
from bulletin_tui.store.annotations import AnnotationRows
from bulletin_tui.store.backups import backup_files, rewrite_backup
from bulletin_tui.store.database import connect, transaction
from bulletin_tui.store.devices import device_of
from bulletin_tui.store.documents import forget_text
from bulletin_tui.store.events import MarkEvent, TextEvent
from bulletin_tui.store.failures import is_damage, saving_in_words
from bulletin_tui.store.files import hold_folder, set_aside
from bulletin_tui.store.journal import journals_in
from bulletin_tui.store.log_folder import open_log, own_logs
from bulletin_tui.store.log_lines import MOST_LINE_BYTES, LineReader
from bulletin_tui.store.log_reads import find_folder
from bulletin_tui.store.migrations import migrate

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths
    from bulletin_tui.store.events import Event

_REMEMBER = """
    INSERT INTO purged (id, number, clock, is_cleaned)
    VALUES (
        :id,
        1 + max(
            (SELECT coalesce(max(rowid), 0) FROM annotation),
            (SELECT coalesce(max(number), 0) FROM purged)
        ),
        (SELECT coalesce(max(clock), 0) FROM annotation WHERE id = :id),
        0
    )
    ON CONFLICT (id) DO UPDATE
        SET number = excluded.number, clock = max(clock, excluded.clock), is_cleaned = 0
"""
_FORGET = (
    """
    UPDATE position SET words = ''
    WHERE document_id IN (SELECT document_id FROM annotation WHERE id = ?)
    """,
    "DELETE FROM act_change WHERE annotation_id = ?",
    "DELETE FROM annotation_head WHERE id = ?",
    "DELETE FROM annotation WHERE id = ?",
)
_EMPTY_ACTS = "DELETE FROM act WHERE id NOT IN (SELECT act_id FROM act_change)"


@dataclass(frozen=True, slots=True)
class Purged:
    """What an annotation may still be in."""

    left: list[Path]
    """Files of this device that could not be written anew: that is tried again later."""
    out_of_reach: list[Path]
    """Files that are not to be changed from here, as far as is known."""


def knows(paths: Paths, annotation_id: str) -> bool:
    """Whether there is anything of an annotation, or was. Raises NotSavedError."""
    with saving_in_words(), closing(connect(paths.state_db)) as connection:
        return _is_known(connection, annotation_id)


def purge_everywhere(paths: Paths, annotation_id: str) -> Purged | None:
    """Remove an annotation for good; None if there is nothing of it. Raises NotSavedError."""
    with saving_in_words(), closing(connect(paths.state_db)) as connection:
        if not _is_known(connection, annotation_id):
            return None
        purge(connection, annotation_id)
        left = finish_purges(connection, paths)
        return Purged(left, _out_of_reach(connection, annotation_id, paths))


def _is_known(connection: sqlite3.Connection, annotation_id: str) -> bool:
    found = connection.execute(
        "SELECT id FROM annotation WHERE id = ?1 UNION SELECT id FROM purged WHERE id = ?1",
        (annotation_id,),
    )
    return found.fetchone() is not None


def purge(connection: sqlite3.Connection, annotation_id: str) -> None:
    """Remove every revision, the texts that no other mark is on, and words of theirs.

    Those are kept with reading positions, which stay. Raises sqlite3.Error.
    `scrub` takes what they held out of the bytes of the file as well.
    """
    connection.execute("PRAGMA secure_delete = ON")
    texts = connection.execute(
        "SELECT DISTINCT text_digest FROM annotation WHERE id = ?", (annotation_id,)
    ).fetchall()
    with transaction(connection):
        connection.execute(_REMEMBER, {"id": annotation_id})
        for statement in _FORGET:
            connection.execute(statement, (annotation_id,))
        connection.execute(_EMPTY_ACTS)
        for (digest,) in texts:
            forget_text(connection, digest)


def scrub(connection: sqlite3.Connection) -> None:
    """Write the file anew: pages that were once split keep stale copies of rows in their gaps.

    Raises sqlite3.Error.
    """
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("VACUUM")


def purged_but_there(connection: sqlite3.Connection) -> list[str]:
    """Annotations that were removed for good, and came back with an old copy of the file."""
    found = connection.execute("SELECT DISTINCT id FROM annotation JOIN purged USING (id)")
    return [row[0] for row in found.fetchall()]


def finish_purges(connection: sqlite3.Connection, paths: Paths) -> list[Path]:
    """Take what was purged out of the bytes of the database, the journal and the backups.

    Returns those that it may still be in. Raises sqlite3.Error when the database itself fails.
    """
    rows = connection.execute("SELECT id FROM purged WHERE NOT is_cleaned").fetchall()
    waiting = [row[0] for row in rows]
    if not waiting:
        return []
    scrub(connection)
    left = _clean_backups(waiting, paths)
    for journal in journals_in(paths.journal):
        try:
            journal.keep_only(partial(_is_kept, connection))
        except OSError:
            left.append(journal.file)
    if not left:
        with transaction(connection):
            connection.executemany(
                "UPDATE purged SET is_cleaned = 1 WHERE id = ?", [(one,) for one in waiting]
            )
    return left


def _clean_backups(annotation_ids: list[str], paths: Paths) -> list[Path]:
    if not backup_files(paths.backups):
        return []
    try:
        with hold_folder(paths.backups):
            return [
                backup
                for backup in backup_files(paths.backups)
                if not _is_cleaned(annotation_ids, backup, paths.damaged)
            ]
    except (OSError, StateUnavailableError):
        return backup_files(paths.backups)


def _is_cleaned(annotation_ids: list[str], backup: Path, damaged: Path) -> bool:
    """Whether the backup could be written without them."""
    try:
        _clean_backup(annotation_ids, backup, damaged)
    except (OSError, sqlite3.Error):
        return False
    return True


def _clean_backup(annotation_ids: list[str], backup: Path, damaged: Path) -> None:
    """Write the backup without them; one that is damaged is set aside instead."""
    try:
        rewrite_backup(backup, partial(_purge_all, annotation_ids))
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        set_aside(backup, damaged)


def _purge_all(annotation_ids: list[str], connection: sqlite3.Connection) -> None:
    migrate(connection)
    for annotation_id in annotation_ids:
        purge(connection, annotation_id)
    scrub(connection)
    with transaction(connection):
        connection.execute("UPDATE purged SET is_cleaned = 1")


def _is_kept(connection: sqlite3.Connection, event: Event) -> bool:
    """Whether an event is about something that may be remembered."""
    if isinstance(event, MarkEvent):
        return not AnnotationRows(connection).is_purged(event.revision.annotation.id)
    if isinstance(event, TextEvent):
        found = connection.execute("SELECT 1 FROM text_version WHERE digest = ?", (event.digest,))
        return found.fetchone() is not None
    return True


def _out_of_reach(connection: sqlite3.Connection, annotation_id: str, paths: Paths) -> list[Path]:
    """Files that were set aside, and logs in the shared folder that are not ours, that have it."""
    folder = find_folder(connection)
    files = list(paths.damaged.iterdir()) if paths.damaged.is_dir() else []
    if folder is not None:
        own = {name for name, _log in own_logs(paths.journal, device_of(connection))}
        files += [log for log in Path(folder).glob("*.jsonl") if log.name not in own]
    return sorted(file for file in files if _mentions(file, annotation_id))


def _mentions(file: Path, annotation_id: str) -> bool:
    """Whether a file has the id in its bytes, or in an event in parts; an unreadable one may."""
    try:
        with open_log(file) as stream:
            if annotation_id.encode() in stream.read():
                return True
            stream.seek(0)
            lines = (
                line.rstrip(b"\n")
                for line in iter(partial(stream.readline, MOST_LINE_BYTES + 1), b"")
            )
            return any(
                isinstance(event, MarkEvent) and event.revision.annotation.id == annotation_id
                for event in LineReader().events(lines)
            )
    except OSError:
        return file.is_file()
