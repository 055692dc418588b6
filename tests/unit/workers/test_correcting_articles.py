"""An index has what a person corrected, and reads nothing again but that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.search.built_from import known_files
from bulletin_tui.search.opening import open_index
from unit.workers.folders import build, contents, write_articles

if TYPE_CHECKING:
    from pathlib import Path


def test_only_articles_of_which_something_else_was_corrected_are_read_again(
    tmp_path: Path,
) -> None:
    folder, index_path = tmp_path / "bai", tmp_path / "index.db"
    write_articles(folder, 10)
    build(index_path, folder)
    before = contents(index_path)
    with open_index(index_path) as index:
        known = known_files(index).values()
    first, second = sorted(file.article_id or "" for file in known)[:2]
    corrections = {first: {"title": "Tên khác", "published": "2031"}, second: {"tags": "chợ"}}
    assert build(index_path, folder, corrections=corrections).changed == 2
    build(tmp_path / "anew.db", folder, corrections=corrections)
    assert contents(index_path) == contents(tmp_path / "anew.db")
    assert build(index_path, folder, corrections=corrections).changed == 0
    assert build(index_path, folder, corrections={second: {"tags": "chợ"}}).changed == 1
    assert build(index_path, folder).changed == 1
    assert contents(index_path) == before
