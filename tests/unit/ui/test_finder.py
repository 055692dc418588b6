"""Searching off the event loop holds together whatever becomes of the index meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.search.opening import remove_index
from bulletin_tui.services import opening
from bulletin_tui.services import workspace as workspaces
from bulletin_tui.settings import Settings
from bulletin_tui.ui.finder import Finder, SearchRequest
from bulletin_tui.ui.lanes import Lane
from unit.services.test_indexed_stacks import put, write
from unit.store.samples import ARTICLE, make_paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bulletin_tui.model.search import SearchResult
    from bulletin_tui.paths import Paths


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """A folder of three articles, too large to be held in memory, without an index."""
    monkeypatch.setattr(opening, "MOST_IN_MEMORY", 2)
    paths = make_paths(tmp_path)
    paths.articles.mkdir()
    for day in range(1, 4):
        write(paths, f"{day}.md", f"id: bai-{day}\ntitle: Bài {day}", f"Mưa ngày thứ {day}.")
    return paths


@pytest.fixture
def finder(large: Paths) -> Iterator[Finder]:
    """Over that folder."""
    storing = Lane("store")
    workspace = storing.start(workspaces.open_workspace, large, Settings()).result()
    finder = Finder(storing)
    finder.use(workspace)
    yield finder
    finder.close()
    storing.start(workspace.close).result()
    storing.close()


async def find(finder: Finder, typed: str) -> SearchResult:
    search = finder.begin(SearchRequest(typed), is_cancelled=lambda: False)
    return await search.find_more(50)


async def test_the_open_article_is_searched_without_an_index(finder: Finder) -> None:
    with pytest.raises(IndexUnavailableError):
        await find(finder, "mưa")
    word = ARTICLE.text.split()[0]
    found = await finder.find_in(ARTICLE, word, is_cancelled=lambda: False)
    assert [hit.article.id for hit in found.hits] == [ARTICLE.id]


async def test_an_index_that_takes_the_place_of_another_answers_from_then_on(
    finder: Finder, large: Paths
) -> None:
    files = sorted(large.articles.glob("*.md"))
    put(large, *files[:1])
    assert (await find(finder, "mưa")).total == 1
    remove_index(large.index_db)
    put(large, *files)
    assert (await find(finder, "mưa")).total == 3


async def search_and_lose_the_index(finder: Finder, large: Paths) -> None:
    put(large, *large.articles.glob("*.md"))
    assert (await find(finder, "mưa")).total == 3
    assert finder._searcher is not None
    finder._searcher.close()


async def test_a_search_may_be_ended_after_its_index_was_closed(
    finder: Finder, large: Paths
) -> None:
    await search_and_lose_the_index(finder, large)
    finder.interrupt()


async def test_whatever_a_search_failed_of_the_next_one_opens_the_index_again(
    finder: Finder, large: Paths
) -> None:
    await search_and_lose_the_index(finder, large)
    with pytest.raises(IndexUnavailableError):
        await find(finder, "mưa")
    assert (await find(finder, "mưa")).total == 3
