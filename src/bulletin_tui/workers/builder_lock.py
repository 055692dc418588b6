"""One builder at a time: a lock that the system opens again when its process ends, however."""

from __future__ import annotations

import errno
import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def builder_lock(index_path: Path) -> Iterator[bool]:
    """Whether this process is the one that may build the index, for as long as it lasts.

    Raises IndexUnavailableError if nothing can be written beside the index.
    """
    descriptor = _open_lock_file(index_path)
    try:
        yield _is_locked(descriptor)
    finally:
        os.close(descriptor)


def cannot_be_kept(index_path: Path, number: int | None) -> str:
    """What an error of the system with this number means for the index, as a sentence."""
    sentence = _("The search index cannot be kept in {folder}: {reason}.")
    reason = os.strerror(number or errno.EIO)
    return sentence.format(folder=clean_line(str(index_path.parent)), reason=reason)


def _open_lock_file(index_path: Path) -> int:
    path = index_path.with_name(f"{index_path.name}.lock")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except FileExistsError as error:  # and not a folder
        raise IndexUnavailableError(cannot_be_kept(path, errno.ENOTDIR)) from error
    except OSError as error:
        raise IndexUnavailableError(cannot_be_kept(path, error.errno)) from error


def _is_locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
