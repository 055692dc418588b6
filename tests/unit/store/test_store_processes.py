"""Two windows at once: nothing is lost, and each can tell that the other has saved something."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.store import opening
from bulletin_tui.store.database import pragma_number
from bulletin_tui.store.store import open_store
from unit.store.samples import make_annotation, make_article, make_workspace, marks
from unit.store.writer import LONG_ARTICLE, start_writer

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from bulletin_tui.paths import Paths
    from bulletin_tui.store.store import Store

ARTICLE = make_article()
MARK = make_annotation(ARTICLE)


def test_two_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [start_writer(tmp_path, first, 100) for first in (0, 500)]
    acknowledged = [line.strip() for writer in writers for line in writer.communicate()[0].split()]
    assert [writer.returncode for writer in writers] == [0, 0]
    assert len(acknowledged) == 200
    with make_workspace(tmp_path, LONG_ARTICLE) as workspace:
        assert {mark.id for mark in marks(workspace)} == set(acknowledged)


def test_another_windows_change_is_noticed_and_ones_own_is_not(store: Store, paths: Paths) -> None:
    before = store.data_version()
    with store.act() as act:
        act.add(ARTICLE, MARK)
    assert store.data_version() == before
    with closing(open_store(paths)) as other, other.act() as act:
        act.revise(replace(MARK, note="từ cửa sổ kia"))
    assert store.data_version() != before
    assert [mark.note for mark in store.annotations()] == ["từ cửa sổ kia"]


def test_looking_without_saving_is_not_noticed(store: Store, paths: Paths) -> None:
    before = store.data_version()
    with closing(open_store(paths)) as other:
        other.annotations()
        with other.act() as act:
            act.find(MARK.id)
    assert store.data_version() == before


def test_an_act_sees_what_another_window_has_just_saved(store: Store, paths: Paths) -> None:
    with store.act() as act:
        act.add(ARTICLE, MARK)
    with closing(open_store(paths)) as other:
        with other.act() as act:
            act.revise(replace(MARK, note="hai"))
        with store.act() as act:
            assert act.revise(replace(MARK, note="ba")).revision == 3
        assert [mark.note for mark in other.annotations()] == ["ba"]


def test_a_database_that_becomes_shorter_while_it_is_opened_is_sound(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_store(paths)) as store, store.act() as act:
        act.add(ARTICLE, MARK)
    with closing(sqlite3.connect(paths.state_db)) as connection:
        connection.execute("CREATE TABLE filler AS SELECT zeroblob(100000)")
        connection.execute("DROP TABLE filler")

    def ask_and_shorten(connection: sqlite3.Connection, name: str) -> int:
        answer = pragma_number(connection, name)
        if name == "page_size":
            other = sqlite3.connect(paths.state_db, timeout=0)
            with closing(other), suppress(sqlite3.OperationalError):
                other.execute("VACUUM")
        return answer

    monkeypatch.setattr(opening, "pragma_number", ask_and_shorten)
    with closing(open_store(paths)) as store:
        assert store.notice == ""
        assert store.annotations() == (MARK,)
