"""Acts of the reader: saved whole, undone and redone, and each told to the journal."""

from __future__ import annotations

import platform
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bulletin_tui.errors import StateUnavailableError
from bulletin_tui.reasons import system_reason
from bulletin_tui.store import devices, undo_log
from bulletin_tui.store.acts import Act
from bulletin_tui.store.journal import Journal
from bulletin_tui.text.clean import clean_line

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from bulletin_tui.store.annotations import AnnotationRows
    from bulletin_tui.store.database import Database
    from bulletin_tui.store.undo_log import Change


class Acting:
    """What the reader does to marks. Saving raises NotSavedError."""

    def __init__(
        self,
        database: Database,
        rows: AnnotationRows,
        now: Callable[[], datetime],
        journal_folder: Path | None,
    ) -> None:
        """Without a folder there is no journal."""
        self._database = database
        self._rows = rows
        self._now = now
        self._journal_folder = journal_folder
        self.journal_fault = ""
        """Why the journal lacks what was saved last; empty when it does not."""

    @contextmanager
    def act(self) -> Iterator[Act]:
        """One act: everything inside is saved and undone together."""
        with self._database.saving() as connection:
            act = self._new_act(connection)
            yield act
            undo_log.log_act(connection, act)
        self.follow_with_journal()

    def _new_act(self, connection: sqlite3.Connection) -> Act:
        return Act(connection, self._rows, devices.device_of(connection), self._now())

    def can_undo(self) -> bool:
        """Whether there is an act for `undo` to take back."""
        with self._database.reading() as connection:
            return undo_log.can_undo(connection, devices.device_of(connection))

    def undo(self) -> tuple[Change, ...]:
        """Take back the latest act made on this device; empty when there is none."""
        with self._database.saving() as connection:
            changes = undo_log.undo(connection, self._new_act(connection))
        self.follow_with_journal()
        return changes

    def redo(self) -> tuple[Change, ...]:
        """Do again what was undone last; empty when another act came after it."""
        with self._database.saving() as connection:
            changes = undo_log.redo(connection, self._new_act(connection))
        self.follow_with_journal()
        return changes

    def follow_with_journal(self) -> None:
        """Bring the journal up to the database; `journal_fault` says why it could not be.

        What was committed is saved all the same, and told to the journal the next time.
        """
        if self._journal_folder is None:
            return
        self.journal_fault = ""
        try:
            with self._database.reading() as connection:
                device = devices.device_of(connection)
                journal = Journal(self._journal_folder, device, clean_line(platform.node()))
                journal.follow(connection, self._rows)
        except OSError as error:
            self.journal_fault = system_reason(error)
        except StateUnavailableError as error:
            self.journal_fault = str(error)
