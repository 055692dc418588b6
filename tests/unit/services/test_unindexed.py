"""A large library is read as far as memory bears where its index cannot be kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.services import indexing, opening, unindexed
from bulletin_tui.services.few_files import read_articles
from bulletin_tui.services.folders import build_order
from bulletin_tui.services.opening import open_stacks
from bulletin_tui.services.unindexed import read_unindexed, serves
from unit.store.samples import make_paths
from unit.workers.folders import build, write_article, write_articles

if TYPE_CHECKING:
    from collections.abc import Callable

    from bulletin_tui.paths import Paths


@pytest.fixture
def kept_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """Sixty articles, which count as many, and a file where the cache ought to be."""
    monkeypatch.setattr(opening, "MOST_IN_MEMORY", 10)
    paths = make_paths(tmp_path)
    write_articles(paths.articles, 60)
    paths.cache.write_text("")
    return paths


def test_every_article_is_there_as_if_they_were_few(kept_nowhere: Paths) -> None:
    stacks = open_stacks(kept_nowhere)
    assert set(stacks.articles) == set(read_articles(kept_nowhere).articles)
    assert not stacks.grows
    assert stacks.failure is not None
    assert "cannot be kept in" in stacks.failure.words
    assert "searched in memory" in stacks.failure.words


def test_what_is_too_much_is_left_out_and_that_is_said(
    kept_nowhere: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unindexed, "MOST_UNINDEXED", 20)
    stacks = open_stacks(kept_nowhere)
    assert len(stacks.articles) == 20
    assert stacks.failure is not None
    assert "Only the first 20 files" in stacks.failure.words


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """Twelve articles, which count as many, and an empty cache."""
    monkeypatch.setattr(opening, "MOST_IN_MEMORY", 10)
    paths = make_paths(tmp_path)
    write_articles(paths.articles, 12)
    paths.cache.mkdir()
    return paths


def link_to_nowhere(path: Path) -> None:
    path.symlink_to("khong-co")


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize("block", [Path.mkdir, link_to_nowhere, link_to_itself])
@pytest.mark.parametrize("ending", ["", "-wal", "-shm"])
def test_what_is_in_the_place_of_the_index_hides_no_article(
    large: Paths, block: Callable[[Path], None], ending: str
) -> None:
    block(large.index_db.with_name(f"index.db{ending}"))
    stacks = open_stacks(large)
    assert len(stacks.library) == 12
    assert stacks.failure is not None
    assert "Remove it" in stacks.failure.advice
    assert "searched in memory" in stacks.failure.advice


def test_an_index_that_another_program_has_locked_hides_no_article(large: Paths) -> None:
    build(large.index_db, large.articles)
    with closing(sqlite3.connect(large.index_db, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        stacks = open_stacks(large)
    assert len(stacks.library) == 12
    assert stacks.failure is not None
    assert "Another program" in stacks.failure.advice


def test_on_a_full_disk_the_index_serves_only_if_it_was_complete(
    large: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "LEAST_SPACE", 1 << 62)
    assert "Make room" in getattr(open_stacks(large).failure, "advice", "")
    build(large.index_db, large.articles)
    assert open_stacks(large).grows


def test_an_index_serves_until_its_folder_has_outgrown_it(large: Paths) -> None:
    assert not serves(large)
    build(large.index_db, large.articles)
    write_article(large.articles, 99)
    assert serves(large)
    write_articles(large.articles, 60)
    assert not serves(large)


def test_reading_ends_when_it_is_not_wanted_any_more(large: Paths) -> None:
    stacks = read_unindexed(build_order(large), IndexUnavailableError("Vì sao."), lambda: True)
    assert not stacks.articles
