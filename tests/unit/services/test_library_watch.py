"""Watching tells of files that may be articles, of no others, and ends when it is closed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from watchfiles import Change

from bulletin_tui.importers.formats import SUFFIXES
from bulletin_tui.library import watching
from bulletin_tui.services.watching import LibraryWatch

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_file_is_told_of(tmp_path: Path) -> None:
    told = threading.Event()
    watch = LibraryWatch(told.set)
    watch.follow([tmp_path])
    write_until_told(told, tmp_path)
    watch.close()
    watch.follow([tmp_path])
    assert not [each for each in threading.enumerate() if each.name == "watching"]


@pytest.mark.parametrize("others", [(), ("ben-canh",)])
def test_a_folder_that_was_away_is_told_of_once_it_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, others: tuple[str, ...]
) -> None:
    monkeypatch.setattr(watching, "BACK_S", 0.01)
    for other in others:
        (tmp_path / other).mkdir()
    away = tmp_path / "o-dia"
    told = threading.Event()
    watch = LibraryWatch(told.set)
    watch.follow([away, *(tmp_path / other for other in others)])
    assert not told.wait(0.1)
    away.mkdir()
    assert told.wait(30)
    watch.close()


def test_a_folder_that_may_not_be_looked_for_is_one_that_is_away(tmp_path: Path) -> None:
    stop = threading.Event()
    told: list[None] = []
    threading.Timer(0.1, stop.set).start()
    watching.watch_folders([tmp_path / ("x" * 300)], SUFFIXES, lambda: told.append(None), stop)
    assert told == []


@pytest.mark.parametrize(
    ("name", "change", "matters"),
    [
        ("a.md", Change.modified, True),
        ("a.TXT", Change.deleted, True),
        ("thu-muc", Change.deleted, True),
        ("2018.10", Change.deleted, True),
        ("a.png", Change.added, False),
        (".2018.10", Change.deleted, False),
        (".a.md", Change.added, False),
        (".git/a.md", Change.added, False),
    ],
)
def test_only_what_may_hold_articles_matters(
    tmp_path: Path, name: str, change: Change, matters: bool
) -> None:
    path = str(tmp_path / name)
    assert watching._matters(change, path, [tmp_path], SUFFIXES) is matters


def test_of_a_single_file_its_neighbours_do_not_matter(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    assert watching._matters(Change.modified, str(file), [file], SUFFIXES)
    assert not watching._matters(Change.modified, str(tmp_path / "b.md"), [file], SUFFIXES)
    assert not watching._matters(Change.deleted, str(tmp_path / "c"), [file], SUFFIXES)


def test_a_single_file_is_told_of_by_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.md"
    file.write_text("Bài cũ.")
    stop = threading.Event()
    watched: list[tuple[Path, ...]] = []

    def note(*folders: Path, **_options: object) -> list[set[tuple[Change, str]]]:
        watched.append(folders)
        stop.set()
        return [set()]

    monkeypatch.setattr(watching, "watch", note)
    watching.watch_folders([file], SUFFIXES, lambda: None, stop)
    assert watched == [(tmp_path,)]


def test_a_folder_that_was_made_matters(tmp_path: Path) -> None:
    (tmp_path / "moi").mkdir()
    assert watching._matters(Change.added, str(tmp_path / "moi"), [tmp_path], SUFFIXES)


@pytest.mark.parametrize("error", [OSError("no more watches"), RuntimeError("unknown")])
def test_where_the_system_watches_nothing_folders_are_looked_into_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refuse(*_folders: Path, **_options: object) -> None:
        raise error

    monkeypatch.setattr(watching, "watch", refuse)
    monkeypatch.setattr(watching, "SLOW_S", 0.01)
    told = threading.Event()
    watch = LibraryWatch(told.set)
    watch.follow([tmp_path])
    assert told.wait(30)
    watch.close()


def test_a_folder_of_another_machine_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    far = tmp_path / "xa xôi"
    named = str(far).replace(" ", r"\040")
    monkeypatch.setattr(watching, "_MOUNTS", mounts)
    lines = ["/dev/sda / ext4 rw 0 0\n", f"server:/x {named} nfs4 rw 0 0\n"]
    for order in (lines, lines[::-1]):
        mounts.write_text("".join(order))
        assert watching.is_remote(far / "trong")
    assert not watching.is_remote(tmp_path)
    assert not watching.is_remote(tmp_path / "xa xôi nữa")


def write_until_told(told: threading.Event, folder: Path) -> None:
    """Write files until one is told of: watching may not have begun when the first is written."""
    for number in range(120):
        (folder / f"{number}.md").write_text("Bài mới.")
        if told.wait(1.0):
            return
    pytest.fail("no file was told of")


def test_a_folder_of_another_machine_is_looked_into_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told_of_nothing(*_folders: object, **_how: object) -> None:
        raise AssertionError("the system was asked")

    monkeypatch.setattr(watching, "SLOW_S", 0.001)
    monkeypatch.setattr(watching, "is_remote", lambda _folder: True)
    monkeypatch.setattr(watching, "watch", told_of_nothing)
    stop = threading.Event()
    watching.watch_folders([tmp_path], SUFFIXES, stop.set, stop)
    assert stop.is_set()
