"""Looking at a passage from a list is not yet reading it: nothing is kept until one stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.services import annotating, reading
from bulletin_tui.ui.messages import AnnotationPointedAt
from bulletin_tui.ui.screens import marks
from bulletin_tui.ui.widgets.article_view import ArticleView
from ui.driving import Driver, running

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths


async def preview(driver: Driver, typed: str) -> None:
    await driver.press("slash")
    await driver.type(typed)
    await driver.until(lambda: driver.screen.results is not None)
    results = driver.screen.results
    await driver.until(lambda: results and results.has_answered(typed, None))
    await driver.until(lambda: not driver.screen.is_about_to_preview)
    await driver.until(lambda: driver.screen.reader.is_previewing)
    await driver.until(lambda: driver.hits and driver.open_id == driver.hits[0].article.id)


async def test_going_back_from_a_preview_ends_it(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("pagedown")
        before = driver.screen.reader.place
        await preview(driver, "thot not")
        driver.screen.action_go_back()
        await driver.until(lambda: not driver.screen.reader.is_previewing)
        assert driver.screen.reader.place == before


async def test_moving_into_the_previewed_text_is_staying_there(paths: Paths) -> None:
    async with running(paths) as driver:
        await preview(driver, "thot not")
        await driver.press("tab")
        await driver.until(lambda: driver.screen.reader.view.has_focus)
        await driver.until(lambda: not driver.screen.reader.is_previewing)
        assert driver.open_id is not None
        assert driver.open_id.startswith("thot-not")


async def test_clicking_into_the_previewed_text_is_staying_there(paths: Paths) -> None:
    async with running(paths) as driver:
        await preview(driver, "thot not")
        await driver.pilot.click(ArticleView, offset=(20, 5))
        await driver.until(lambda: not driver.screen.reader.is_previewing)
        assert driver.open_id is not None
        assert driver.open_id.startswith("thot-not")


async def test_many_previews_later_giving_up_still_leads_back(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("pagedown")
        before = driver.screen.reader.place
        await preview(driver, "giao duc")
        await driver.press("down", "down", "down", "up", "down", "escape")
        await driver.until(lambda: not driver.screen.reader.is_previewing)
        assert driver.screen.reader.place == before


@pytest.mark.parametrize("key", ["enter", "tab"])
async def test_a_short_article_is_read_once_one_stays_at_its_end(paths: Paths, key: str) -> None:
    async with running(paths, size=(200, 120)) as driver:
        await preview(driver, "thot not")
        assert not driver.screen.reader.is_read
        await driver.press(key)
        await driver.until(lambda: driver.screen.reader.is_read)


async def test_a_short_article_is_read_once_one_stays_at_a_mark_in_it(paths: Paths) -> None:
    async with running(paths, size=(200, 120)) as driver:
        screen, session = driver.screen, driver.screen.session
        ids = map(session.library.id_at, range(len(session.library)))
        other = next(one for one in ids if one != driver.open_id)
        opened = await session.call(reading.open_article, other)
        await session.call(annotating.toggle_bookmark, opened.article, 0)
        await driver.press("f4")
        await driver.until(lambda: screen.annotations and screen.annotations.shown)
        await driver.until(lambda: driver.open_id == other)
        assert not screen.reader.is_read
        await driver.press("enter")
        await driver.until(lambda: screen.reader.is_read)


async def test_what_finds_nothing_shows_again_what_was_read(paths: Paths) -> None:
    async with running(paths) as driver:
        before = driver.open_id
        await preview(driver, "thot not")
        assert driver.open_id != before
        assert " of " not in driver.shown_text().splitlines()[0]
        await driver.type("zzxqw")
        await driver.until(lambda: driver.open_id == before)


async def test_finding_in_another_article_searches_that_one(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("ctrl+f")
        await driver.type("giao duc")
        await driver.until(lambda: driver.hits)
        await driver.press("enter")
        first = driver.open_id
        await driver.press("J")
        await driver.until(lambda: driver.open_id != first)
        await driver.press("ctrl+f")
        await driver.until(
            lambda: [hit.article.id for hit in driver.hits] == [driver.open_id] != [first]
        )


async def test_a_mark_that_is_pointed_at_last_is_not_shown_over_a_search(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marks, "CALM_S", 60)
    async with running(paths) as driver:
        screen = driver.screen
        await driver.press("h", "f4")
        await driver.until(lambda: screen.annotations and screen.annotations.shown)
        await driver.press("ctrl+f")
        (mark,) = screen.annotations.shown if screen.annotations else ()
        screen.post_message(AnnotationPointedAt(mark.placed))
        await driver.until(lambda: screen.is_about_to_preview)
        await driver.press("f2")
        await driver.until(lambda: screen.search_box.has_focus)
        assert not screen.is_about_to_preview
