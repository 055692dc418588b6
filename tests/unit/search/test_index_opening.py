"""An index is opened wherever it can be read, and why it cannot is said in words."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from bulletin_tui.errors import IndexDamagedError, IndexNotKeptError, IndexUnavailableError
from bulletin_tui.search import opening
from bulletin_tui.search.built_from import count_articles
from bulletin_tui.search.failures import unavailable, using_index
from bulletin_tui.search.opening import Index, find_identity, open_index, remove_index
from bulletin_tui.search.schema import WORD_TABLES

NOBODY = 65534
COUNT_AS_NOBODY = f"""
import os, sys
from pathlib import Path
from bulletin_tui.search.built_from import count_articles
from bulletin_tui.search.opening import open_index
if os.getuid() == 0:
    os.setgroups([])
    os.setgid({NOBODY})
    os.setuid({NOBODY})
path = Path(sys.argv[1])
if not os.access(path, os.R_OK):
    print("out of reach")
elif os.access(path.parent, os.W_OK):
    print("writable")
else:
    with open_index(path) as index:
        print(count_articles(index))
"""


@pytest.fixture
def index_path(tmp_path: Path) -> Path:
    """An index without articles, closed by the one who built it."""
    path = tmp_path / "index.db"
    open_index(path, for_writing=True).close()
    return path


def touch_every_table(index: Index) -> None:
    with using_index():
        for table in ("article", "vocabulary"):
            index.connection.execute(f"SELECT count(*) FROM {table}")
        for words in WORD_TABLES:
            index.connection.execute(f"SELECT rowid FROM {words} WHERE {words} MATCH 'a'")


def test_an_index_is_read_in_a_folder_that_may_not_be_written() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        open_index(folder / "index.db", for_writing=True).close()
        assert os.listdir(folder) == ["index.db"]
        (folder / "index.db").chmod(0o444)
        folder.chmod(0o555)
        said = subprocess.run(
            (sys.executable, "-c", COUNT_AS_NOBODY, str(folder / "index.db")),
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        folder.chmod(0o755)
    if said == "out of reach":
        pytest.skip("the folder for temporary files is closed to others")
    assert said == "0"


def test_an_index_that_is_being_written_is_never_taken_for_one_at_rest(
    index_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(uri: str) -> None:
        opened.append(uri)
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise error

    opened: list[str] = []
    monkeypatch.setattr(opening, "_connect", refuse)
    index_path.with_name("index.db-wal").write_bytes(b"")
    with pytest.raises(IndexUnavailableError, match="it cannot be opened"):
        open_index(index_path)
    assert not any("immutable" in uri for uri in opened)


@pytest.mark.parametrize("content", [b"", b"no database at all" * 1000])
def test_what_is_no_index_is_closed_again(
    index_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    connections = []

    def connect(uri: str) -> sqlite3.Connection:
        connections.append(sqlite3.connect(uri, uri=True))
        return connections[-1]

    monkeypatch.setattr(opening, "_connect", connect)
    index_path.write_bytes(content)
    with pytest.raises(IndexUnavailableError):
        open_index(index_path)
    for connection in connections:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")
    assert len(connections) == 1


def test_damage_is_told_from_other_reasons(index_path: Path) -> None:
    with pytest.raises(IndexUnavailableError) as missing:
        open_index(index_path.with_name("khac.db"))
    assert not isinstance(missing.value, IndexDamagedError)
    index_path.write_bytes(b"no database at all" * 1000)
    with pytest.raises(IndexDamagedError):
        open_index(index_path)


@pytest.mark.parametrize("table", ["article", "vocabulary", "passage_words_config"])
def test_a_table_that_is_gone_is_damage(index_path: Path, table: str) -> None:
    with closing(sqlite3.connect(index_path)) as connection:
        connection.execute(f"DROP TABLE {table}")
    with open_index(index_path) as index, pytest.raises(IndexDamagedError):
        touch_every_table(index)


def test_an_index_that_another_program_locks_is_said_to_be_locked(
    index_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LOCK_TIMEOUT_SECONDS", 0.0)
    with closing(sqlite3.connect(index_path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(IndexUnavailableError, match="locked") as locked:
            open_index(index_path)
    assert "try again" in locked.value.advice
    assert isinstance(locked.value, IndexNotKeptError)


def test_a_writer_at_work_keeps_nobody_from_reading(index_path: Path) -> None:
    with closing(sqlite3.connect(index_path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with open_index(index_path) as index:
            assert count_articles(index) == 0


def test_an_index_built_anew_has_another_identity(index_path: Path) -> None:
    before = find_identity(index_path)
    with open_index(index_path):
        remove_index(index_path)
        assert find_identity(index_path) is None
        open_index(index_path, for_writing=True).close()
        assert find_identity(index_path) not in (None, before)


def test_what_cannot_be_looked_at_has_no_identity(index_path: Path) -> None:
    assert find_identity(index_path / "trong-tep.db") is None


def block(path: Path, how: str) -> None:
    """Put something in the place of a file."""
    path.unlink(missing_ok=True)
    if how == "folder":
        path.mkdir()
    elif how == "fifo":
        os.mkfifo(path)
    else:
        path.symlink_to(path.with_name("khong-co.db") if how == "dangling" else path)


@pytest.mark.parametrize("for_writing", [False, True])
@pytest.mark.parametrize("ending", ["", "-wal", "-shm"])
@pytest.mark.parametrize("how", ["folder", "fifo", "dangling", "loop"])
def test_what_is_in_the_place_of_an_index_is_named_and_to_be_removed(
    index_path: Path, ending: str, how: str, for_writing: bool
) -> None:
    path = index_path.with_name(f"index.db{ending}")
    block(path, how)
    with pytest.raises(IndexNotKeptError) as blocked:
        open_index(index_path, for_writing=for_writing)
    assert str(path) in str(blocked.value)
    assert blocked.value.advice.startswith("Remove it")


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        (sqlite3.SQLITE_FULL, "Make room"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "Another program"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "Nothing needs to be done"),
        (sqlite3.SQLITE_IOERR_READ, ""),
    ],
)
def test_the_advice_fits_what_is_the_matter(code: int, advice: str) -> None:
    error = sqlite3.OperationalError("thế nào đó")
    error.sqlite_errorcode = code
    said = unavailable(error)
    assert isinstance(said, IndexNotKeptError)
    assert said.advice.startswith(advice)
    assert "--rebuild" not in said.advice
    assert said.brief


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ("", "only half made"),
        ("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL", "only half made"),
        ("PRAGMA user_version = 1", "by another version"),
    ],
)
def test_what_was_begun_on_a_full_disk_is_told_from_what_another_version_made(
    tmp_path: Path, made: str, said: str
) -> None:
    path = tmp_path / "index.db"
    path.touch()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(made)
    with pytest.raises(IndexUnavailableError, match=said):
        open_index(path)
