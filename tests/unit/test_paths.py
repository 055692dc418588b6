"""A folder that is read without being added shares the reader's data, but no cache."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.paths import default_paths

if TYPE_CHECKING:
    from pathlib import Path

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
