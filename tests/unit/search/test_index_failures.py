"""Why the search index cannot be used, in the reader's language."""

from __future__ import annotations

import errno
import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.search.failures import unavailable
from bulletin_tui.search.opening import open_index
from bulletin_tui.words import use_language

if TYPE_CHECKING:
    from pathlib import Path


def said_by_sqlite(code: int, words: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(words)
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (said_by_sqlite(sqlite3.SQLITE_IOERR_READ, "disk I/O error"), "ổ đĩa báo lỗi"),
        (said_by_sqlite(sqlite3.SQLITE_FULL, "database or disk is full"), "ổ đĩa đã đầy"),
        (
            said_by_sqlite(sqlite3.SQLITE_BUSY, "database is locked"),
            "một chương trình khác đang khóa",
        ),
        (
            said_by_sqlite(sqlite3.SQLITE_CANTOPEN, "unable to open database file"),
            "không mở được",
        ),
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "index.db"), "đĩa đã đầy"),
        (sqlite3.OperationalError("no such module: fts5"), "no such module: fts5"),
    ],
)
def test_what_is_known_is_told_in_the_language_of_the_reader(error: Exception, reason: str) -> None:
    use_language("vi")
    assert str(unavailable(error)) == f"Không dùng được chỉ mục tìm kiếm: {reason}."


def test_of_an_index_that_is_damaged_that_is_said(tmp_path: Path) -> None:
    use_language("vi")
    path = tmp_path / "index.db"
    path.write_bytes(b"Tram do so bay\n" * 999)
    with pytest.raises(IndexUnavailableError) as caught:
        open_index(path)
    assert str(caught.value) == "Không dùng được chỉ mục tìm kiếm: bị hỏng."
