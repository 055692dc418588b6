"""Files that are written whole or not at all, and never over another unless that is asked for."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def write_file(path: Path, text: str, *, replace: bool = False, encoding: str = "utf-8") -> None:
    """Write a new file wholly or not at all; with `replace`, one that is there is the old or new.

    Raises OSError.
    """
    if not replace:
        _write_new(path, text, encoding)
    elif path.exists() and not path.is_file():
        path.write_text(text, encoding=encoding)  # a device or a pipe, which has nothing to lose
    else:
        target = path.resolve()  # a link goes on leading to its file
        beside = target.with_name(f".bulletin-{os.getpid()}")
        _write_new(beside, text, encoding)
        with _unlinked_on_failure(beside):
            if target.exists():
                shutil.copymode(target, beside)
            beside.replace(target)


def free_path(path: Path) -> Path:
    """The path itself, with a number when it is taken."""
    free, number = path, 1
    while os.path.lexists(free):
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free


def _write_new(path: Path, text: str, encoding: str) -> None:
    with path.open("x", encoding=encoding, newline="") as file, _unlinked_on_failure(path):
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _unlinked_on_failure(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError:
        path.unlink()
        raise
