"""A backup is made when something was marked, corrected, chosen or added, and not too often."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.model.annotation import Position
from bulletin_tui.store import backups
from bulletin_tui.store.backups import LEAST_APART, backup_files
from bulletin_tui.store.folders import BUNDLED
from bulletin_tui.store.store import open_store
from bulletin_tui.store.tending import tend
from unit.store.damage import drop_the_journal, set_back
from unit.store.samples import ARTICLE, NOW
from unit.store.test_backups import LATER, add, marks_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from bulletin_tui.store.store import Store


def test_without_a_mark_there_is_no_backup(paths: Paths) -> None:
    with closing(open_store(paths)) as store:
        store.save_position(ARTICLE, Position(1, 2))
    tend(paths, NOW)
    assert not paths.backups.exists()


def test_reading_on_makes_no_backup_and_marking_does(paths: Paths) -> None:
    add(paths)
    tend(paths, NOW)
    with closing(open_store(paths)) as store:
        store.save_position(ARTICLE, Position(1, 2))
        store.set_read(ARTICLE, is_read=True)
    tend(paths, LATER)
    assert len(backup_files(paths.backups)) == 1
    add(paths, "second")
    tend(paths, LATER)
    assert [marks_in(file) for file in backup_files(paths.backups)] == [
        ["mark", "second"],
        ["mark"],
    ]


def choose_encodings(store: Store, *encodings: str | None) -> None:
    """Choose one after the other, each for a file of its own; None takes the first choice back."""
    for number, encoding in enumerate(encodings):
        with store.act() as act:
            act.choose_encoding(f"/báo cáo/{number if encoding else 0}.txt", encoding)


@pytest.mark.parametrize(
    ("before", "change"),
    [
        (lambda _store: None, lambda store: store.corrections.save(ARTICLE, {"title": "Ong"})),
        (
            lambda store: store.corrections.save(ARTICLE, {"title": "Ong"}),
            lambda store: store.corrections.save(ARTICLE, {"title": "Tổ ong"}),
        ),
        (
            lambda store: store.corrections.save(ARTICLE, {"title": "Ong", "place": "Bắc Hà"}),
            lambda store: store.corrections.save(ARTICLE, {"title": None}),
        ),
        (lambda _store: None, lambda store: choose_encodings(store, "tcvn3")),
        (
            lambda store: choose_encodings(store, "tcvn3", "vni"),
            lambda store: choose_encodings(store, None),
        ),
        (
            lambda store: choose_encodings(store, "tcvn3"),
            lambda store: choose_encodings(store, "vni"),
        ),
        (lambda _store: None, lambda store: store.folders.add("/báo cáo")),
        (lambda store: store.folders.remove(BUNDLED), lambda store: store.folders.add(BUNDLED)),
        (
            lambda store: store.folders.add("/báo cáo"),
            lambda store: store.folders.remove("/báo cáo"),
        ),
    ],
)
def test_whatever_a_person_made_or_took_back_is_backed_up(
    paths: Paths, before: Callable[[Store], None], change: Callable[[Store], None]
) -> None:
    add(paths)
    with closing(open_store(paths)) as store:
        before(store)
        tend(paths, NOW)
        change(store)
    tend(paths, LATER)
    tend(paths, LATER + LEAST_APART)
    assert len(backup_files(paths.backups)) == 2


def test_as_many_marks_as_before_may_be_others(paths: Paths) -> None:
    add(paths)
    with set_back(paths):
        add(paths, "one")
        tend(paths, NOW)
    drop_the_journal(paths)
    add(paths, "another")
    tend(paths, LATER)
    assert [marks_in(file) for file in backup_files(paths.backups)] == [
        ["mark", "another"],
        ["mark", "one"],
    ]


def test_what_another_window_has_backed_up_meanwhile_is_not_backed_up_again(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(paths)

    @contextmanager
    def after_another_window(folder: Path) -> Iterator[None]:
        with closing(sqlite3.connect(paths.state_db)) as connection:
            backups._make(connection, folder, NOW)
        yield

    monkeypatch.setattr(backups, "hold_folder", after_another_window)
    tend(paths, NOW)
    assert len(backup_files(paths.backups)) == 1


def test_starts_that_follow_one_another_share_a_backup(paths: Paths) -> None:
    for minute in range(5):
        add(paths, f"m{minute}")
        tend(paths, NOW + timedelta(minutes=minute))
    assert len(backup_files(paths.backups)) == 1


def test_a_clock_that_was_set_back_stops_no_backup(paths: Paths) -> None:
    for number, now in enumerate((NOW, NOW - timedelta(days=900))):
        add(paths, f"m{number}")
        tend(paths, now)
    assert len(backup_files(paths.backups)) == 2


def test_a_clock_that_was_ahead_once_has_nothing_backed_up_twice(paths: Paths) -> None:
    for number, now in enumerate((NOW + timedelta(days=9000), NOW)):
        add(paths, f"m{number}")
        tend(paths, now)
    tend(paths, LATER)
    assert len(backup_files(paths.backups)) == 2
    add(paths, "another")
    tend(paths, LATER)
    assert len(backup_files(paths.backups)) == 3
