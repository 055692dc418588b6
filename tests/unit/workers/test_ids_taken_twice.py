"""Of files with one id and different texts the first is listed, in whatever order they came."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from unit.workers.folders import build, contents

if TYPE_CHECKING:
    from pathlib import Path

FILES = {"z/a.md": "Bài một.", "z/b.md": "Bài hai.", "a/c.md": "Bài ba.", "a/d.md": "Bài hai."}
"""Below two folders, of which that named last in the alphabet was added first."""


def write(place: Path, name: str) -> None:
    path = place / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"---\nid: trung\n---\n{FILES[name]}", encoding="utf-8")


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders, with an article each that has nothing to do with the others."""
    found = tmp_path / "z", tmp_path / "a"
    for folder in found:
        folder.mkdir()
        (folder / "khac.md").write_text(f"Bài khác của {folder.name}.", encoding="utf-8")
    return found


@pytest.mark.parametrize("order", ["3210", "1302", "2130"])
def test_the_file_that_comes_first_has_the_id_whichever_was_indexed_first(
    folders: tuple[Path, Path], index_path: Path, tmp_path: Path, order: str
) -> None:
    for number in order:
        write(tmp_path, list(FILES)[int(number)])
        build(index_path, *folders)
    build(tmp_path / "anew.db", *folders)
    assert contents(index_path) == contents(tmp_path / "anew.db")
    listed = {row[0]: row[7] for row in contents(index_path)["articles"]}
    assert listed["trung"] == f'["{tmp_path}/z/a.md"]'


def test_an_id_goes_to_the_next_file_when_the_first_one_is_gone(
    folders: tuple[Path, Path], index_path: Path, tmp_path: Path
) -> None:
    for name in FILES:
        write(tmp_path, name)
    build(index_path, *folders)
    (tmp_path / "z/a.md").unlink()
    build(index_path, *folders)
    build(tmp_path / "anew.db", *folders)
    assert contents(index_path) == contents(tmp_path / "anew.db")
