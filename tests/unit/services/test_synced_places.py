"""A database that a synchroniser would copy is noticed; a log may lie anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.services.synced_places import find_synchroniser, sync_warning
from unit.store.samples import make_paths

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_of_ones_own_is_no_synced_place(tmp_path: Path) -> None:
    assert find_synchroniser(make_paths(tmp_path)) is None
    assert sync_warning(make_paths(tmp_path)) == ""


@pytest.mark.parametrize(
    ("marker", "name"), [(".stfolder", "Syncthing"), (".dropbox", "Dropbox"), (".git", "git")]
)
def test_what_a_synchroniser_leaves_gives_it_away(tmp_path: Path, marker: str, name: str) -> None:
    (tmp_path / marker).mkdir()
    paths = make_paths(tmp_path / "sâu" / "hơn")
    assert find_synchroniser(paths) == name
    assert str(paths.data) in sync_warning(paths)


def test_where_nothing_may_be_looked_for_nothing_gives_it_away(tmp_path: Path) -> None:
    assert find_synchroniser(make_paths(tmp_path / ("x" * 300))) is None


@pytest.mark.parametrize("folder", ["Dropbox", "OneDrive", "Nextcloud"])
def test_the_name_of_a_folder_gives_it_away(tmp_path: Path, folder: str) -> None:
    assert find_synchroniser(make_paths(tmp_path / folder / "bulletin")) == folder


def test_settings_under_git_in_the_home_folder_are_no_danger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".git").mkdir()
    assert find_synchroniser(make_paths(tmp_path / ".local")) is None
