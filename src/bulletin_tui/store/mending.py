"""Making `state.db` whole again: anew from all that is left of it, or in place from its copies.

What is returned are sentences for the reader, empty when there is nothing to be told.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bulletin_tui.reasons import system_reason
from bulletin_tui.store.backups import make_backup
from bulletin_tui.store.copies import have_copies, know_more
from bulletin_tui.store.database import connect
from bulletin_tui.store.failures import reason_of
from bulletin_tui.store.files import create_file, replace_file
from bulletin_tui.store.migrations import migrate
from bulletin_tui.store.recovering import Recovered, catch_up, rebuild
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from bulletin_tui.store.annotations import AnnotationRows


def make_anew(paths: Paths, fault: str) -> str:
    """Make a new database with all that can be brought back, and keep the old one.

    Raises OSError and sqlite3.Error, with the old one in its place.
    """
    file = paths.state_db
    recovered = Recovered()

    def fill(new: Path) -> None:
        nonlocal recovered
        with closing(connect(new)) as connection:
            migrate(connection)
            recovered = rebuild(connection, paths, file if file.exists() else None)

    if os.path.lexists(file):
        kept = clean_line(str(replace_file(file, fill, paths.damaged)))
        old_file = _("The old file is kept as {path}.").format(path=kept)
        return f"{_what_came_back(fault, recovered)} {old_file}"
    was_there = have_copies(paths)
    create_file(file, fill)
    return _what_came_back(_("the database was gone"), recovered) if was_there else ""


def _what_came_back(fault: str, recovered: Recovered) -> str:
    others = ", ".join(_(name) for name in recovered.others)
    if not recovered.marks:
        if others:
            sentence = _("Your notes were mended ({fault}); brought back: {names}.")
            return sentence.format(fault=fault, names=others)
        return _("Your notes begin anew: {fault}.").format(fault=fault)
    sources = ", ".join(_(source) for source in recovered.sources)
    sentence = ngettext(
        "Your notes were mended ({fault}): {count} mark was brought back from {sources}.",
        "Your notes were mended ({fault}): {count} marks were brought back from {sources}.",
        recovered.marks,
    ).format(fault=fault, count=recovered.marks, sources=sources)
    also = _("Also brought back: {names}.").format(names=others) if others else ""
    return " ".join(filter(None, (sentence, also)))


def fault_of_rows(connection: sqlite3.Connection, rows: AnnotationRows, paths: Paths) -> str:
    """Why the database has to be made anew, if a copy has more than its damaged rows."""
    if not know_more(connection, paths):
        return ""
    damaged = len(rows.damaged)
    return ngettext("{count} row was damaged", "{count} rows were damaged", damaged).format(
        count=damaged
    )


def bring_up(connection: sqlite3.Connection, paths: Paths) -> str:
    """Bring back what the journal of this device has and an old copy of the database has not."""
    revisions = catch_up(connection, paths).revisions
    if not revisions:
        return ""
    return ngettext(
        "Your notes were older than their journal: {count} change was brought back.",
        "Your notes were older than their journal: {count} changes were brought back.",
        revisions,
    ).format(count=revisions)


def back_up_first(connection: sqlite3.Connection, backups: Path) -> str:
    """Make a backup before the database is changed, or say why there is none."""
    try:
        make_backup(connection, backups, datetime.now(UTC))
    except OSError as error:
        fault = system_reason(error)
    except sqlite3.Error as error:
        fault = reason_of(error)
    else:
        return ""
    return _("No backup could be made: {reason}.").format(reason=fault)
