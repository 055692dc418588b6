"""The encodings chosen for files: kept by path, taken back, and read without opening the store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from bulletin_tui.store.at_a_glance import Made, made_at_a_glance
from bulletin_tui.store.store import open_store

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths

OLD, OTHER = "/bao-cao/cu.txt", "/bao-cao/khac.txt"


def choose(paths: Paths, **chosen: str | None) -> dict[str, str]:
    with closing(open_store(paths)) as store:
        with store.act() as act:
            for path, encoding in chosen.items():
                act.choose_encoding({"old": OLD, "other": OTHER}[path], encoding)
        return store.encodings.all()


def test_the_last_choice_for_a_file_is_kept(paths: Paths) -> None:
    choose(paths, old="vni", other="viscii")
    assert choose(paths, old="tcvn3") == {OLD: "tcvn3", OTHER: "viscii"}


def test_a_choice_is_taken_back(paths: Paths) -> None:
    choose(paths, old="vni")
    assert choose(paths, old=None) == {}


def test_choices_are_seen_without_opening_the_database_for_more(paths: Paths) -> None:
    assert made_at_a_glance(paths) == Made()
    assert not paths.state_db.exists()
    choose(paths, old="vni")
    assert made_at_a_glance(paths) == Made(encodings={OLD: "vni"})


def test_a_database_of_an_older_program_has_no_choices(paths: Paths) -> None:
    choose(paths)
    with closing(sqlite3.connect(paths.state_db)) as connection:
        connection.execute("DROP TABLE encoding_choice")
    assert made_at_a_glance(paths) == Made()


def test_a_damaged_database_has_to_be_opened_properly_and_gives_them_back(paths: Paths) -> None:
    choose(paths, old="vni")
    with closing(sqlite3.connect(paths.state_db)) as connection:
        connection.execute("PRAGMA application_id = 1")
    assert choose(paths) == {OLD: "vni"}
    paths.state_db.write_bytes(b"no database" * 100)
    assert made_at_a_glance(paths) is None
