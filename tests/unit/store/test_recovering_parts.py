"""Of what can only be read in part no more is taken than what is sure."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.store import recovering
from bulletin_tui.store.annotations import TO_BE_MENDED
from bulletin_tui.store.backups import make_backup
from bulletin_tui.store.salvaging import Table, read_table
from bulletin_tui.store.store import open_store
from unit.store.damage import unsettle
from unit.store.samples import ARTICLE, NOW, make_annotation

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
        with closing(sqlite3.connect(paths.state_db)) as connection:
            make_backup(connection, paths.backups, NOW)
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
    with closing(sqlite3.connect(paths.state_db)) as connection, connection:
        connection.execute("INSERT INTO meta VALUES (?, '')", (TO_BE_MENDED,))
    unsettle(paths)
    with closing(open_store(paths)), closing(sqlite3.connect(paths.state_db)) as connection:
        keys = connection.execute("SELECT key FROM meta").fetchall()
    assert (TO_BE_MENDED,) not in keys


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
