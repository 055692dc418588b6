"""The database as files: made in one step, and moved away with all that belongs to it.

Both are done by one process at a time, which holds the folder.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bulletin_tui.errors import StateUnavailableError
from bulletin_tui.store.failures import LOCK_TIMEOUT_SECONDS
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_RETRY_SECONDS = 0.02
# The journal first: left behind alone, it would be played back into the next database.
_SUFFIXES = ("-journal", "-wal", "-shm", "")


@contextmanager
def hold_folder(folder: Path) -> Iterator[None]:
    """Keep other processes from opening, making or moving the database meanwhile.

    Raises StateUnavailableError when one of them does not let go; file systems without locks are
    used without.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        _lock(descriptor)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    deadline = time.monotonic() + LOCK_TIMEOUT_SECONDS
    while time.monotonic() < deadline:
        try:
            return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_RETRY_SECONDS)
        except OSError:
            return None
    raise StateUnavailableError(
        _("your notes cannot be opened: another program has been opening them for too long"),
        advice=_("Close the other window, then try again."),
    )


def create_file(file: Path, fill: Callable[[Path], None]) -> None:
    """Let `fill` write an empty file, readable by its owner alone, then give it its name.

    Whoever finds `file` finds it whole: the new one, or what was there before. Raises OSError.
    """
    with _unfinished(file, fill) as unfinished:
        unfinished.replace(file)
    sync_folder(file.parent)


def replace_file(file: Path, fill: Callable[[Path], None], folder: Path) -> Path:
    """Put a new file in the place of one that is kept in `folder`, under a name that is returned.

    At every moment one of the two is there. `fill` may still read the old one. Raises OSError.
    """
    with _unfinished(file, fill) as unfinished:
        folder.mkdir(mode=0o700, exist_ok=True)
        kept = _free_name(folder, file)
        for member in _family(file):
            if member != file:
                member.rename(kept.with_name(kept.name + member.name.removeprefix(file.name)))
        _keep_also_as(file, kept)
        sync_folder(folder)
        unfinished.replace(file)
    sync_folder(file.parent)
    return kept


@contextmanager
def _unfinished(file: Path, fill: Callable[[Path], None]) -> Iterator[Path]:
    """A filled file that has no name of its own yet; none is left when it gets none."""
    unfinished = file.with_name(f"{file.name}.new")
    _unlink_family(unfinished)
    os.close(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    try:
        fill(unfinished)
        yield unfinished
    finally:
        _unlink_family(unfinished)


def _unlink_family(file: Path) -> None:
    for member in _family(file):
        member.unlink()


def _keep_also_as(file: Path, kept: Path) -> None:
    try:
        os.link(file, kept, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        shutil.copyfile(file, kept)
        kept.chmod(0o600)


def keep_copy(file: Path, folder: Path) -> Path:
    """Copy a file, as it is, into `folder` under a new name, which is returned. Raises OSError."""
    folder.mkdir(mode=0o700, exist_ok=True)
    kept = _free_name(folder, file)
    shutil.copyfile(file, kept)
    kept.chmod(0o600)
    return kept


def set_aside(file: Path, folder: Path) -> Path:
    """Move `file` and its journal into `folder` under a new name, which is returned.

    Raises OSError.
    """
    folder.mkdir(mode=0o700, exist_ok=True)
    kept = _free_name(folder, file)
    for member in _family(file):
        member.rename(kept.with_name(kept.name + member.name.removeprefix(file.name)))
    sync_folder(folder)
    sync_folder(file.parent)
    return kept


def has_stray_journal(file: Path) -> bool:
    """Whether a journal lies there without its database."""
    return not os.path.lexists(file) and bool(_family(file))


def _family(file: Path) -> list[Path]:
    members = [file.with_name(file.name + suffix) for suffix in _SUFFIXES]
    return [member for member in members if os.path.lexists(member)]


def stamp_of(instant: datetime) -> str:
    """An instant as names of files have it: sorted by name they are sorted by time."""
    return instant.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _free_name(folder: Path, file: Path) -> Path:
    stamp = stamp_of(datetime.now(UTC))
    number = 1
    kept = folder / f"{file.stem}-{stamp}{file.suffix}"
    while _family(kept):
        number += 1
        kept = folder / f"{file.stem}-{stamp}-{number}{file.suffix}"
    return kept


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk. Raises OSError when it cannot be opened."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    # Some file systems cannot sync a folder; what was done in it is done all the same.
    with suppress(OSError):
        os.fsync(descriptor)
    os.close(descriptor)
