"""A folder that carries the logs of several devices: what is new in it, and our own put into it.

Anything may carry it: a file synchroniser, a stick, git. A device writes files of its own name only
and reads all of them, conflict copies too; a file that is missing says nothing. Nothing here needs
the database, so a folder that hangs holds up no saving.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from bulletin_tui.store.events import MarkEvent
from bulletin_tui.store.log_lines import MOST_LINE_BYTES, LineReader

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import BinaryIO

    from bulletin_tui.store.events import Event

_SUFFIX = ".jsonl"
_SAMPLE_BYTES = 4096
_SLICE_EVENTS = 200


@dataclass(frozen=True, slots=True)
class LogRead:
    """How far a log of another device has been read."""

    name: str
    size: int = 0
    mtime_ns: int = 0
    read_to: int = 0
    """Bytes that need not be read again: up to the first line that is bad or not all there."""
    sample: str = ""
    """Of the bytes at the beginning and before `read_to`: a log written anew has another one."""
    bad: int = 0
    """Lines behind `read_to` that are not as they were written."""
    device: str = ""
    """Whose revisions are in it, as far as that was seen."""


@dataclass(frozen=True, slots=True)
class News:
    """Events of a log, some at a time."""

    events: tuple[Event, ...]
    read: LogRead | None
    """How far the log has been read; None while there is more."""


def read_news(
    folder: Path, known: Mapping[str, LogRead], journal: Path, device: str
) -> Iterator[News]:
    """What the logs of the folder have that was not read yet.

    `known` says how far each was read; `journal` is the folder of this device's own. A file that
    cannot be read is passed over. Raises OSError for a folder that is not there.
    """
    own = dict(own_logs(journal, device))
    for name in sorted(os.listdir(folder)):
        file = folder / name
        if not name.endswith(_SUFFIX) or (name in own and _is_beginning(file, own[name])):
            continue
        try:
            with open_log(file) as stream:
                called = kept_name(name)
                yield from _read(stream, known.get(called, LogRead(called)))
        except OSError:
            continue


def publish(folder: Path, journal: Path, device: str) -> int:
    """Bring our logs in the folder up to the journal; returns how many were not.

    What is in the folder under our names has to have been read before: it is replaced where it is
    not the beginning of what is in the journal. Raises OSError.
    """
    changed = 0
    for name, source in own_logs(journal, device):
        target = folder / name
        if not _is_beginning(target, source):
            _replace(target, source.read_bytes())
            changed += 1
        elif (have := target.stat().st_size) < source.stat().st_size:
            _append(target, source.read_bytes()[have:])
            changed += 1
    return changed


def signature(folder: Path, journal: Path) -> tuple[tuple[str, int, int], ...]:
    """Other than before when a log of the folder, or of the journal, is. Raises OSError."""
    places = (folder, journal) if journal.is_dir() else (folder,)
    return tuple(found for place in places for found in _logs_in(place))


def _logs_in(place: Path) -> Iterator[tuple[str, int, int]]:
    for name in sorted(os.listdir(place)):
        if name.endswith(_SUFFIX):
            with suppress(FileNotFoundError):  # it went away just now
                status = (place / name).lstat()
                if stat.S_ISREG(status.st_mode):
                    yield str(place / name), status.st_size, status.st_mtime_ns


def kept_name(name: str) -> str:
    """The name of a log as the database keeps it, also where it is not in UTF-8."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def own_logs(journal: Path, device: str) -> Iterator[tuple[str, Path]]:
    """Our logs by their names in a shared folder: today's, and those of names we had before."""
    if journal.is_dir():
        for file in sorted(journal.glob(f"*{_SUFFIX}")):
            if not file.stat().st_size:
                continue
            yield (file.name if file.stem == device else f"{device}-{file.name}"), file


def open_log(file: Path) -> BinaryIO:
    """A log, opened without waiting. Raises OSError for what is no file of its own."""
    descriptor = os.open(file, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOFOLLOW)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(f"not a file: {file}")
    return os.fdopen(descriptor, "rb")


def _read(stream: BinaryIO, known: LogRead) -> Iterator[News]:
    status = os.fstat(stream.fileno())
    if (status.st_size, status.st_mtime_ns) == (known.size, known.mtime_ns):
        return
    if _sample(stream, known.read_to) != known.sample:
        known = LogRead(known.name)
    stream.seek(known.read_to)
    reader = LineReader()
    events: list[Event] = []
    read = known
    # A piece of a line that is too long has no end either, but then it is not the last one.
    while (line := stream.readline(MOST_LINE_BYTES + 1)).endswith(b"\n") or (
        len(line) > MOST_LINE_BYTES
    ):
        found = list(reader.events([line.rstrip(b"\n")]))
        events += found
        read = replace(read, device=_device_in(found) or read.device)
        if not reader.is_amid_parts and not reader.bad:
            read = replace(read, read_to=stream.tell())
        if len(events) >= _SLICE_EVENTS:
            yield News(tuple(events), None)
            events = []
    read = replace(
        read,
        bad=reader.bad,
        size=status.st_size,
        mtime_ns=status.st_mtime_ns,
        sample=_sample(stream, read.read_to),
    )
    yield News(tuple(events), read)


def _device_in(events: list[Event]) -> str:
    devices = (each.revision.device for each in events if isinstance(each, MarkEvent))
    return next(devices, "")


def _sample(stream: BinaryIO, end: int) -> str:
    stream.seek(0)
    first = stream.read(min(_SAMPLE_BYTES, end))
    stream.seek(max(end - _SAMPLE_BYTES, 0))
    return sha256(first + stream.read(min(_SAMPLE_BYTES, end))).hexdigest()


def _is_beginning(file: Path, source: Path) -> bool:
    """Whether the file is there, and holds nothing but the beginning of `source`."""
    try:
        with open_log(file) as stream, source.open("rb") as whole:
            while part := stream.read(1 << 20):
                if whole.read(len(part)) != part:
                    return False
    except OSError:
        return False
    return True


def _append(file: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_APPEND | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    with os.fdopen(os.open(file, flags), "ab") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _replace(file: Path, data: bytes) -> None:
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    unfinished.unlink(missing_ok=True)  # whatever it is that has this name
    with unfinished.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    unfinished.replace(file)
