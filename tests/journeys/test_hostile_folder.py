"""A folder of hostile files: each is read or named with its reason, and the rest goes on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.library.files import read_article_bytes
from bulletin_tui.search import catalogue
from bulletin_tui.search.built_from import known_problems
from bulletin_tui.search.opening import open_index
from bulletin_tui.services import few_files
from bulletin_tui.services.few_files import read_articles
from bulletin_tui.text.forbidden import FORBIDDEN
from hostile.files import READ, write_hostile_folder
from journeys.conftest import ARTICLES
from unit.store.samples import make_paths
from unit.workers.folders import build

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bulletin_tui.model.article import Article
    from bulletin_tui.model.library import FileProblem
    from bulletin_tui.paths import Paths
    from hostile.files import HostileFolder
    from journeys.conftest import CommandLine


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return make_paths(tmp_path)


@pytest.fixture
def folder(paths: Paths) -> HostileFolder:
    return write_hostile_folder(paths.articles)


def test_few_files_are_read_into_memory(folder: HostileFolder, paths: Paths) -> None:
    stacks = read_articles(paths)
    check_articles(stacks.articles)
    assert reasons(stacks.library.problems) == folder.problems


def test_many_files_are_read_by_processes_into_the_index(
    folder: HostileFolder, paths: Paths
) -> None:
    build(paths.index_db, folder.path)
    with open_index(paths.index_db) as index:
        library = catalogue.load_library(index)
        found = (
            catalogue.find_article(index, library.id_at(number)) for number in range(len(library))
        )
        check_articles(filter(None, found))
        assert reasons(known_problems(index)) == folder.problems


def test_the_command_line_prints_nothing_that_steers_a_terminal(
    folder: HostileFolder, bulletin: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bulletin_tui.cli.incomplete.MOST_NAMED", 99)
    monkeypatch.setattr("bulletin_tui.cli.incomplete.MOST_NAMED_IN_PASSING", 99)
    assert bulletin.articles == folder.path
    listed = bulletin("list")
    assert (listed.status, len(listed.rows)) == (0, len(READ) + len(ARTICLES))
    assert all(reason in listed.err for reason in folder.problems.values())
    assert FORBIDDEN.findall((listed.out + listed.err).translate({9: "", 10: ""})) == []


def test_a_name_that_is_not_utf8_is_read_or_named(paths: Paths) -> None:
    paths.articles.mkdir()
    name = os.fsdecode(b"c\xfa.txt")
    (paths.articles / name).write_bytes(b"Trong huy\xe1\xbb\x87n.")
    (article,) = read_articles(paths).articles
    assert Path(article.summary.paths[0]).name == name
    assert FORBIDDEN.search(article.summary.title) is None
    build(paths.index_db, paths.articles)
    with open_index(paths.index_db) as index:
        (problem,) = known_problems(index)
    assert (Path(problem.path).name, problem.reason) == ("c\\xfa.txt", "Its name is not in UTF-8.")


def test_a_file_that_vanished_after_it_was_found_is_named(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths.articles.mkdir()
    for name in ("con.txt", "mat.txt"):
        (paths.articles / name).write_text(name)
    read = read_article_bytes

    def read_late(path: Path) -> bytes:
        if path.name == "mat.txt":
            path.unlink()
        return read(path)

    monkeypatch.setattr(few_files, "read_article_bytes", read_late)
    stacks = read_articles(paths)
    assert [article.text for article in stacks.articles] == ["con.txt"]
    assert reasons(stacks.library.problems) == {"mat.txt": "The file is not there."}


def check_articles(articles: Iterable[Article]) -> None:
    """Everything readable is there, and nothing of it is forbidden."""
    names: set[str] = set()
    for article in articles:
        names.update(Path(path).name for path in article.summary.paths)
        assert FORBIDDEN.search(article.text.replace("\n", "")) is None
        assert FORBIDDEN.search(article.summary.title) is None
    assert names == READ.keys()


def reasons(problems: Iterable[FileProblem]) -> dict[str, str]:
    """Why files were refused, by their names."""
    return {Path(problem.path).name: problem.reason for problem in problems}
