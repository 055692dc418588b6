"""What a build reads again though no file has changed: after a mishap, and when most are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.search.built_from import known_problems
from bulletin_tui.search.opening import open_index
from bulletin_tui.workers import building
from unit.workers.folders import KILLED, build, contents, write_articles, write_stuck

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.usefixtures("stuck_parser")
def test_a_file_over_which_its_process_was_ended_is_tried_by_the_next_build(
    tmp_path: Path, index_path: Path
) -> None:
    folder = tmp_path / "bai"
    write_articles(folder, 3)
    path = write_stuck(folder, KILLED)
    build(index_path, folder)
    with open_index(index_path) as index:
        (problem,) = known_problems(index)
    assert problem.path == str(path)
    assert build(index_path, folder).changed == 1


def test_an_index_of_which_most_files_are_gone_is_begun_anew(
    index_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "LEAST_CLEARED", 10)
    folder = tmp_path / "bai"
    write_articles(folder, 40)
    build(index_path, folder)
    for path in sorted(folder.iterdir())[5:]:
        path.unlink()
    assert build(index_path, folder).changed == 5
    build(tmp_path / "anew.db", folder)
    assert contents(index_path) == contents(tmp_path / "anew.db")
