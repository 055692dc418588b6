"""Marks where one reads: gone to, tagged, named, and meant by the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.model.annotation import HighlightColor
from ui.driving import running
from ui.test_mark_list import mark_paragraphs, marks, until_marked, until_shown

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths


async def test_a_passage_is_tagged_while_reading_in_the_last_colour(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("2")
        await until_marked(driver, 1)
        await driver.press("ctrl+down", "enter", "t")
        await driver.until(lambda: len(driver.app.screen_stack) == 3)
        await driver.type("so lieu")
        await driver.press("enter", "escape")
        await until_marked(driver, 2)
        made = await marks(driver)
        assert {mark.tags for mark in made} == {(), ("so lieu",)}
        assert {mark.color for mark in made} == {HighlightColor.GREEN}


@pytest.mark.parametrize("key", ["escape", "ctrl+s"])
async def test_saving_takes_what_stands_in_the_field_for_tags(paths: Paths, key: str) -> None:
    async with running(paths) as driver:
        await mark_paragraphs(driver, 1)
        await driver.press("t")
        await driver.until(lambda: len(driver.app.screen_stack) == 3)
        await driver.type("việc gấp, cân")
        await driver.press(key)
        await driver.until(lambda: driver.screen.reader._placed[0].annotation.tags)
        assert [mark.tags for mark in await marks(driver)] == [("việc gấp", "cân")]


async def test_keys_mean_the_mark_that_was_gone_to_else_the_shortest(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("1")
        await until_marked(driver, 1)
        await driver.press("enter", "2")
        await until_marked(driver, 2)
        await driver.press("x")
        await until_marked(driver, 1)
        assert "green" in driver.shown_text()
        await driver.press("u")
        await until_marked(driver, 2)
        await driver.press("ctrl+down", "enter", "comma", "comma", "x")
        await until_marked(driver, 1)
        assert [mark.color for mark in await marks(driver)] == [HighlightColor.GREEN]


async def test_the_next_mark_is_the_nearest_one_in_either_direction(paths: Paths) -> None:
    async with running(paths) as driver:
        await mark_paragraphs(driver, 3)
        await driver.press("end", "comma")
        await until_shown(driver, "3 of 3")
        await driver.press("home", "full_stop")
        await until_shown(driver, "1 of 3")


async def test_a_bookmark_is_named_and_stands_in_the_contents(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("ctrl+down", "ctrl+down", "b")
        await driver.until(lambda: driver.screen.reader._pointed)
        await driver.press("a")
        await driver.until(lambda: len(driver.app.screen_stack) == 3)
        await driver.type("cho hay")
        await driver.press("escape")
        await driver.until(lambda: driver.screen.reader.bookmarks[0].annotation.note)
        await driver.press("T")
        await until_shown(driver, "◆ cho hay")
