"""Of what can only be read in part no more is taken than what is sure."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import Position
from bulletin_tui.store import recovering
from bulletin_tui.store.annotations import TO_BE_MENDED
from bulletin_tui.store.backups import make_backup
from bulletin_tui.store.log_folder import LogRead, News
from bulletin_tui.store.purging import purge_everywhere
from bulletin_tui.store.salvaging import Table, read_table
from bulletin_tui.store.store import StoreAccess, open_store
from unit.store.damage import drop_the_journal, flip_the_note, overwrite_page, unsettle
from unit.store.samples import ARTICLE, NOW, OTHER, make_annotation, make_paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from bulletin_tui.paths import Paths

MARK = make_annotation(ARTICLE, note="một")


def make_acts(paths: Paths) -> None:
    """Two acts that can be undone."""
    with closing(open_store(paths)) as store:
        with store.act() as act:
            act.add(ARTICLE, MARK)
        with store.act() as act:
            act.revise(replace(MARK, note="hai"))


def back_up(paths: Paths) -> None:
    with closing(sqlite3.connect(paths.state_db)) as connection:
        make_backup(connection, paths.backups, NOW)


def ask_for_mending(paths: Paths) -> None:
    with closing(sqlite3.connect(paths.state_db)) as connection, connection:
        connection.execute("INSERT INTO meta VALUES (?, '')", (TO_BE_MENDED,))


def is_to_be_mended(paths: Paths) -> bool:
    with closing(open_store(paths)), closing(sqlite3.connect(paths.state_db)) as connection:
        return (TO_BE_MENDED,) in connection.execute("SELECT key FROM meta").fetchall()


def device_of(paths: Paths) -> str:
    with closing(open_store(paths)) as store:
        return store.exchange.device()


def read_in_part(
    monkeypatch: pytest.MonkeyPatch, table: str, change: Callable[[Path, Table], Table]
) -> None:
    """Have a table be read otherwise than it is."""

    def read(file: Path, name: str) -> Table:
        found = read_table(file, name)
        return change(file, found) if name == table else found

    monkeypatch.setattr(recovering, "read_table", read)


def test_nothing_can_be_undone_where_the_log_of_acts_is_not_whole(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_acts(paths)
    unsettle(paths)
    read_in_part(monkeypatch, "act", lambda _file, found: replace(found, is_whole=False))
    with closing(open_store(paths)) as store:
        assert [mark.note for mark in store.annotations()] == ["hai"]
        assert not store.can_undo()


def test_nothing_can_be_undone_where_a_revision_is_lost_that_an_act_goes_back_to(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_acts(paths)
    unsettle(paths)

    def forget_the_first(_file: Path, found: Table) -> Table:
        return replace(found, rows=[row | {"before": row["before"] and 9} for row in found.rows])

    read_in_part(monkeypatch, "act_change", forget_the_first)
    with closing(open_store(paths)) as store:
        assert not store.can_undo()


def test_of_two_copies_of_a_row_the_newer_stands(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_store(paths)) as store:
        store.corrections.save(ARTICLE, {"place": "Lào Cai"})
        back_up(paths)
        store.corrections.save(ARTICLE, {"place": "Yên Bái"})
    unsettle(paths)

    def spoil_the_newest(file: Path, found: Table) -> Table:
        return replace(found, is_whole=found.is_whole and file != paths.state_db)

    read_in_part(monkeypatch, "correction", spoil_the_newest)
    with closing(open_store(paths)) as store:
        assert store.corrections.all() == {ARTICLE.id: {"place": "Yên Bái"}}


def test_the_device_is_told_by_the_only_log_where_nothing_else_names_it(paths: Paths) -> None:
    make_acts(paths)
    device = device_of(paths)
    paths.state_db.unlink()
    assert device_of(paths) == device


def test_the_device_is_told_by_no_log_among_several(paths: Paths) -> None:
    make_acts(paths)
    device = device_of(paths)
    (paths.journal / f"{'f' * 16}.jsonl").touch()
    paths.state_db.unlink()
    assert device_of(paths) not in {device, "f" * 16}


def test_the_device_is_told_by_no_log_of_another_kind_of_name(paths: Paths) -> None:
    make_acts(paths)
    (log,) = paths.journal.iterdir()
    log.rename(log.with_stem("nhật ký"))
    paths.state_db.unlink()
    assert device_of(paths) != "nhật ký"


def test_a_database_that_was_made_anew_is_not_to_be_mended_again(paths: Paths) -> None:
    make_acts(paths)
    ask_for_mending(paths)
    unsettle(paths)
    assert not is_to_be_mended(paths)


def test_a_database_in_which_nothing_is_damaged_is_not_to_be_mended_again(paths: Paths) -> None:
    make_acts(paths)
    ask_for_mending(paths)
    assert not is_to_be_mended(paths)


def test_revisions_are_numbered_as_they_were_made_wherever_each_was_found(paths: Paths) -> None:
    make_acts(paths)
    with closing(sqlite3.connect(paths.state_db)) as connection, connection:
        connection.execute("DROP TRIGGER annotation_is_never_dropped")
        connection.execute("DELETE FROM annotation WHERE revision = 1")
    unsettle(paths)
    with closing(open_store(paths)) as store, store.act() as act:
        assert [each.note for each in act.history(MARK.id)] == ["một", "hai"]


def test_a_mark_is_on_the_article_that_any_of_its_copies_names(paths: Paths) -> None:
    make_acts(paths)
    with closing(sqlite3.connect(paths.state_db)) as connection, connection:
        connection.execute("DELETE FROM document")
    unsettle(paths)
    with closing(open_store(paths)) as store:
        known = store.find_document(ARTICLE.id)
        assert known is not None
        assert known.title == ARTICLE.summary.title


def test_a_column_that_a_newer_version_has_added_keeps_no_row_back(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        store.folders.add("/bao-cao")
    with closing(sqlite3.connect(paths.state_db)) as connection:
        connection.execute("ALTER TABLE folder ADD COLUMN mood TEXT")
    unsettle(paths)
    with closing(open_store(paths)) as store:
        assert [str(folder.path) for folder in store.folders.read().added] == ["/bao-cao"]


def test_a_row_that_can_stand_no_more_keeps_nothing_else_back(paths: Paths) -> None:
    make_acts(paths)
    with closing(open_store(paths)) as store:
        store.save_position(OTHER, Position(1, 2))
    with closing(sqlite3.connect(paths.state_db)) as connection, connection:
        connection.execute("DELETE FROM document WHERE id = ?", (OTHER.id,))
    unsettle(paths)
    with closing(open_store(paths)) as store:
        assert store.access is StoreAccess.WRITABLE
        assert [mark.note for mark in store.annotations()] == ["hai"]


def test_the_logs_of_other_devices_are_read_from_their_beginning_again(paths: Paths) -> None:
    make_acts(paths)
    with closing(open_store(paths)) as store:
        store.exchange.absorb(News((), LogRead("kia.jsonl", size=9, read_to=9)))
    unsettle(paths)
    with closing(open_store(paths)) as store:
        assert store.exchange.log_reads() == {}


def test_an_article_is_called_as_it_was_called_last(paths: Paths) -> None:
    make_acts(paths)
    back_up(paths)
    renamed = replace(ARTICLE, summary=replace(ARTICLE.summary, title="Tên mới"))
    with closing(open_store(paths)) as store, store.act() as act:
        act.add(renamed, replace(MARK, id="second"))
    unsettle(paths)
    with closing(open_store(paths)) as store:
        known = store.find_document(ARTICLE.id)
        assert known is not None
        assert known.title == "Tên mới"


def test_what_was_removed_for_good_is_known_where_its_table_cannot_be_found(paths: Paths) -> None:
    make_acts(paths)
    (log,) = paths.journal.iterdir()
    told = log.read_bytes()
    purge_everywhere(paths, MARK.id)
    log.write_bytes(told)
    overwrite_page(paths.state_db, 0)
    with closing(open_store(paths)) as store:
        assert store.annotations() == ()


def test_marks_that_were_removed_are_not_counted_among_those_that_came_back(paths: Paths) -> None:
    make_acts(paths)
    with closing(open_store(paths)) as store, store.act() as act:
        act.add(OTHER, make_annotation(OTHER, "cá xếp", mark_id="second"))
        act.revise(replace(MARK, note="hai", deleted=True))
    unsettle(paths)
    with closing(open_store(paths)) as store:
        assert "1 mark was brought back" in store.notice


def test_a_copy_with_the_same_damage_is_no_reason_to_mend(paths: Paths) -> None:
    make_acts(paths)
    flip_the_note(paths, MARK.id)
    drop_the_journal(paths)
    back_up(paths)
    with closing(open_store(paths)) as store:
        assert "mended" not in store.notice
        assert len(store.damaged_rows(check_all=True)) == 2


def test_a_copied_folder_is_known_by_its_later_name_where_that_is_destroyed(
    tmp_path: Path,
) -> None:
    paths, copied = make_paths(tmp_path / "first"), make_paths(tmp_path / "second")
    make_acts(paths)
    shutil.copytree(tmp_path / "first", tmp_path / "second")
    with closing(open_store(copied)) as store, store.act() as act:
        act.add(OTHER, make_annotation(OTHER, "Thuyền về", mark_id="later"))
    name = device_of(copied)
    shutil.rmtree(copied.journal)
    shutil.copytree(paths.journal, copied.journal)
    overwrite_page(copied.state_db, 1)
    assert device_of(copied) == name != device_of(paths)
    with closing(open_store(copied)) as store:
        assert store.can_undo()


def test_pages_that_are_missing_at_the_end_are_noticed_though_they_were_empty(
    paths: Paths,
) -> None:
    make_acts(paths)
    with closing(open_store(paths)) as store, store.act() as act:
        act.add(OTHER, make_annotation(OTHER, "Thuyền về", mark_id="gone"))
    purge_everywhere(paths, "gone")
    os.truncate(paths.state_db, paths.state_db.stat().st_size - 1)
    with closing(open_store(paths)) as store:
        assert "mended" in store.notice
        with store.act() as act:
            act.revise(replace(MARK, note="ba"))
        assert [mark.note for mark in store.annotations()] == ["ba"]
