"""What other devices made, taken into the reader's database, and how far their logs were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.store import devices, log_reads
from bulletin_tui.store.absorbing import absorb
from bulletin_tui.store.database import transaction
from bulletin_tui.store.failures import saving_in_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bulletin_tui.store.absorbing import Absorbed
    from bulletin_tui.store.annotations import AnnotationRows
    from bulletin_tui.store.database import Database
    from bulletin_tui.store.log_folder import LogRead, News


class Exchange:
    """The side of the database that other devices see. Saving raises NotSavedError."""

    def __init__(
        self, database: Database, rows: AnnotationRows, now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._rows = rows
        self._now = now

    def device(self) -> str:
        """The name under which this database writes."""
        with self._database.reading() as connection:
            return devices.device_of(connection)

    def folder(self) -> str | None:
        """The folder through which marks come from other devices and go there."""
        with self._database.reading() as connection:
            return log_reads.find_folder(connection)

    def choose_folder(self, folder: str | None) -> None:
        """Use this folder from now on, or none."""
        with self._database.saving() as connection:
            log_reads.choose_folder(connection, folder)

    def log_reads(self) -> dict[str, LogRead]:
        """How far the logs of the folder have been read, by their names."""
        with self._database.reading() as connection:
            return log_reads.log_reads(connection)

    def absorb(self, news: News) -> Absorbed:
        """Take in what other devices made.

        Events of our own name that are not known here come from a device that has it too: then this
        one takes another.
        """
        with saving_in_words():
            now, connection = self._now(), self._database.connection
            absorbed = absorb(connection, self._rows, news.events, now)
            with transaction(connection):
                if news.read is not None:
                    log_reads.remember_read(connection, news.read, now)
                if devices.device_of(connection) in absorbed.devices:
                    devices.rename(connection)
        return absorbed

    def device_names(self) -> dict[str, str]:
        """What other devices call themselves, by the names that their events have."""
        with self._database.reading() as connection:
            return devices.name_of_devices(connection)

    def count_by_device(self) -> dict[str, int]:
        """How many revisions each device has written, this one too."""
        with self._database.reading():
            return self._rows.count_by_device()
