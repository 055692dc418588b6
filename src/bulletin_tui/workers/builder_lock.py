"""One builder at a time: a lock that the system opens again when its process ends, however."""

from __future__ import annotations

import errno
import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bulletin_tui.search.place import cannot_be_kept, check_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def builder_lock(index_path: Path) -> Iterator[bool]:
    """Whether this process is the one that may build the index, for as long as it lasts.

    Raises IndexNotKeptError if nothing can be written beside the index.
    """
    descriptor = _open_lock_file(index_path)
    try:
        yield _is_locked(descriptor)
    finally:
        os.close(descriptor)


def _open_lock_file(index_path: Path) -> int:
    path = index_path.with_name(f"{index_path.name}.lock")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        check_file(path)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except FileExistsError as error:  # and not a folder
        raise cannot_be_kept(path, errno.ENOTDIR) from error
    except OSError as error:
        raise cannot_be_kept(path, error.errno) from error


def _is_locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
