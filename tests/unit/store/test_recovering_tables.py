"""Folders, corrections and choices come back from the newest file that has all of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from bulletin_tui.store.backups import make_backup
from bulletin_tui.store.store import open_store
from unit.store.damage import PAGE_BYTES, overwrite_page, unsettle
from unit.store.samples import ARTICLE, NOW, make_annotation

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths
    from bulletin_tui.store.store import Store


def back_up(paths: Paths) -> None:
    with closing(sqlite3.connect(paths.state_db)) as connection:
        make_backup(connection, paths.backups, NOW)


def spoil_half(paths: Paths, table: str) -> None:
    """Destroy one page of a table that has many, and let the file be found damaged."""
    with closing(sqlite3.connect(paths.state_db)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()
    content = paths.state_db.read_bytes()
    children = content[(root - 1) * PAGE_BYTES + 12 :]  # of an interior page: the cells' pointers
    cell = int.from_bytes(children[2:4], "big")
    at = (root - 1) * PAGE_BYTES + cell
    overwrite_page(paths.state_db, int.from_bytes(content[at : at + 4], "big") - 1)


def folders(store: Store) -> set[str]:
    return {str(folder.path) for folder in store.folders.read().added}


def test_what_was_taken_out_after_the_backup_stays_out(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        store.folders.add("/bao-cao")
        store.corrections.save(ARTICLE, {"place": "Lào Cai"})
        back_up(paths)
        store.folders.remove("/bao-cao")
        store.corrections.save(ARTICLE, {"place": None})
    unsettle(paths)
    with closing(open_store(paths)) as store:
        assert folders(store) == set()
        assert store.corrections.all() == {}
        assert "begin anew" in store.notice


def test_what_is_left_of_a_table_is_laid_over_the_newest_whole_one(paths: Paths) -> None:
    names = [f"/bao-cao/{number:03}{'-' * 300}" for number in range(60)]
    with closing(open_store(paths)) as store:
        for name in names[:30]:
            store.folders.add(name)
        back_up(paths)
        for name in names[30:]:
            store.folders.add(name)
    spoil_half(paths, "folder")
    with closing(open_store(paths)) as store:
        back = folders(store)
    assert back == set(names)


def test_a_half_table_that_no_copy_has_whole_is_taken_for_what_it_has(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        for number in range(60):
            store.folders.add(f"/bao-cao/{number:03}{'-' * 300}")
    spoil_half(paths, "folder")
    with closing(open_store(paths)) as store:
        assert 30 < len(folders(store)) < 60


def test_the_reader_is_told_that_more_than_marks_came_back(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        store.folders.add("/bao-cao")
    back_up(paths)
    overwrite_page(paths.state_db, 0)
    with closing(open_store(paths)) as store:
        assert folders(store) == {"/bao-cao"}
        assert "brought back: folders" in store.notice
        with store.act() as act:
            act.add(ARTICLE, make_annotation(ARTICLE))
    overwrite_page(paths.state_db, 0)
    with closing(open_store(paths)) as store:
        assert "1 mark was brought back" in store.notice
        assert "Also brought back: folders" in store.notice
