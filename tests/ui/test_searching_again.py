"""A search that is come back to is as it was left, and what it was come from is come back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.services import recalling
from bulletin_tui.ui.screens.layout import Left
from ui.driving import running

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths


async def test_the_box_that_is_gone_to_again_searches_for_nothing_again(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.search("giao duc")
        results = driver.screen.results
        assert results is not None
        await driver.until(lambda: not results.is_waiting)
        await driver.press("down", "down", "enter")
        await driver.until(lambda: driver.screen.reader.view.has_focus)
        before = results.list.index, results._revision
        await driver.press("slash")
        assert (results.list.index, results._revision) == before


async def test_only_the_text_is_shown_again_however_often_the_box_was_gone_to(
    paths: Paths,
) -> None:
    async with running(paths) as driver:
        await driver.press("z", "slash", "slash", "ctrl+f", "escape")
        await driver.until(lambda: driver.screen.left is Left.SIDEBAR)
        assert driver.screen.has_class("-zen")


async def test_a_search_that_was_walked_through_and_stayed_at_is_remembered(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.search("boi duong")
        await driver.press("f3")
        await driver.until(lambda: driver.screen.has_walked)
        await driver.press("enter")
        await driver.until(lambda: not driver.screen.reader.is_previewing)
        remembered = driver.screen.session.call
        assert await remembered(recalling.recent_queries) == ("boi duong",)
