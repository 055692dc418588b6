"""What can happen to the files of the store."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bulletin_tui.paths import Paths

PAGE_BYTES = 4096


def overwrite_page(file: Path, page: int) -> None:
    """Spoil a page, counted from 0, as a bad sector does."""
    with file.open("r+b") as stream:
        stream.seek(page * PAGE_BYTES)
        stream.write(os.urandom(PAGE_BYTES))


def drop_the_journal(paths: Paths) -> None:
    """Let there be none."""
    shutil.rmtree(paths.journal)


def flip_the_note(paths: Paths, annotation_id: str) -> None:
    """Change the note of every row of an annotation behind the store's back, as bad memory does."""
    with closing(sqlite3.connect(paths.state_db)) as connection:
        connection.execute("DROP TRIGGER annotation_is_never_overwritten")
        statement = "UPDATE annotation SET note = note || 'ó' WHERE id = ?"
        connection.execute(statement, (annotation_id,))
        connection.commit()


def unsettle(paths: Paths) -> None:
    """Have the database made anew, though every row can be read."""
    with closing(sqlite3.connect(paths.state_db)) as connection:
        connection.execute("PRAGMA application_id = 1")


@contextmanager
def set_back(paths: Paths) -> Iterator[None]:
    """Put back the database as it is now, whatever is done to it meanwhile."""
    copy = paths.data / "bản cũ"
    shutil.copyfile(paths.state_db, copy)
    yield
    copy.replace(paths.state_db)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Let a folder be read and not written; root needs a mount for that, or the test is skipped."""
    if os.geteuid() != 0:
        folder.chmod(0o500)
        yield
        folder.chmod(0o700)
        return
    bind = ["mount", "--bind", str(folder), str(folder)]
    if sys.platform != "linux" or subprocess.run(bind, capture_output=True).returncode != 0:
        pytest.skip("mounting is not allowed here")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)
