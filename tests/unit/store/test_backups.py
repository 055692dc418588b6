"""Backups are whole, checked, kept for their owner alone, and thinned out as they age."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.store import backups, migrations
from bulletin_tui.store.backups import (
    LEAST_APART,
    backup_files,
    kept_of,
    made_at,
    make_backup,
)
from bulletin_tui.store.database import pragma_number
from bulletin_tui.store.files import hold_folder, stamp_of
from bulletin_tui.store.store import open_store
from bulletin_tui.store.tending import tend
from unit.store.damage import drop_the_journal, flip_the_note, overwrite_page
from unit.store.samples import ARTICLE, NOW, make_annotation

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths

MARK = make_annotation(ARTICLE, note="Hỏi lại trưởng bản")
LATER = NOW + LEAST_APART


def add(paths: Paths, name: str = "mark") -> None:
    """Save a mark."""
    with closing(open_store(paths)) as store, store.act() as act:
        act.add(ARTICLE, replace(MARK, id=name))


def names(folder: Path) -> list[str]:
    """Everything in the folder of the backups."""
    return sorted(file.name for file in folder.iterdir())


def marks_in(backup: Path) -> list[str]:
    """The ids of the annotations in a backup."""
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [row[0] for row in connection.execute("SELECT id FROM annotation ORDER BY rowid")]


def test_what_was_marked_is_in_a_backup_for_its_owner_alone(paths: Paths) -> None:
    add(paths)
    assert tend(paths, NOW).backup_fault == ""
    (backup,) = backup_files(paths.backups)
    assert names(paths.backups) == [f"state-{stamp_of(NOW)}.db"]
    assert marks_in(backup) == ["mark"]
    assert made_at(backup) == NOW
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert stat.S_IMODE(paths.backups.stat().st_mode) == 0o700


def test_a_new_backup_is_kept_whatever_the_clock_says(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    for most in ("MOST_NEWEST", "MOST_DAYS", "MOST_MONTHS"):
        monkeypatch.setattr(backups, most, 1)
    for number, now in enumerate((NOW, NOW - timedelta(days=900))):
        add(paths, f"m{number}")
        tend(paths, now)
    assert ["m0", "m1"] in [marks_in(file) for file in backup_files(paths.backups)]


def test_backups_are_thinned_out_as_they_age() -> None:
    start = datetime(2025, 1, 1, tzinfo=UTC)
    made = [start + timedelta(hours=6 * number) for number in range(4 * 500)]
    files = [Path(f"state-{stamp_of(at)}.db") for at in made]
    kept = sorted((made_at(file) or start for file in kept_of(files)), reverse=True)
    newest = made[-1]
    assert kept[:10] == made[:-11:-1]
    days = {at.date() for at in kept}
    assert {newest.date() - timedelta(days=back) for back in range(14)} <= days
    assert {(at.year, at.month) for at in kept} == {(2025, month) for month in range(6, 13)} | {
        (2026, month) for month in range(1, 6)
    }
    assert len(kept) <= 36


def test_backups_of_one_second_are_all_there(paths: Paths) -> None:
    add(paths)
    with closing(sqlite3.connect(paths.state_db)) as connection:
        made = {make_backup(connection, paths.backups, NOW) for _number in range(3)}
    assert made == set(backup_files(paths.backups))
    assert len(made) == 3


def test_old_backups_go_once_a_new_one_is_there(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "MOST_NEWEST", 2)
    for number in range(4):
        add(paths, f"m{number}")
        tend(paths, NOW + number * LEAST_APART)
    assert len(backup_files(paths.backups)) == 2


def test_a_damaged_database_is_no_backup(paths: Paths) -> None:
    add(paths)
    tend(paths, NOW)
    for number in range(30):
        add(paths, f"m{number}")
    overwrite_page(paths.state_db, 4)
    with closing(sqlite3.connect(paths.state_db)) as connection, pytest.raises(sqlite3.Error):
        make_backup(connection, paths.backups, LATER)
    assert [made_at(file) for file in backup_files(paths.backups)] == [NOW]
    assert len(names(paths.backups)) == 1


def test_a_database_whose_rows_can_be_mended_is_mended_before_it_is_backed_up(paths: Paths) -> None:
    add(paths)
    flip_the_note(paths, "mark")
    tended = tend(paths, NOW)
    assert (tended.damaged_rows, tended.can_be_mended) == (1, True)
    assert backup_files(paths.backups) == []
    assert tend(paths, NOW, checks_rows=False) == tended  # what would be backed up is checked
    add(paths, "second")
    assert tend(paths, NOW).damaged_rows == 0
    assert len(backup_files(paths.backups)) == 1


def test_what_is_damaged_in_every_copy_cannot_be_mended(paths: Paths) -> None:
    add(paths)
    tend(paths, NOW)
    flip_the_note(paths, "mark")
    (backup,) = backup_files(paths.backups)
    backup.write_bytes(paths.state_db.read_bytes())
    for log in paths.journal.iterdir():
        log.unlink()
    tended = tend(paths, NOW)
    assert (tended.damaged_rows, tended.can_be_mended) == (1, False)


def test_what_a_backup_that_was_cut_short_left_is_cleared_away(paths: Paths) -> None:
    add(paths)
    paths.backups.mkdir()
    leftover = paths.backups / "state-20200101T000000Z.db.new"
    leftover.write_text("dở dang")
    tend(paths, NOW)
    assert names(paths.backups) == [f"state-{stamp_of(NOW)}.db"]


def test_a_backup_that_fails_says_why_and_leaves_nothing(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(paths)

    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(backups, "_fill", full)
        assert tend(paths, NOW).backup_fault == "No space left on device"
    assert names(paths.backups) == []
    tend(paths, NOW)
    assert len(backup_files(paths.backups)) == 1


def test_a_database_with_a_damaged_row_is_backed_up_as_it_is(paths: Paths) -> None:
    add(paths)
    add(paths, "second")
    drop_the_journal(paths)
    flip_the_note(paths, "mark")
    tend(paths, NOW)
    assert [marks_in(file) for file in backup_files(paths.backups)] == [["mark", "second"]]


def test_a_copy_with_more_damage_than_the_database_is_none(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(paths)
    damaged = iter([1, 0])
    monkeypatch.setattr(backups, "_damaged_rows", lambda _connection: next(damaged))
    assert tend(paths, NOW).backup_fault
    assert backup_files(paths.backups) == []


def test_two_windows_make_one_backup(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    add(paths)
    monkeypatch.setattr("bulletin_tui.store.files.LOCK_TIMEOUT_SECONDS", 0.05)
    paths.backups.mkdir()
    with hold_folder(paths.backups):
        assert tend(paths, NOW).backup_fault
    tend(paths, NOW)
    tend(paths, NOW)
    assert len(backup_files(paths.backups)) == 1


def test_an_older_database_is_backed_up_before_it_is_migrated(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        older = migrations._STEPS[:-1]
        patch.setattr(migrations, "_STEPS", older)
        patch.setattr("bulletin_tui.store.opening.SCHEMA_VERSION", len(older))
        open_store(paths).close()
    with closing(open_store(paths)) as store:
        assert store.notice == ""
    (backup,) = backup_files(paths.backups)
    with closing(sqlite3.connect(backup)) as connection:
        assert pragma_number(connection, "user_version") == len(older)
    with closing(sqlite3.connect(paths.state_db)) as connection:
        assert pragma_number(connection, "user_version") == migrations.SCHEMA_VERSION


def test_a_migration_without_room_for_a_backup_says_so(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        older = migrations._STEPS[:-1]
        patch.setattr(migrations, "_STEPS", older)
        patch.setattr("bulletin_tui.store.opening.SCHEMA_VERSION", len(older))
        open_store(paths).close()
    paths.backups.write_text("một tệp ở chỗ của thư mục")
    with closing(open_store(paths)) as store:
        assert store.keeps
        assert store.notice == "No backup could be made: File exists."
