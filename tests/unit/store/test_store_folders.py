"""The folders of the library are rows that outlive damage, in the order they were added in."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import StateUnavailableError
from bulletin_tui.store.at_a_glance import Made, made_at_a_glance
from bulletin_tui.store.backups import backup_files
from bulletin_tui.store.folders import BUNDLED, FolderRows
from bulletin_tui.store.store import open_store
from bulletin_tui.store.tending import tend
from unit.store.samples import NOW

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths


@pytest.fixture
def added(paths: Paths) -> Paths:
    """A database with two folders, and without the bundled reports."""
    with closing(open_store(paths)) as store:
        for path in ("/z", "/b", "/a"):
            store.folders.add(path)
        store.folders.remove("/b")
        store.folders.remove(BUNDLED)
    return paths


def shown(rows: FolderRows) -> tuple[list[Path], bool]:
    return [folder.path for folder in rows.added], rows.has_bundled


def test_folders_come_in_the_order_they_were_added_in(added: Paths) -> None:
    with closing(open_store(added)) as store:
        assert shown(store.folders.read()) == ([Path("/z"), Path("/a")], False)
        store.folders.add(BUNDLED)
        assert shown(store.folders.read()) == ([Path("/z"), Path("/a")], True)


def test_they_are_read_without_opening_the_database_for_more(added: Paths) -> None:
    made = made_at_a_glance(added)
    assert made is not None
    assert shown(made.folders) == ([Path("/z"), Path("/a")], False)


def test_without_a_database_there_is_only_what_is_bundled(paths: Paths) -> None:
    assert made_at_a_glance(paths) == Made()
    assert not paths.data.exists()


def test_a_database_of_an_older_version_has_no_folders(paths: Paths) -> None:
    open_store(paths).close()
    with closing(sqlite3.connect(paths.state_db)) as connection:
        connection.execute("DROP TABLE folder")
    assert made_at_a_glance(paths) == Made()


def test_a_damaged_database_has_to_be_opened_properly_first(added: Paths) -> None:
    added.state_db.write_bytes(b"not a database at all" * 1000)
    assert made_at_a_glance(added) is None


def test_a_database_that_is_locked_is_not_opened_properly_either(
    added: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bulletin_tui.store.at_a_glance.LOCK_TIMEOUT_SECONDS", 0.01)
    with closing(sqlite3.connect(added.state_db, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StateUnavailableError, match="locked"):
            made_at_a_glance(added)


def test_folders_come_back_from_a_backup(added: Paths) -> None:
    tend(added, NOW)
    assert len(backup_files(added.backups)) == 1
    added.state_db.write_bytes(b"not a database at all" * 1000)
    with closing(open_store(added)) as store:
        assert shown(store.folders.read()) == ([Path("/z"), Path("/a")], False)
