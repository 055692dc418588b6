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
    number = 0
    while not told.wait(1.0):  # watching may not have begun when the first is written
        number += 1
        (tmp_path / f"{number}.md").write_text("Bài mới.")
    watch.close()
    watch.follow([tmp_path])
    assert not [each for each in threading.enumerate() if each.name == "watching"]


@pytest.mark.parametrize(
    ("name", "change", "matters"),
    [
        ("a.md", Change.modified, True),
        ("a.TXT", Change.deleted, True),
        ("thu-muc", Change.deleted, True),
        ("a.png", Change.added, False),
        ("a.png", Change.deleted, False),
        (".a.md", Change.added, False),
        (".git/a.md", Change.added, False),
    ],
)
def test_only_what_may_hold_articles_matters(
    tmp_path: Path, name: str, change: Change, matters: bool
) -> None:
    path = str(tmp_path / name)
    assert watching._matters(change, path, [tmp_path], SUFFIXES) is matters


def test_a_folder_that_was_made_matters(tmp_path: Path) -> None:
    (tmp_path / "moi").mkdir()
    assert watching._matters(Change.added, str(tmp_path / "moi"), [tmp_path], SUFFIXES)


def test_where_the_system_watches_nothing_folders_are_looked_into_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_folders: Path, **_options: object) -> None:
        raise OSError("no more watches")

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
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/x {named} nfs4 rw 0 0\n")
    monkeypatch.setattr(watching, "_MOUNTS", mounts)
    assert watching.is_remote(far / "trong")
    assert not watching.is_remote(tmp_path)
    assert not watching.is_remote(tmp_path / "xa xôi nữa")
