"""What was searched for before is offered again, until it is forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.services import recalling
from bulletin_tui.ui.screens.layout import Left
from ui.driving import Driver, running

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths


async def search_and_open(driver: Driver, typed: str) -> None:
    await driver.press("slash", "ctrl+u")
    await driver.type(typed)
    await driver.until(lambda: driver.hits and driver.hits[0].matches)
    await driver.press("enter")
    await driver.until(lambda: driver.screen.reader.view.has_focus)
    await driver.until(lambda: not driver.screen.reader.is_previewing)
    await driver.press("escape")


async def show_recent(driver: Driver) -> None:
    await driver.press("slash", "ctrl+u")
    await driver.until(lambda: driver.screen.left is Left.RECENT)


async def test_the_empty_box_offers_what_led_somewhere(paths: Paths) -> None:
    async with running(paths) as driver:
        await search_and_open(driver, "boi duong")
        await search_and_open(driver, "giao duc")
    async with running(paths) as driver:
        await driver.press("slash")
        await driver.until(lambda: "Recent searches" in driver.shown_text())
        await driver.press("down", "enter")
        await driver.until(lambda: driver.screen.search_box.value == "boi duong")
        await driver.until(lambda: driver.screen.left is Left.RESULTS)
        await driver.press("escape")
        await driver.until(lambda: driver.screen.left is Left.SIDEBAR)


async def test_a_search_that_was_given_up_is_not_remembered(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.search("boi duong")
        await driver.press("escape")
        assert await driver.screen.session.call(recalling.recent_queries) == ()


async def test_one_search_is_forgotten_in_the_list(paths: Paths) -> None:
    async with running(paths) as driver:
        await search_and_open(driver, "boi duong")
        await search_and_open(driver, "giao duc")
        await show_recent(driver)
        assert driver.screen.recent is not None
        driver.screen.recent.list.focus()
        await driver.press("x")
        await driver.until(lambda: "giao duc" not in driver.shown_text())
        assert await driver.screen.session.call(recalling.recent_queries) == ("boi duong",)
        await driver.press("x")
        await driver.until(lambda: driver.screen.left is Left.SIDEBAR)


async def test_one_search_is_forgotten_from_the_empty_box(paths: Paths) -> None:
    async with running(paths) as driver:
        await search_and_open(driver, "boi duong")
        await search_and_open(driver, "giao duc")
        await show_recent(driver)
        assert "Del forget" in driver.shown_text()
        await driver.press("down", "delete")
        await driver.until(lambda: "boi duong" not in driver.shown_text())
        assert await driver.screen.session.call(recalling.recent_queries) == ("giao duc",)
        assert driver.screen.search_box.has_focus
        await driver.type("ab")
        await driver.press("home", "delete")
        assert driver.screen.search_box.value == "b"


async def test_all_searches_are_forgotten_from_the_palette(paths: Paths) -> None:
    async with running(paths) as driver:
        await search_and_open(driver, "boi duong")
        await driver.press("ctrl+p")
        await driver.until(lambda: len(driver.app.screen_stack) == 3)
        await driver.type("forget")
        await driver.press("enter")
        await driver.until(lambda: "are forgotten" in driver.shown_text())
        assert await driver.screen.session.call(recalling.recent_queries) == ()
        await driver.press("slash", "ctrl+u")
        await driver.pilot.pause()
        assert driver.screen.left is not Left.RECENT


async def test_stepping_back_from_the_list_puts_it_away(paths: Paths) -> None:
    async with running(paths) as driver:
        await search_and_open(driver, "boi duong")
        await show_recent(driver)
        await driver.press("escape")
        await driver.until(lambda: driver.screen.left is Left.SIDEBAR)
        assert driver.screen.reader.view.has_focus
