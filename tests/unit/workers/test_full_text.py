"""Articles are listed first, and the words of their texts follow, whatever happens in between."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.model.indexing import IndexProgress, IndexState
from bulletin_tui.search.built_from import count_articles, count_unworded, known_problems
from bulletin_tui.search.opening import open_index
from bulletin_tui.services.searching import Searcher
from bulletin_tui.workers import full_text, process
from bulletin_tui.workers.build_order import BuildOrder
from bulletin_tui.workers.building import IndexBuild
from unit.workers.folders import (
    build,
    build_as,
    build_half,
    contents,
    write_article,
    write_articles,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ARTICLES = 20
TITLED = 13
"""Those in Markdown; the title of a plain text is the name of its file."""
WORDED = 8
"""Articles with words when a build is stopped in the middle of its second half."""
_KILLED = """
import os, signal
from bulletin_tui.workers import find_words

def answer(index, number):
    with open(__file__ + ".killed", "a") as log:
        if number == 3 and log.tell() < {times}:
            log.write("x")
            log.flush()
            os.kill(os.getpid(), signal.SIGKILL)
    return found(index, number)

found = find_words.answer
find_words.answer = answer
find_words.main()
"""
_REFUSING = """
from bulletin_tui.workers import find_words
from bulletin_tui.workers.answers import refusal_line

def answer(index, number):
    if number == 3:
        return refusal_line("Quá lâu.", is_passing=False)
    return found(index, number)

found = find_words.answer
find_words.answer = answer
find_words.main()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of articles."""
    write_articles(tmp_path / "bai", ARTICLES)
    return tmp_path / "bai"


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the words of a few articles committed at a time."""
    monkeypatch.setattr(full_text, "BATCH_ARTICLES", WORDED)


def found(index_path: Path, typed: str) -> tuple[int, int]:
    """How many articles are found, and how many were not searched but for their titles."""
    searcher = Searcher.in_file(index_path)
    result = searcher.find(typed)
    searcher.close()
    return result.total, result.unsearched


def test_an_article_is_listed_and_found_by_its_title_before_its_text_is(
    folder: Path, index_path: Path
) -> None:
    build_half(index_path, BuildOrder((folder,)))
    with open_index(index_path) as index:
        assert count_articles(index) == ARTICLES
    assert found(index_path, "phiên lần thứ 7") == (1, ARTICLES)
    assert found(index_path, "cho phien") == (TITLED, ARTICLES)
    assert found(index_path, "tờ mờ sáng") == (0, ARTICLES)
    assert build(index_path, folder).changed == 0
    assert found(index_path, "tờ mờ sáng") == (ARTICLES, 0)


def test_what_only_filters_is_known_of_every_article_that_is_listed(
    folder: Path, index_path: Path
) -> None:
    build_half(index_path, BuildOrder((folder,)))
    asked = ("after:1990", 'source:"Bến Đá"', "source:ben", "title:7")
    listed = [found(index_path, typed)[0] for typed in asked]
    assert all(listed)
    build(index_path, folder)
    assert [found(index_path, typed)[0] for typed in asked] == listed


def test_what_is_done_and_what_is_left_is_told(folder: Path, index_path: Path) -> None:
    reports: list[IndexProgress] = []
    with open_index(index_path, for_writing=True) as index:
        IndexBuild(index, BuildOrder((folder,)), reports.append).run()
    told = [each for each in reports if each.state is IndexState.WORDING]
    assert [each.worded for each in told] == [0, 8, 16]
    assert {each.articles for each in told} == {ARTICLES}


@pytest.mark.parametrize("short", [0, 1 << 30])
def test_whoever_finds_the_words_they_are_the_same(
    folder: Path, index_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, short: int
) -> None:
    monkeypatch.setattr(full_text, "SHORT", short)
    build_half(index_path, BuildOrder((folder,)), worded=WORDED)
    build(index_path, folder)
    monkeypatch.undo()
    build(tmp_path / "at-once.db", folder)
    assert contents(index_path) == contents(tmp_path / "at-once.db")


def remove_all(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    write_article(folder, 1)


def change(folder: Path) -> None:
    for path in folder.iterdir():
        path.write_text(f"Lời mới của {path.stem}.", encoding="utf-8")


def spoil(folder: Path) -> None:
    for path in folder.iterdir():
        path.write_text("")


def write_twins(folder: Path) -> None:
    for path in list(folder.iterdir()):
        for name in (f"a-{path.name}", f"z-{path.name}"):
            (folder / name).write_bytes(path.read_bytes())


def rename_half(folder: Path) -> None:
    for path in sorted(folder.iterdir())[::2]:
        path.rename(path.with_name(f"a-{path.name}"))


def clash(folder: Path) -> None:
    for path in folder.glob("*.md"):
        path.write_text(f"---\nid: trung\n---\nBài của {path.name}.", encoding="utf-8")


@pytest.mark.parametrize("happens", [remove_all, change, spoil, write_twins, rename_half, clash])
def test_what_becomes_of_files_before_their_words_are_there_leaves_no_trace(
    folder: Path, index_path: Path, tmp_path: Path, happens: Callable[[Path], None]
) -> None:
    build_half(index_path, BuildOrder((folder,)), worded=WORDED)
    happens(folder)
    build(index_path, folder)
    build(tmp_path / "anew.db", folder)
    assert contents(index_path) == contents(tmp_path / "anew.db")


def test_corrections_and_encodings_that_change_meanwhile_are_followed(
    folder: Path, index_path: Path, tmp_path: Path
) -> None:
    legacy = folder / "cu.txt"
    legacy.write_bytes("Chuyện cũ của làng.".encode("utf-16-le"))
    build(tmp_path / "first.db", folder)
    ids = sorted(str(row[0]) for row in contents(tmp_path / "first.db")["articles"])
    before = BuildOrder((folder,), corrections={ids[0]: {"title": "Tựa thứ nhất"}})
    build_half(index_path, before, worded=WORDED)
    corrections = {key: {"title": f"Sửa lại {key}", "tags": "làng"} for key in ids[1:15]}
    order = BuildOrder((folder,), {str(legacy): "utf-16"}, corrections)
    build_as(index_path, order)
    build_as(tmp_path / "anew.db", order)
    assert contents(index_path) == contents(tmp_path / "anew.db")


@pytest.mark.parametrize(("times", "unworded"), [(1, 0), (2, 1)])
def test_an_article_over_whose_words_a_process_is_killed_stays_listed(
    folder: Path,
    index_path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    times: int,
    unworded: int,
) -> None:
    (tmp_path / "killed_words.py").write_text(_KILLED.format(times=times))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *sys.path]))
    monkeypatch.setattr(process, "_WORDS_MODULE", "killed_words")
    monkeypatch.setattr(full_text, "SHORT", 0)
    build(index_path, folder)
    with open_index(index_path) as index:
        assert known_problems(index) == ()
        assert count_articles(index) == ARTICLES
        assert count_unworded(index) == unworded
    assert build(index_path, folder).changed == 0
    monkeypatch.undo()
    build(tmp_path / "at-once.db", folder)
    assert contents(index_path) == contents(tmp_path / "at-once.db")


def test_an_article_whose_words_take_too_much_is_told_of_its_files_and_left_out(
    folder: Path, index_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_twins(folder)
    (tmp_path / "refusing_words.py").write_text(_REFUSING)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *sys.path]))
    monkeypatch.setattr(process, "_WORDS_MODULE", "refusing_words")
    monkeypatch.setattr(full_text, "SHORT", 0)
    build(index_path, folder)
    with open_index(index_path) as index:
        assert [problem.reason for problem in known_problems(index)] == ["Quá lâu."] * 3
        assert count_articles(index) == ARTICLES - 1
        assert count_unworded(index) == 0
    assert build(index_path, folder).changed == 0
