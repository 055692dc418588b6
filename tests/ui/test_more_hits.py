"""Going down the results: more of them are found on the way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.ui.finder import StagedSearch
from bulletin_tui.ui.panes.results import pane as results_pane
from ui.driving import running
from ui.test_finding import found_line, is_complete, pane

if TYPE_CHECKING:
    import pytest

    from bulletin_tui.model.search import SearchResult
    from bulletin_tui.paths import Paths


async def test_more_hits_are_fetched_when_the_cursor_nears_the_end(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results_pane, "PAGE", 2)
    async with running(paths) as driver:
        await driver.search("giao duc")
        await driver.until(lambda: is_complete(driver))
        assert len(driver.hits) == 2
        assert "2 of 5 articles" in found_line(driver)
        await driver.press("down")
        await driver.until(lambda: len(driver.hits) == 4)
        assert pane(driver).list.index == 1
        await driver.press("pagedown", "pagedown")
        await driver.until(lambda: len(driver.hits) == 5)
        await driver.until(lambda: " 5 articles" in found_line(driver))
        await driver.until(lambda: "of" not in found_line(driver))


async def test_more_hits_are_fetched_where_the_search_was_cut_before_a_page_was_full(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    find_more = StagedSearch.find_more

    async def find_fewer(search: StagedSearch, limit: int) -> SearchResult:
        found = await find_more(search, limit)
        is_cut = limit < 16
        return replace(found, hits=found.hits[:1] if is_cut else found.hits, is_cut=is_cut)

    monkeypatch.setattr(StagedSearch, "find_more", find_fewer)
    monkeypatch.setattr(results_pane, "PAGE", 2)
    async with running(paths) as driver:
        await driver.search("giao duc")
        await driver.until(lambda: is_complete(driver))
        assert len(driver.hits) == 1
        await driver.press("down")
        await driver.until(lambda: " 5 articles" in found_line(driver))
        assert len(driver.hits) == 5
