"""Whatever is found in place of the database, the program starts and no file is lost."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import NotSavedError, StateUnavailableError
from bulletin_tui.store import failures, files, migrations
from bulletin_tui.store.migrations import SCHEMA_VERSION
from bulletin_tui.store.store import StoreAccess, open_store
from unit.store.damage import overwrite_page, read_only
from unit.store.samples import make_annotation, make_article, make_paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from bulletin_tui.store.store import Store

ARTICLE = make_article()
MARK = make_annotation(ARTICLE)


def keep_a_mark(paths: Paths) -> None:
    """A database with one annotation, closed."""
    with closing(open_store(paths)) as store:
        save(store)


def save(store: Store) -> None:
    """Add the annotation."""
    with store.act() as act:
        act.add(ARTICLE, MARK)


def truncate(file: Path) -> None:
    """Cut a file in half."""
    os.truncate(file, file.stat().st_size // 2)


def make_another_programs_database(file: Path) -> None:
    """A sound database that is not ours."""
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE feeds (url TEXT)")


def change(file: Path, statement: str) -> None:
    """Change a database behind the store's back."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(statement)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "text": lambda file: file.write_text("không phải cơ sở dữ liệu\n" * 200),
    "empty": lambda file: file.write_bytes(b""),
    "half": truncate,
    "page": lambda file: overwrite_page(file, 1),
    "table": lambda file: change(file, "DROP TABLE meta"),
    "device": lambda file: change(file, "DELETE FROM meta"),
    "version": lambda file: change(file, "PRAGMA user_version = 0"),
    "foreign": make_another_programs_database,
}


def test_a_first_start_makes_a_database_for_its_owner_alone(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        assert (store.access, store.notice, store.keeps) == (StoreAccess.WRITABLE, "", True)
    assert stat.S_IMODE(paths.data.stat().st_mode) == 0o700
    assert stat.S_IMODE(paths.state_db.stat().st_mode) == 0o600
    assert [path.name for path in paths.data.iterdir()] == ["state.db"]


def test_a_second_start_finds_what_the_first_one_left(paths: Paths) -> None:
    keep_a_mark(paths)
    with closing(open_store(paths)) as store:
        assert (store.access, store.notice) == (StoreAccess.WRITABLE, "")
        assert store.annotations() == (MARK,)


def test_the_settings_that_keep_a_commit_through_a_power_cut_are_in_force(store: Store) -> None:
    with store._database.reading() as connection:
        settings = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
    assert settings == {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_file_that_cannot_be_used_is_kept_and_its_marks_come_back(
    paths: Paths, damage: Callable[[Path], object]
) -> None:
    keep_a_mark(paths)
    damage(paths.state_db)
    found = paths.state_db.read_bytes()
    with closing(open_store(paths)) as store:
        assert store.access is StoreAccess.WRITABLE
        assert store.annotations() == (MARK,)
        notice = store.notice
    (kept,) = paths.damaged.iterdir()
    assert kept.read_bytes() == found
    assert str(kept) in notice
    assert "1 mark was brought back" in notice
    assert stat.S_IMODE(paths.state_db.stat().st_mode) == 0o600
    with closing(open_store(paths)) as store:
        assert store.notice == ""
        assert store.annotations() == (MARK,)


def test_a_file_that_cannot_be_used_and_of_which_there_is_no_copy_is_kept(paths: Paths) -> None:
    paths.data.mkdir()
    paths.state_db.write_text("không phải cơ sở dữ liệu")
    with closing(open_store(paths)) as store:
        assert "begin anew" in store.notice
        save(store)
    (kept,) = paths.damaged.iterdir()
    assert kept.read_text() == "không phải cơ sở dữ liệu"


def test_files_set_aside_in_the_same_second_are_all_kept(paths: Paths) -> None:
    paths.data.mkdir()
    for number in range(3):
        paths.state_db.write_text(f"bản hỏng thứ {number}")
        open_store(paths).close()
    assert sorted(kept.read_text() for kept in paths.damaged.iterdir()) == [
        f"bản hỏng thứ {number}" for number in range(3)
    ]


def test_a_journal_goes_aside_with_its_database(paths: Paths) -> None:
    keep_a_mark(paths)
    paths.state_db.write_bytes(b"")
    journal = paths.state_db.with_name("state.db-journal")
    journal.write_text("nhật ký của bản hỏng")
    open_store(paths).close()
    assert sorted(path.suffix for path in paths.damaged.iterdir()) == [".db", ".db-journal"]


def test_a_journal_without_its_database_is_not_played_into_a_new_one(paths: Paths) -> None:
    paths.data.mkdir()
    journal = paths.state_db.with_name("state.db-journal")
    journal.write_text("nhật ký mồ côi")
    with closing(open_store(paths)) as store:
        save(store)
    assert not journal.exists()
    (kept,) = paths.damaged.iterdir()
    assert kept.read_text() == "nhật ký mồ côi"


def test_a_start_that_was_killed_half_way_leaves_nothing_in_the_way(paths: Paths) -> None:
    paths.data.mkdir()
    paths.state_db.with_name("state.db.new").write_text("dở dang")
    with closing(open_store(paths)) as store:
        assert (store.access, store.notice) == (StoreAccess.WRITABLE, "")


def test_a_newer_database_is_read_and_never_touched(paths: Paths) -> None:
    keep_a_mark(paths)
    with closing(sqlite3.connect(paths.state_db)) as connection:
        connection.execute("ALTER TABLE annotation ADD COLUMN mood TEXT")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    found = paths.state_db.read_bytes()
    with closing(open_store(paths)) as store:
        assert store.access is StoreAccess.READ_ONLY
        assert "newer version" in store.notice
        assert store.annotations() == (MARK,)
        with pytest.raises(NotSavedError, match="can only be read"):
            save(store)
    assert paths.state_db.read_bytes() == found


def test_a_folder_that_cannot_be_written_is_read(paths: Paths) -> None:
    keep_a_mark(paths)
    with read_only(paths.data), closing(open_store(paths)) as store:
        assert store.access is StoreAccess.READ_ONLY
        assert "can only be read" in store.notice
        assert store.annotations() == (MARK,)
        with pytest.raises(NotSavedError):
            save(store)


def test_an_older_database_that_cannot_be_written_is_read(paths: Paths) -> None:
    paths.data.mkdir()
    with closing(sqlite3.connect(paths.state_db, isolation_level=None)) as connection:
        migrations._STEPS[0](connection)
        connection.execute("PRAGMA user_version = 1")
    with read_only(paths.data), closing(open_store(paths)) as store:
        assert store.access is StoreAccess.READ_ONLY
        assert store.annotations() == ()
        assert store.read_ids() == frozenset()
        with pytest.raises(NotSavedError):
            save(store)


def test_a_folder_that_cannot_be_written_and_is_empty_leaves_memory(paths: Paths) -> None:
    paths.data.mkdir()
    with read_only(paths.data), closing(open_store(paths)) as store:
        assert store.access is StoreAccess.MEMORY
        assert "Nothing will be saved" in store.notice


def test_a_folder_that_cannot_be_made_leaves_memory(paths: Paths) -> None:
    paths.data.write_text("một tệp ở chỗ của thư mục")
    with closing(open_store(paths)) as store:
        assert (store.access, store.keeps) == (StoreAccess.MEMORY, False)
        assert "Nothing will be saved" in store.notice
        save(store)
        assert store.annotations() == (MARK,)
    assert paths.data.read_text() == "một tệp ở chỗ của thư mục"


def test_a_folder_in_place_of_the_database_leaves_memory(paths: Paths) -> None:
    paths.state_db.mkdir(parents=True)
    with closing(open_store(paths)) as store:
        assert store.access is StoreAccess.MEMORY


def test_a_damaged_file_that_cannot_be_moved_leaves_memory_and_the_file(paths: Paths) -> None:
    keep_a_mark(paths)
    paths.state_db.write_text("hỏng")
    paths.damaged.write_text("một tệp ở chỗ của thư mục")
    with closing(open_store(paths)) as store:
        assert store.access is StoreAccess.MEMORY
    assert paths.state_db.read_text() == "hỏng"


def test_a_database_that_stays_locked_is_said_in_words(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_a_mark(paths)
    monkeypatch.setattr("bulletin_tui.store.database.LOCK_TIMEOUT_SECONDS", 0.01)
    with closing(sqlite3.connect(paths.state_db, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StateUnavailableError, match="locked") as raised:
            open_store(paths)
    assert raised.value.advice
    assert not paths.damaged.exists()


def test_a_lock_while_saving_is_said_in_words_and_saving_again_works(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bulletin_tui.store.database.LOCK_TIMEOUT_SECONDS", 0.01)
    with closing(open_store(paths)) as store:
        with closing(sqlite3.connect(paths.state_db, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(NotSavedError, match="not saved: another program"):
                save(store)
        save(store)
        assert store.annotations() == (MARK,)


def test_two_openings_at_once_take_turns(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LOCK_TIMEOUT_SECONDS", 0.05)
    paths.data.mkdir()
    with files.hold_folder(paths.data), pytest.raises(StateUnavailableError, match="too long"):
        open_store(paths)
    open_store(paths).close()


def test_an_sqlite_without_strict_tables_is_refused_in_words(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(StateUnavailableError, match="too old"):
        open_store(paths)


def test_a_database_that_was_taken_away_meanwhile_takes_no_more_marks(paths: Paths) -> None:
    keep_a_mark(paths)
    with closing(open_store(paths)) as store:
        paths.state_db.rename(paths.data / "dời đi.db")
        with pytest.raises(NotSavedError), store.act() as act:
            act.revise(replace(MARK, note="viết vào đâu?"))


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    paths = make_paths(tmp_path / "ghi chú #1 %41?x=y&mode=ro")
    keep_a_mark(paths)
    assert paths.state_db.is_file()


def test_a_misuse_of_the_connection_is_not_dressed_up_as_a_failure() -> None:
    with pytest.raises(sqlite3.ProgrammingError), failures.saving_in_words():
        raise sqlite3.ProgrammingError("closed")
