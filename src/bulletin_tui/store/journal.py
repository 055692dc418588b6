"""The journal: what this device made, in a log beside the database, as a second copy of it.

It follows the database and never leads: what is committed is appended, and what it lacks is told
from its last line. Nothing in it is ever changed but a last line that was cut short; it is written
anew, as a whole, to mend it, and to take out what is to be removed for good.
"""

from __future__ import annotations

import fcntl
import os
import platform
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from bulletin_tui.store.absorbing import events_of
from bulletin_tui.store.devices import device_of
from bulletin_tui.store.events import DeviceEvent, MarkEvent, TextEvent
from bulletin_tui.store.files import create_file, sync_folder
from bulletin_tui.store.log_lines import MOST_LINE_BYTES, LineReader, lines_of, lines_with
from bulletin_tui.text.clean import clean_line

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from bulletin_tui.store.annotations import AnnotationRows
    from bulletin_tui.store.events import Event

_SUFFIX = ".jsonl"
_TAIL_BYTES = 2 * MOST_LINE_BYTES


class Journal:
    """The log of one device, in a folder that may hold those of others."""

    def __init__(self, folder: Path, device: str, name: str) -> None:
        self.file = folder / f"{device}{_SUFFIX}"
        self.device = device
        self._name = name

    def follow(self, connection: sqlite3.Connection, rows: AnnotationRows) -> None:
        """Append what the database has and the journal lacks; on the disk when this returns.

        Raises OSError, with the journal as it was, and sqlite3.Error.
        """
        with self._open() as file:
            last = next(self._clocks_from_end(file), 0)
            missing = rows.made_by(self.device, after=last)
            if not missing:
                return
            known = rows.texts_of(self.device, until=last)
            events = (
                event
                for event in events_of(connection, missing)
                if not isinstance(event, TextEvent) or event.digest not in known
            )
            introduction = [] if last else [DeviceEvent(self.device, self._name)]
            _append(file, (line for event in (*introduction, *events) for line in lines_of(event)))

    def recent_clocks(self, most: int) -> list[int]:
        """The clocks of the last events in it, not more than so many. Raises OSError."""
        if not self.file.exists():
            return []
        with self._open() as file:
            return list(islice(self._clocks_from_end(file), most))

    def keep_only(self, is_kept: Callable[[Event], bool], *, more: Iterable[Event] = ()) -> None:
        """Write the journal anew with those of its events, and with more, in one step.

        Lines that are not as they were written are left out. Raises OSError.
        """
        if not self.file.exists():
            return
        with self._open() as file:
            create_file(self.file, lambda new: self._write_anew(file, new, is_kept, more))

    def _write_anew(
        self, file: int, new: Path, is_kept: Callable[[Event], bool], more: Iterable[Event]
    ) -> None:
        kept = lines_with(read_lines(file), is_kept)
        added = (line for event in more for line in lines_of(event))
        with new.open("r+b", buffering=0) as stream:
            _append(stream.fileno(), (*(line + b"\n" for line in kept), *added))

    @contextmanager
    def _open(self) -> Iterator[int]:
        self.file.parent.mkdir(mode=0o700, exist_ok=True)
        while True:
            file = self._open_once()
            try:
                fcntl.flock(file, fcntl.LOCK_EX)
                if self._is_today(file):
                    yield file
                    return
            finally:
                os.close(file)

    def _open_once(self) -> int:
        is_new = not self.file.exists()
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        file = os.open(self.file, flags, 0o600)
        if is_new:
            sync_folder(self.file.parent)
        return file

    def _is_today(self, file: int) -> bool:
        """Whether the file still has its name: another window may have written it anew."""
        try:
            return os.path.samestat(self.file.stat(), os.fstat(file))
        except FileNotFoundError:
            return False

    def _clocks_from_end(self, file: int) -> Iterator[int]:
        """Of the sound events, the last one first; a last line that was cut short is taken off.

        Of those far from the end only the last is told, where there is no other.
        """
        size = os.fstat(file).st_size
        tail = os.pread(file, _TAIL_BYTES, max(size - _TAIL_BYTES, 0))
        if tail and not tail.endswith(b"\n"):
            whole = tail.rfind(b"\n") + 1
            os.ftruncate(file, size - len(tail) + whole)
            tail = tail[:whole]
        # Read backwards, an event of several lines is whole at the first of them.
        clock = 0
        for clock in self._clocks_in(reversed(tail.split(b"\n"))):
            yield clock
        if not clock and size > _TAIL_BYTES:
            yield from sorted(self._clocks_in(read_lines(file)))[-1:]

    def _clocks_in(self, lines: Iterable[bytes]) -> Iterator[int]:
        for event in LineReader().events(lines):
            if isinstance(event, MarkEvent) and event.revision.device == self.device:
                yield event.revision.clock


def journal_of(connection: sqlite3.Connection, folder: Path) -> Journal:
    """The log of the device that a database belongs to. Raises sqlite3.Error."""
    return Journal(folder, device_of(connection), clean_line(platform.node()))


def journals_in(folder: Path) -> list[Journal]:
    """All logs of a folder: today's, and those of names that the device had before."""
    return [Journal(folder, file.stem, "") for file in sorted(folder.glob(f"*{_SUFFIX}"))]


def read_log(file: Path, reader: LineReader) -> Iterator[Event]:
    """The events of a log, each as soon as it is read. Raises OSError."""
    descriptor = os.open(file, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    try:
        yield from reader.events(read_lines(descriptor))
    finally:
        os.close(descriptor)


def read_lines(file: int) -> Iterator[bytes]:
    """The lines from the beginning; one that is longer than any of ours comes in pieces."""
    with os.fdopen(os.dup(file), "rb") as stream:
        stream.seek(0)
        while line := stream.readline(MOST_LINE_BYTES + 1):
            yield line.rstrip(b"\n")


def _append(file: int, lines: Iterable[bytes]) -> None:
    """Write all of the lines at the end, or none. Raises OSError."""
    start = os.lseek(file, 0, os.SEEK_END)
    try:
        for line in lines:
            _write(file, line)
        os.fsync(file)
    except OSError:
        os.ftruncate(file, start)
        raise


def _write(file: int, line: bytes) -> None:
    written = 0
    while written < len(line):
        # A full disk takes a part of the line without an error, and reports one the next time.
        written += os.write(file, line[written:])
