"""What is found in the article that is being read is listed before what others have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.driving import Driver, running

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths


def is_complete(driver: Driver) -> bool:
    results = driver.screen.results
    return results is not None and results.result is not None and results.result.is_complete


async def test_what_is_found_in_the_article_that_is_being_read_is_listed_first(
    paths: Paths,
) -> None:
    async with running(paths) as driver:
        for _article in range(2):
            reading = driver.screen.reader.read_id
            await driver.press("slash")
            await driver.type("nghi quyet 29")
            await driver.until(lambda: is_complete(driver))
            assert driver.hits[0].article.id == reading
            assert "open now" in driver.shown_text()
            await driver.press("escape", "escape", "J")
            await driver.until(lambda: driver.screen.reader.read_id != reading)  # noqa: B023


async def test_a_preview_is_not_what_is_being_read(paths: Paths) -> None:
    async with running(paths) as driver:
        reading = driver.screen.reader.read_id
        await driver.press("slash")
        await driver.type("nghi quyet")
        await driver.until(lambda: is_complete(driver))
        await driver.press(*["down"] * 8)
        await driver.until(lambda: driver.screen.reader.is_previewing)
        await driver.type(" 29")
        await driver.until(lambda: is_complete(driver))
        assert driver.hits[0].article.id == reading
