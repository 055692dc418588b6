"""What was marked comes back: from the damaged file, from the backups, from the journal."""

from __future__ import annotations

import os
import random
import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.model.annotation import Position
from bulletin_tui.store import files, opening
from bulletin_tui.store.backups import backup_files, make_backup
from bulletin_tui.store.store import StoreAccess, open_store
from bulletin_tui.store.tending import tend
from unit.store.damage import (
    drop_the_journal,
    flip_the_note,
    overwrite_page,
    set_back,
)
from unit.store.samples import ARTICLE, NOW, OTHER, make_annotation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.paths import Paths
    from bulletin_tui.store.store import Store

MARK = make_annotation(ARTICLE, note="Hỏi lại trưởng bản")


def add(store: Store, *marks: Annotation) -> None:
    """Save marks in one act."""
    with store.act() as act:
        for mark in marks or (MARK,):
            act.add(ARTICLE, mark)


def back_up(paths: Paths) -> Path:
    """A backup of today's database."""
    with closing(sqlite3.connect(paths.state_db)) as connection:
        return make_backup(connection, paths.backups, NOW)


def keep_many(paths: Paths, count: int = 300) -> dict[str, Annotation]:
    """A database of several pages, by id."""
    with closing(open_store(paths)) as store:
        add(store, *(replace(MARK, id=f"m{n}", note=f"số {n} " * 30) for n in range(count)))
        return {mark.id: mark for mark in store.annotations()}


def by_id(store: Store) -> dict[str, Annotation]:
    """What is marked today."""
    return {mark.id: mark for mark in store.annotations()}


def test_a_database_that_is_gone_comes_back_from_the_journal(paths: Paths) -> None:
    marks = keep_many(paths, 3)
    paths.state_db.unlink()
    with closing(open_store(paths)) as store:
        assert by_id(store) == marks
        assert store.find_text(MARK.text_digest) == ARTICLE.text
        assert store.access is StoreAccess.WRITABLE
        assert "3 marks were brought back from the journal" in store.notice


def test_a_database_that_is_gone_comes_back_from_a_backup(paths: Paths) -> None:
    marks = keep_many(paths, 3)
    back_up(paths)
    drop_the_journal(paths)
    paths.state_db.unlink()
    with closing(open_store(paths)) as store:
        assert by_id(store) == marks
        assert "the backups" in store.notice


def test_a_destroyed_page_alone_costs_next_to_nothing(paths: Paths) -> None:
    marks = keep_many(paths)
    drop_the_journal(paths)
    chance = random.Random(3)
    overwrite_page(paths.state_db, chance.randrange(5, paths.state_db.stat().st_size // 4096))
    with closing(open_store(paths)) as store:
        back = by_id(store)
    assert back.items() <= marks.items()
    assert len(back) > len(marks) - 15


@pytest.mark.parametrize("page", range(0, 30, 3))
def test_a_destroyed_page_costs_nothing_with_a_journal(paths: Paths, page: int) -> None:
    marks = keep_many(paths)
    overwrite_page(paths.state_db, page)
    with closing(open_store(paths)) as store:
        assert by_id(store) == marks


def test_what_the_first_page_says_is_not_needed_to_read_the_others(paths: Paths) -> None:
    marks = keep_many(paths)
    drop_the_journal(paths)
    overwrite_page(paths.state_db, 0)
    with closing(open_store(paths)) as store:
        assert by_id(store) == marks


def test_all_copies_are_put_together(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        add(store, replace(MARK, id="in-the-backup"))
        back_up(paths)
        drop_the_journal(paths)
        add(store, replace(MARK, id="in-the-journal"))
        (journal,) = paths.journal.iterdir()
        lines = journal.read_bytes().splitlines(keepends=True)
        journal.write_bytes(b"".join(line for line in lines if b"in-the-backup" not in line))
    paths.state_db.write_bytes(b"")
    with closing(open_store(paths)) as store:
        assert set(by_id(store)) == {"in-the-backup", "in-the-journal"}


def test_damaged_copies_are_taken_for_what_they_still_have(paths: Paths) -> None:
    marks = keep_many(paths)
    overwrite_page(back_up(paths), 7)
    (journal,) = paths.journal.iterdir()
    os.truncate(journal, journal.stat().st_size // 2)
    paths.state_db.write_text("hỏng")
    with closing(open_store(paths)) as store:
        back = by_id(store)
        assert back.items() <= marks.items()
        assert len(back) > len(marks) - 15


def test_what_was_removed_stays_removed(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        add(store)
        back_up(paths)
        with store.act() as act:
            act.revise(replace(MARK, deleted=True))
    paths.state_db.unlink()
    with closing(open_store(paths)) as store:
        assert store.annotations() == ()
        assert [mark.id for mark in store.removed_annotations()] == [MARK.id]


def test_the_newest_revision_stands_wherever_it_was_found(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        add(store)
        back_up(paths)
        with store.act() as act:
            act.revise(replace(MARK, note="Đã hỏi"))
    paths.state_db.unlink()
    with closing(open_store(paths)) as store:
        assert [mark.note for mark in store.annotations()] == ["Đã hỏi"]


def test_positions_reads_and_searches_come_back_with_the_marks(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        add(store)
        store.save_position(OTHER, Position(7, 9))
        store.set_read(OTHER, is_read=True)
        for words in ("một", "hai"):
            store.remember_query(words)
    with closing(sqlite3.connect(paths.state_db)) as connection:
        connection.execute("PRAGMA application_id = 1")
    with closing(open_store(paths)) as store:
        assert store.find_position(OTHER.id) == Position(7, 9)
        assert store.last_opened_id() == OTHER.id
        assert store.read_ids() == {OTHER.id}
        assert store.recent_queries() == ("hai", "một")


def test_what_could_be_undone_still_can_be(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        add(store)
        with store.act() as act:
            act.revise(replace(MARK, note="Đã hỏi"))
    with closing(sqlite3.connect(paths.state_db)) as connection:
        connection.execute("PRAGMA application_id = 1")
    with closing(open_store(paths)) as store:
        assert store.undo()
        assert [mark.note for mark in store.annotations()] == [MARK.note]


def test_the_device_keeps_its_name(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        add(store)
        name = store.exchange.device()
    paths.state_db.write_bytes(b"")
    with closing(open_store(paths)) as store:
        assert store.exchange.device() == name


def test_an_old_copy_that_was_put_back_is_brought_up_to_the_journal(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        add(store)
    with set_back(paths), closing(open_store(paths)) as store:
        add(store, replace(MARK, id="second"))
    with closing(open_store(paths)) as store:
        assert set(by_id(store)) == {MARK.id, "second"}
        assert "older than their journal: 1 change" in store.notice
    with closing(open_store(paths)) as store:
        assert store.notice == ""


def test_what_an_old_copy_took_away_comes_back_though_more_was_marked_since(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        add(store)
        older = paths.state_db.read_bytes()
        add(store, replace(MARK, id="second"))
        with paths.state_db.open("r+b") as file:  # under the feet of the program
            file.write(older)
            file.truncate()
        add(store, replace(MARK, id="third"))
    with closing(open_store(paths)) as store:
        assert set(by_id(store)) == {MARK.id, "second", "third"}


def test_a_damaged_row_comes_back_from_the_journal(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        add(store)
    flip_the_note(paths, MARK.id)
    with closing(open_store(paths)) as store:
        assert store.annotations() == (MARK,)
        assert store.damaged_rows(check_all=True) == ()
        assert "1 row was damaged" in store.notice
    assert len(list(paths.damaged.iterdir())) == 1


def test_a_damaged_row_that_no_copy_has_is_shown_as_damaged(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        add(store)
    drop_the_journal(paths)
    flip_the_note(paths, MARK.id)
    for _start in range(2):
        with closing(open_store(paths)) as store:
            assert len(store.damaged_rows(check_all=True)) == 1
            assert store.notice == ""
    assert not paths.damaged.exists()


class KilledError(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("step", ["_keep_also_as", "sync_folder", "_unlink_family"])
@pytest.mark.parametrize("times", [1, 2])
def test_a_repair_that_is_cut_short_is_done_again(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, step: str, times: int
) -> None:
    marks = keep_many(paths)
    drop_the_journal(paths)
    overwrite_page(paths.state_db, 0)
    whole: Callable[..., object] = getattr(files, step)
    calls = 0

    def killed(*arguments: Path) -> object:
        nonlocal calls
        calls += 1
        if calls >= times:
            raise KilledError
        return whole(*arguments)

    with monkeypatch.context() as patch, suppress(KilledError):
        patch.setattr(files, step, killed)
        open_store(paths).close()
    with closing(open_store(paths)) as store:
        assert by_id(store) == marks


def test_rows_of_a_large_database_are_not_all_read_at_every_start(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_MOST_CHECKED", 0)
    with closing(open_store(paths)) as store:
        add(store)
    flip_the_note(paths, MARK.id)
    with closing(open_store(paths)) as store:
        assert store.notice == ""
    assert backup_files(paths.backups) == []


def test_a_large_database_with_damaged_rows_is_mended_at_the_next_start(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_MOST_CHECKED", 0)
    with closing(open_store(paths)) as store:
        add(store)
    flip_the_note(paths, MARK.id)
    assert tend(paths, NOW).can_be_mended
    with closing(open_store(paths)) as store:
        assert store.annotations() == (MARK,)
        assert "1 row was damaged" in store.notice
    assert not tend(paths, NOW).damaged_rows
