"""Files are prepared by other processes, which one bad file may end, and no more than that."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import ArticleUnreadableError, IndexUnavailableError
from bulletin_tui.importers.guarding import parse_guarded
from bulletin_tui.search.preparing import from_line
from bulletin_tui.workers import pool as pool_module
from bulletin_tui.workers import process as process_module
from bulletin_tui.workers.answers import Refusal
from bulletin_tui.workers.one_file import prepare_file
from bulletin_tui.workers.pool import Answer, PreparePool
from unit.workers.folders import (
    COMPUTING,
    CRASHING,
    KILLED,
    KILLED_ONCE,
    OVER_TIME,
    WAITING,
    write_articles,
    write_stuck,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_DYING = """
import os, pathlib, signal
log = pathlib.Path({log!r})
with log.open("a") as file:
    file.write("x")
if log.stat().st_size <= {deaths}:
    os.kill(os.getpid(), signal.SIGKILL)
from bulletin_tui.workers.prepare import main
main()
"""
NO_PROCESS_LEFT = "no answer within a minute"


def prepared(paths: Sequence[Path], *, processes: int = 2, cpu_s: float = 10.0) -> list[Answer]:
    """The answers about these files, in the order in which they are given."""
    with PreparePool(paths, processes, cpu_s=cpu_s) as pool:
        answers = [pool.take(60) for _path in paths]
    assert None not in answers, NO_PROCESS_LEFT
    return [answer for answer in answers if answer is not None]


def reasons(answers: Sequence[Answer]) -> list[str]:
    return [answer.refusal.reason if answer.refusal else "" for answer in answers]


def test_answers_come_in_the_order_of_the_paths_whoever_prepared_them(tmp_path: Path) -> None:
    paths = write_articles(tmp_path, 60)
    answers = prepared(paths, processes=3)
    assert [from_line(answer.line).paths for answer in answers] == [(str(path),) for path in paths]


@pytest.mark.usefixtures("stuck_parser")
def test_a_file_that_takes_too_long_is_given_up_and_the_others_are_read(tmp_path: Path) -> None:
    paths = write_articles(tmp_path, 12)
    paths[2] = write_stuck(tmp_path, OVER_TIME)
    answers = prepared(paths)
    assert reasons(answers) == ["", "", "Reading it took too long.", *[""] * 9]
    refusal = answers[2].refusal
    assert refusal is not None
    assert not refusal.is_passing


@pytest.mark.usefixtures("stuck_parser")
def test_how_long_a_file_may_compute_is_for_the_caller_to_say(tmp_path: Path) -> None:
    answers = prepared([write_stuck(tmp_path, COMPUTING)], cpu_s=0.05)
    assert reasons(answers) == ["Reading it took too long."]


@pytest.mark.usefixtures("stuck_parser")
def test_a_file_whose_answer_is_overdue_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool_module, "PATIENCE_S", 0.0)
    with PreparePool([write_stuck(tmp_path, WAITING)], 1) as pool:
        answer = None
        while answer is None:
            answer = pool.take(0.05)
    assert reasons([answer]) == ["Reading it took too long."]


def test_files_that_cannot_be_read_are_refused_with_the_reason(tmp_path: Path) -> None:
    empty, pipe, folder = tmp_path / "rong.md", tmp_path / "ong.md", tmp_path / "thu-muc.md"
    empty.write_text(" \n")
    os.mkfifo(pipe)
    folder.mkdir()
    gone, huge = tmp_path / "da-xoa.md", tmp_path / "lon.md"
    with huge.open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    said = " ".join(reasons(prepared([empty, pipe, folder, gone, huge])))
    for words in ("no text", "a pipe", "a folder", "not there", "too large: 65 MB"):
        assert words in said


def test_whether_a_refusal_may_pass_is_told(tmp_path: Path) -> None:
    empty = tmp_path / "rong.md"
    empty.write_text(" \n")
    answers = prepared([empty, tmp_path / "chua-co.md"])
    assert [answer.refusal and answer.refusal.is_passing for answer in answers] == [False, True]


@pytest.mark.usefixtures("stuck_parser")
@pytest.mark.parametrize(("name", "is_passing"), [(CRASHING, False), (KILLED, True)])
def test_a_file_that_crashes_its_process_is_refused_for_good(
    tmp_path: Path, name: str, is_passing: bool
) -> None:
    (answer,) = prepared([write_stuck(tmp_path, name)])
    assert answer.refusal == Refusal("The process that read it was ended.", is_passing)


@pytest.mark.usefixtures("stuck_parser")
def test_any_number_of_files_may_crash_their_processes(tmp_path: Path) -> None:
    folders = [tmp_path / str(number) for number in range(process_module.MOST_STARTS + 1)]
    for folder in folders:
        folder.mkdir()
    paths = [write_stuck(folder, CRASHING) for folder in folders]
    answers = prepared([*paths, *write_articles(tmp_path / "bai", 1)], processes=1)
    assert [bool(answer.refusal) for answer in answers] == [True] * len(paths) + [False]


def dying(folder: Path, monkeypatch: pytest.MonkeyPatch, deaths: int) -> Path:
    """Have the first processes killed before they are ready; where their number is noted."""
    log = folder / "starts"
    (folder / "dying_prepare.py").write_text(_DYING.format(log=str(log), deaths=deaths))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), *sys.path]))
    monkeypatch.setattr(process_module, "MODULE", "dying_prepare")
    return log


def test_a_process_that_is_killed_before_it_is_ready_is_started_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = dying(tmp_path, monkeypatch, process_module.MOST_STARTS - 1)
    paths = write_articles(tmp_path / "bai", 3)
    assert reasons(prepared(paths, processes=1)) == ["", "", ""]
    assert len(log.read_text()) == process_module.MOST_STARTS
    log.unlink()
    assert prepare_file(paths[0]).paths == (str(paths[0]),)


def test_processes_that_are_killed_each_time_are_no_broken_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = dying(tmp_path, monkeypatch, process_module.MOST_STARTS)
    paths = write_articles(tmp_path / "bai", 3)
    with PreparePool(paths, 1) as pool, pytest.raises(IndexUnavailableError) as caught:
        pool.take(60)
    assert "memory" in caught.value.advice
    assert len(log.read_text()) == process_module.MOST_STARTS


@pytest.mark.usefixtures("stuck_parser")
def test_a_file_over_which_a_process_was_killed_is_tried_once_more(
    tmp_path: Path,
) -> None:
    paths = [write_stuck(tmp_path, KILLED_ONCE), *write_articles(tmp_path / "bai", 7)]
    assert reasons(prepared(paths, processes=1)) == [""] * 8


@pytest.mark.parametrize("error", [RuntimeError(), EOFError(), zlib.error(), RecursionError()])
def test_whatever_a_parser_stumbles_over_is_said(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise error

    monkeypatch.setattr("bulletin_tui.importers.parsing.parse", stumble)
    with pytest.raises(ArticleUnreadableError, match="could not be understood"):
        parse_guarded(b"x", "x.txt")


def test_a_file_that_takes_too_much_memory_is_said_to(monkeypatch: pytest.MonkeyPatch) -> None:
    def take_too_much(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("bulletin_tui.importers.parsing.parse", take_too_much)
    with pytest.raises(ArticleUnreadableError, match="more memory than a file may have"):
        parse_guarded(b"x", "x.txt")


def test_a_file_of_arbitrary_bytes_is_answered_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "nhi-phan.txt"
    path.write_bytes(bytes(range(256)) * 200)
    (answer,) = prepared([path])
    assert answer.refusal or from_line(answer.line).key


@pytest.mark.usefixtures("stuck_parser")
def test_a_closed_pool_leaves_no_process_behind(tmp_path: Path) -> None:
    slow = write_stuck(tmp_path, COMPUTING)
    with PreparePool([slow, *write_articles(tmp_path, 500)], 2) as pool:
        processes = pool._processes
        assert pool.take(0.0) is None
    assert [each._process.poll() is not None for each in processes.values()] == [True, True]


def test_processes_that_do_not_start_are_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process_module, "MODULE", "bulletin_tui.workers.no_such_module")
    paths = write_articles(tmp_path, 2)
    with PreparePool(paths, 1) as pool, pytest.raises(IndexUnavailableError, match="started"):
        pool.take(60)


def test_a_system_that_starts_no_process_is_told_and_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(subprocess, "Popen", refuse)
    paths = write_articles(tmp_path, 2)
    with PreparePool(paths, 2) as pool, pytest.raises(IndexUnavailableError, match="temporarily"):
        pool.take(60)


def test_what_nobody_has_taken_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "LARGEST_BACKLOG", 1)
    paths = write_articles(tmp_path, 40)
    with PreparePool(paths, 3) as pool:
        taken = []
        for _path in paths:
            answer = pool.take(60)
            assert answer is not None, NO_PROCESS_LEFT
            taken.append(Path(*from_line(answer.line).paths))
            assert len(pool._answers._answers) <= 2
    assert taken == paths
