"""What a build has to read is told by the size and the time of each file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.search.writing import TRY_AGAIN, FileState
from bulletin_tui.workers.planning import BuildPlan, plan_build
from unit.workers.folders import write_article, write_articles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager


@pytest.fixture
def known(tmp_path: Path) -> dict[str, FileState]:
    """Three files as they are."""
    write_articles(tmp_path, 3)
    return {state.path: state for _path, state in plan_build([tmp_path], {}, None).wanted}


def wanted(plan: BuildPlan) -> list[str]:
    return [path.name for path, _state in plan.wanted]


def test_known_files_are_not_wanted(tmp_path: Path, known: dict[str, FileState]) -> None:
    plan = plan_build([tmp_path], known, None)
    assert (plan.wanted, plan.gone, plan.total) == ((), (), 3)


def test_a_new_file_is_wanted(tmp_path: Path, known: dict[str, FileState]) -> None:
    new = write_article(tmp_path, 3)
    assert wanted(plan_build([tmp_path], known, None)) == [new.name]


def test_a_file_of_another_time_is_wanted_though_its_size_is_the_same(
    tmp_path: Path, known: dict[str, FileState]
) -> None:
    path = min(tmp_path.iterdir())
    before = path.stat().st_mtime_ns
    os.utime(path, ns=(before, before + 1))
    assert wanted(plan_build([tmp_path], known, None)) == [path.name]


def test_a_file_to_be_tried_again_is_wanted(tmp_path: Path, known: dict[str, FileState]) -> None:
    path = min(tmp_path.iterdir())
    known[str(path)] = known[str(path)]._replace(mtime_ns=TRY_AGAIN)
    assert wanted(plan_build([tmp_path], known, None)) == [path.name]


def test_a_file_that_is_not_there_any_more_is_gone(
    tmp_path: Path, known: dict[str, FileState]
) -> None:
    path = min(tmp_path.iterdir())
    path.unlink()
    assert plan_build([tmp_path], known, None).gone == (str(path),)


def test_nothing_is_concluded_from_a_folder_that_cannot_be_read(
    tmp_path: Path, known: dict[str, FileState]
) -> None:
    with pytest.raises(IndexUnavailableError, match="no such folder"):
        plan_build([tmp_path / "vang"], known, None)


def test_nothing_is_concluded_from_what_is_below_a_folder_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut, beside = tmp_path / "phong", tmp_path / "phong-2"
    write_articles(shut / "trong", 2)
    write_articles(beside, 1)
    known = {state.path: state for _path, state in plan_build([tmp_path], {}, None).wanted}

    def scan(folder: str) -> AbstractContextManager[Iterator[os.DirEntry[str]]]:
        if folder == str(shut):
            raise PermissionError
        return scandir(folder)

    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", scan)
    for path in beside.iterdir():
        path.unlink()
    plan = plan_build([tmp_path], known, None)
    assert [trouble.path for trouble in plan.troubles] == [str(shut)]
    assert [Path(path).parent for path in plan.gone] == [beside]


def test_a_folder_in_which_nothing_is_left_may_be_the_place_of_a_disk_that_is_away(
    tmp_path: Path, known: dict[str, FileState]
) -> None:
    for path in tmp_path.iterdir():
        path.rename(path.with_suffix(".old"))
    assert plan_build([tmp_path], known, None).gone == tuple(known)
    for path in tmp_path.iterdir():
        path.unlink()
    plan = plan_build([tmp_path], known, None)
    assert (plan.gone, plan.seen) == ((), ())
