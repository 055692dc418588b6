"""The builder is a process that may be ended at any moment; there is one of it at a time."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from typing import IO, TYPE_CHECKING

import pytest

from bulletin_tui.model.indexing import IndexState
from bulletin_tui.search.built_from import count_articles
from bulletin_tui.search.opening import PAGE_BYTES, open_index
from bulletin_tui.workers.build_order import BuildOrder
from bulletin_tui.workers.builder_lock import builder_lock
from unit.workers.folders import build, contents, write_articles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLES = 150
SMALL_BATCHES = """
import sys
from bulletin_tui.workers import build_index, building, full_text
building.BATCH_FILES = 5
full_text.BATCH_ARTICLES = 20
full_text.SHORT = 600
build_index.main(sys.argv[1:])
"""
FULL_DISK = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of articles."""
    write_articles(tmp_path / "bai", ARTICLES)
    return tmp_path / "bai"


@contextmanager
def builder(
    index_path: Path, folder: Path, *options: str, script: str = SMALL_BATCHES
) -> Iterator[subprocess.Popen[str]]:
    """A builder that commits after every few files."""
    process = subprocess.Popen(
        (sys.executable, "-c", script, str(index_path), *options),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "LANGUAGE": "en"},
    )
    with process:
        pipe(process.stdin).write(BuildOrder((folder,)).to_line() + "\n")
        pipe(process.stdin).flush()
        try:
            yield process
        finally:
            process.kill()


def lines(process: subprocess.Popen[str]) -> Iterator[dict[str, object]]:
    """What the builder reports, until it ends."""
    return map(json.loads, pipe(process.stdout))


def pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None
    return pipe


def outcome(
    index_path: Path, folder: Path, *options: str, script: str = SMALL_BATCHES
) -> dict[str, object]:
    """How a build that nobody disturbs ends."""
    with builder(index_path, folder, *options, script=script) as process:
        *_before, last = lines(process)
        assert process.wait() == 0
    return last


def test_progress_is_reported_up_to_the_end(index_path: Path, folder: Path) -> None:
    with builder(index_path, folder) as process:
        reports = list(lines(process))
    done = [int(str(report["done"])) for report in reports]
    assert done == sorted(done)
    assert [reports[0]["state"], reports[-1]["state"]] == ["looking", "done"]
    assert (done[-1], reports[-1]["total"]) == (ARTICLES, ARTICLES)


@pytest.mark.parametrize("moment", [IndexState.BUILDING, IndexState.WORDING])
def test_an_index_that_is_removed_while_it_is_built_is_begun_anew(
    index_path: Path, folder: Path, tmp_path: Path, moment: IndexState
) -> None:
    with builder(index_path, folder) as process:
        states = lines(process)
        next(report for report in states if report["state"] == moment)
        shutil.rmtree(index_path.parent)
        *_between, last = states
    assert (last["state"], last["done"], last["total"]) == ("done", ARTICLES, ARTICLES)
    build(tmp_path / "at-once.db", folder)
    assert contents(index_path) == contents(tmp_path / "at-once.db")


def test_an_index_that_is_removed_each_time_is_given_up(index_path: Path, folder: Path) -> None:
    with builder(index_path, folder) as process:
        for report in lines(process):
            if report["state"] == IndexState.BUILDING:
                shutil.rmtree(index_path.parent, ignore_errors=True)
    assert report["state"] == "failed"
    assert "removed while it was being built" in str(report["reason"])


def test_an_index_built_through_many_kills_is_the_one_built_at_once(
    index_path: Path, folder: Path, tmp_path: Path
) -> None:
    killed: list[object] = []
    state = None
    while state != IndexState.DONE:
        with builder(index_path, folder) as process:
            for count, report in enumerate(lines(process)):
                state = report["state"]
                if (
                    state in (IndexState.BUILDING, IndexState.WORDING)
                    and count > 2 + len(killed) % 5
                ):
                    process.kill()
                    killed.append(state)
                    break
    assert {IndexState.BUILDING, IndexState.WORDING} <= set(killed)
    build(tmp_path / "at-once.db", folder)
    assert contents(index_path) == contents(tmp_path / "at-once.db")


@pytest.mark.parametrize("how", ["stdin", "sigterm", "stdout"])
def test_a_builder_that_is_asked_to_ends_after_its_batch(
    index_path: Path, folder: Path, how: str
) -> None:
    with builder(index_path, folder) as process:
        for report in lines(process):
            if report["done"]:
                break
        if how == "stdin":
            pipe(process.stdin).close()
        elif how == "sigterm":
            process.send_signal(signal.SIGTERM)
        else:
            pipe(process.stdout).close()
        assert process.wait(30) == 0
    with open_index(index_path) as index:
        assert 0 < count_articles(index) < ARTICLES


def test_a_second_builder_says_that_there_is_one(index_path: Path, folder: Path) -> None:
    with builder_lock(index_path) as is_mine:
        assert is_mine
        last = outcome(index_path, folder)
    assert last["state"] == "busy"
    assert "already" in str(last["reason"])
    assert outcome(index_path, folder)["state"] == "done"


def test_a_damaged_index_is_built_anew(index_path: Path, folder: Path, tmp_path: Path) -> None:
    build(index_path, folder)
    whole = index_path.read_bytes()
    for damaged in (b"not a database at all" * 1000, whole[:8192] + bytes(len(whole) - 8192), b""):
        index_path.write_bytes(damaged)
        assert outcome(index_path, folder)["state"] == "done"
        build(tmp_path / "anew.db", folder)
        assert contents(index_path) == contents(tmp_path / "anew.db")


@pytest.mark.parametrize(
    "table", ["passage", "vocabulary", "title_words_data", "article_words_idx"]
)
def test_an_index_with_a_table_lost_is_built_anew_and_the_loss_told(
    index_path: Path, folder: Path, table: str
) -> None:
    build(index_path, folder)
    with closing(sqlite3.connect(index_path)) as connection:
        connection.execute(f"DROP TABLE {table}")
    last = outcome(index_path, folder)
    assert (last["state"], last["changed"]) == ("done", ARTICLES)
    assert last["damage"] == f"no such table: {table}"
    assert outcome(index_path, folder)["damage"] == ""


def test_a_damaged_page_that_a_build_would_not_meet_is_found(
    index_path: Path, folder: Path
) -> None:
    build(index_path, folder)
    with closing(sqlite3.connect(index_path)) as connection:
        select = "SELECT rootpage FROM sqlite_schema WHERE name = 'shortened'"
        page: int = connection.execute(select).fetchone()[0]
    with index_path.open("r+b") as file:
        file.seek((page - 1) * PAGE_BYTES)
        file.write(bytes(PAGE_BYTES))
    last = outcome(index_path, folder)
    assert (last["state"], last["changed"]) == ("done", ARTICLES)
    assert last["damage"]


def test_rebuilding_reads_every_file_again(index_path: Path, folder: Path) -> None:
    build(index_path, folder)
    assert outcome(index_path, folder)["changed"] == 0
    assert outcome(index_path, folder, "--rebuild")["changed"] == ARTICLES


def test_a_place_that_cannot_be_written_is_said_in_words(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "file").write_text("")
    last = outcome(tmp_path / "file" / "index.db", folder)
    assert last["state"] == "failed"
    assert str(tmp_path / "file") in str(last["reason"])


def test_an_index_that_another_program_writes_is_said_to_be_locked(
    index_path: Path, folder: Path
) -> None:
    build(index_path, folder)
    (folder / "phien-0000.txt").unlink()
    with open_index(index_path, for_writing=True) as other:
        other.connection.execute("BEGIN IMMEDIATE")
        last = outcome(index_path, folder)
    assert last["state"] == "failed"
    assert "locked" in str(last["reason"])
    assert outcome(index_path, folder)["state"] == "done"


def test_a_full_disk_is_said_in_words_and_gone_on_from(index_path: Path, folder: Path) -> None:
    last = outcome(index_path, folder, script=FULL_DISK + SMALL_BATCHES)
    assert last["state"] == "failed"
    assert "cannot be used" in str(last["reason"])
    assert outcome(index_path, folder)["state"] == "done"


def test_a_folder_in_the_place_of_an_index_is_named_and_stays(
    index_path: Path, folder: Path
) -> None:
    index_path.mkdir(parents=True)
    for options in ((), ("--rebuild",)):
        last = outcome(index_path, folder, *options)
        assert last["state"] == "failed"
        assert str(index_path) in str(last["reason"])
        assert str(last["advice"]).startswith("Remove it")
        assert last["brief"]


def test_a_link_to_nowhere_is_removed_when_the_index_is_built_anew(
    index_path: Path, folder: Path
) -> None:
    index_path.parent.mkdir()
    index_path.symlink_to("khong-co")
    assert outcome(index_path, folder)["state"] == "failed"
    assert outcome(index_path, folder, "--rebuild")["state"] == "done"
