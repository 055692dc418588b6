"""A folder that is read without being added shares the reader's data, but no cache."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.paths import default_paths, make_private, may_hold_anything, narrow

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from bulletin_tui.paths import Paths


def test_every_folder_has_a_cache_of_its_own(paths: Paths, tmp_path: Path) -> None:
    one, other = (paths.for_folder(tmp_path / name) for name in ("một", "hai"))
    assert len({paths.index_db, one.index_db, other.index_db}) == 3
    assert replace(one, articles=paths.articles, cache=paths.cache, is_library=True) == paths


def test_a_folder_is_the_same_by_whatever_way_it_is_reached(paths: Paths, tmp_path: Path) -> None:
    folder = tmp_path / "bài"
    folder.mkdir()
    (tmp_path / "lối tắt").symlink_to(folder)
    assert paths.for_folder(tmp_path / "lối tắt") == paths.for_folder(folder)


def test_imported_originals_are_where_links_lead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "thật").mkdir()
    (tmp_path / "lối tắt").symlink_to(tmp_path / "thật")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "lối tắt"))
    assert default_paths().imported == tmp_path / "thật" / "bulletin" / "library"


def modes(*folders: Path) -> list[int]:
    return [stat.S_IMODE(folder.stat().st_mode) for folder in folders]


def test_a_private_folder_and_what_was_missing_above_it_are_closed_to_others(
    tmp_path: Path,
) -> None:
    (tmp_path / "one").mkdir(mode=0o755)
    folder = tmp_path / "one" / "two" / "three"
    make_private(folder)
    assert modes(tmp_path / "one", folder.parent, folder) == [0o755, 0o700, 0o700]


def test_a_folder_that_was_open_to_others_is_closed_but_not_behind_a_link(tmp_path: Path) -> None:
    mine, linked = tmp_path / "mine", tmp_path / "linked"
    mine.mkdir(mode=0o755)
    linked.mkdir(mode=0o755)
    (tmp_path / "link").symlink_to(linked)
    for folder in (mine, tmp_path / "link", tmp_path / "nothing"):
        narrow(folder)
    assert modes(mine, linked) == [0o700, 0o755]


def test_a_folder_that_may_not_be_looked_into_may_hold_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    found = [may_hold_anything(tmp_path / name) for name in ("", "empty", "file", "nothing")]
    assert found == [True, False, False, False]

    def refuse(folder: Path) -> Iterator[Path]:
        raise PermissionError(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert may_hold_anything(tmp_path / "empty")
