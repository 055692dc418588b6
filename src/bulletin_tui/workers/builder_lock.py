"""One builder at a time: a lock that the system opens again when its process ends, however."""

from __future__ import annotations

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

    Raises what `open_lock_file` raises.
    """
    descriptor = open_lock_file(index_path)
    try:
        yield _is_locked(descriptor)
    finally:
        os.close(descriptor)


def open_lock_file(index_path: Path) -> int:
    """A descriptor of the file beside the index that is locked; made if it is not there.

    Raises IndexUnavailableError if nothing can be written there.
    """
    path = index_path.with_name(f"{index_path.name}.lock")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        sentence = _("The search index cannot be kept in {folder}: {reason}.")
        raise IndexUnavailableError(
            sentence.format(folder=clean_line(str(path.parent)), reason=error.strerror)
        ) from error


def _is_locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
