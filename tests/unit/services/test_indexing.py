"""The index is built by a process that is watched, restarted once, and ended when asked."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.model.indexing import IndexProgress, IndexState
from bulletin_tui.services import indexing
from bulletin_tui.services.index_condition import find_condition, find_damage_within
from bulletin_tui.services.indexing import Indexing, describe, why_not_kept
from bulletin_tui.store.store import open_store
from unit.store.damage import read_only
from unit.store.samples import make_paths
from unit.workers.folders import build, write_articles

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.paths import Paths


@pytest.fixture
def own_paths(tmp_path: Path) -> Paths:
    """Places of one's own, with sixty articles."""
    paths = make_paths(tmp_path)
    write_articles(paths.articles, 60)
    return paths


class Watching:
    """What is heard of a build."""

    def __init__(self) -> None:
        self.heard: list[IndexProgress] = []
        self.has_begun = threading.Event()

    def __call__(self, progress: IndexProgress) -> None:
        self.heard.append(progress)
        self.has_begun.set()

    @property
    def states(self) -> list[IndexState]:
        return [progress.state for progress in self.heard]


def use_builder(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> None:
    """Have this run in the builder's place."""
    (folder / "stand_in_builder.py").write_text(code)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), *sys.path]))
    monkeypatch.setattr(indexing, "BUILDER", "stand_in_builder")


def test_a_build_is_reported_up_to_its_end(own_paths: Paths) -> None:
    watching = Watching()
    building = Indexing(own_paths, watching)
    building.start()
    assert building.wait() is watching.heard[-1]
    assert watching.states[0] is IndexState.LOOKING
    assert watching.states[-1] is IndexState.DONE
    condition = find_condition(own_paths)
    assert condition is not None
    assert (condition.articles, find_damage_within(own_paths)) == (60, "")


def test_the_folder_of_the_index_is_for_nobody_else_to_read(own_paths: Paths) -> None:
    own_paths.cache.mkdir(mode=0o755)
    building = Indexing(own_paths, Watching())
    building.start()
    building.wait()
    assert stat.S_IMODE(own_paths.cache.stat().st_mode) == 0o700


def test_a_database_that_stays_locked_is_told_as_the_reason(
    own_paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bulletin_tui.store.at_a_glance.LOCK_TIMEOUT_SECONDS", 0.01)
    open_store(own_paths).close()
    building = Indexing(own_paths, Watching())
    with closing(sqlite3.connect(own_paths.state_db, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        building.start()
        last = building.wait()
    assert last.has_failed
    assert "keeps the database locked" in last.reason
    assert last.advice


def test_nothing_is_run_from_the_folder_one_is_in(
    own_paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json.py", "bulletin_tui.py"):
        (tmp_path / name).write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    building = Indexing(own_paths, Watching())
    building.start()
    assert building.wait().state is IndexState.DONE


def test_a_report_that_was_cut_off_is_passed_over(
    own_paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_builder(monkeypatch, tmp_path, """print('{"state": "bui', end='')""")
    building = Indexing(own_paths, Watching())
    building.start()
    assert building.wait().state is IndexState.FAILED


def test_a_builder_that_died_is_started_once_more(
    own_paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = """
import os, pathlib, signal, sys
mark = pathlib.Path(sys.argv[1]).with_name("began")
if not mark.exists():
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.touch()
    os.kill(os.getpid(), signal.SIGKILL)
from bulletin_tui.workers.build_index import main
main(sys.argv[1:])
"""
    use_builder(monkeypatch, tmp_path, code)
    watching = Watching()
    building = Indexing(own_paths, watching)
    building.start()
    assert building.wait().state is IndexState.DONE


def test_a_builder_that_dies_again_is_left_alone(
    own_paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "starts"
    use_builder(monkeypatch, tmp_path, f"open({str(log)!r}, 'a').write('x'); raise SystemExit(3)")
    watching = Watching()
    building = Indexing(own_paths, watching)
    building.start()
    assert building.wait().state is IndexState.FAILED
    assert log.read_text() == "xx"
    assert "ended" in watching.heard[-1].reason


def test_a_system_that_starts_no_process_is_told(
    own_paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))

    monkeypatch.setattr(subprocess, "Popen", refuse)
    building = Indexing(own_paths, Watching())
    building.start()
    end = building.wait()
    assert end.state is IndexState.FAILED
    assert "Cannot allocate memory" in end.reason


@pytest.mark.parametrize("is_deaf", [False, True])
def test_a_build_is_stopped_whether_or_not_the_builder_listens(
    own_paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_deaf: bool
) -> None:
    listen = "pass" if is_deaf else "sys.stdin.read(); sys.exit(0)"
    code = f"""
import signal, sys
print('{{"state": "building"}}', flush=True)
{listen}
signal.pause()
"""
    use_builder(monkeypatch, tmp_path, code)
    monkeypatch.setattr(indexing, "GRACE_S", 0.1 if is_deaf else 60.0)
    watching = Watching()
    building = Indexing(own_paths, watching)
    building.start()
    assert watching.has_begun.wait(60)
    building.stop()
    assert building.wait().state is IndexState.STOPPED
    process = building._process
    assert process is not None
    assert process.returncode == (-signal.SIGKILL if is_deaf else 0)


def test_the_builder_speaks_the_language_of_the_reader(own_paths: Paths) -> None:
    (own_paths.articles / "rong.txt").write_text("")
    building = Indexing(own_paths, Watching(), language="vi")
    building.start()
    building.wait()
    condition = find_condition(own_paths)
    assert condition is not None
    (problem,) = condition.problems
    assert problem.reason == "Tệp không có chữ nào."


def test_a_place_that_cannot_be_written_is_told_before_and_after(own_paths: Paths) -> None:
    own_paths.cache.write_text("")
    building = Indexing(own_paths, Watching())
    building.start()
    assert building.wait().reason == str(why_not_kept(own_paths))
    assert str(own_paths.cache) in str(why_not_kept(own_paths))


def test_a_place_that_can_only_be_read_is_told_in_the_same_words(own_paths: Paths) -> None:
    own_paths.cache.mkdir()
    with read_only(own_paths.cache):
        building = Indexing(own_paths, Watching())
        building.start()
        assert building.wait().reason == str(why_not_kept(own_paths))


def test_where_the_index_can_be_kept_nothing_is_said(own_paths: Paths) -> None:
    assert why_not_kept(own_paths) is None
    assert not own_paths.cache.exists()


def test_progress_is_told_in_words() -> None:
    reading = IndexProgress(IndexState.BUILDING, 3, 4000)
    assert describe(reading) == "Reading articles: 3 of 4,000"
    wording = IndexProgress(IndexState.WORDING, 9, 9, worded=5, articles=8)
    assert describe(wording) == "Preparing the search: 5 of 8"
    assert describe(IndexProgress(IndexState.FAILED, reason="Vì sao.")) == "Vì sao."


def test_where_there_is_no_index_it_has_no_condition(own_paths: Paths) -> None:
    assert find_condition(own_paths) is None


def test_damage_inside_an_index_is_found(own_paths: Paths) -> None:
    build(own_paths.index_db, own_paths.articles)
    whole = own_paths.index_db.read_bytes()
    middle = len(whole) // 2
    own_paths.index_db.write_bytes(whole[:middle] + bytes(16384) + whole[middle + 16384 :])
    assert find_damage_within(own_paths)
