"""What the bottom line says of a key that seems to do nothing, or not what one sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.errors import NotSavedError
from bulletin_tui.settings import Settings
from bulletin_tui.ui.messages import Failed
from bulletin_tui.ui.widgets.status_line import StatusLine
from ui.driving import running

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths


async def test_where_the_library_and_the_jumps_end_is_said(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("ctrl+o")
        await driver.until(lambda: "No further place in this direction." in driver.shown_text())
        library = driver.screen.session.library
        driver.screen.reader.open_article(library.id_at(0))
        await driver.until(lambda: driver.open_id == library.id_at(0))
        await driver.press("K")
        await driver.until(lambda: "No further article in this direction." in driver.shown_text())


async def test_the_colour_that_a_highlight_has_now_is_said(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("1")
        await driver.until(lambda: driver.screen.reader._placed)
        await driver.press("2")
        await driver.until(lambda: "Now ▲ green" in driver.shown_text())


async def test_reading_the_articles_again_is_said_though_none_has_changed(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("f5")
        count = len(driver.screen.session.library)
        await driver.until(lambda: f"{count} articles read again." in driver.shown_text())


async def test_what_went_well_before_is_not_said_of_what_failed(paths: Paths) -> None:
    async with running(paths) as driver:
        driver.screen.say("Saved.")
        driver.screen.reader.post_message(Failed(NotSavedError("the disk is full")))
        await driver.until(lambda: "the disk is full" in driver.shown_text())
        assert "Saved." not in driver.shown_text()


async def test_the_next_step_takes_the_place_of_what_was_done_before(paths: Paths) -> None:
    async with running(paths) as driver:
        driver.screen.say("Saved.")
        driver.screen.query_one(StatusLine).next_step = "Choose the passage."
        await driver.until(lambda: "Choose the passage." in driver.shown_text())
        assert "Saved." not in driver.shown_text()


async def test_of_a_theme_that_there_is_not_those_that_there_are_are_named(paths: Paths) -> None:
    async with running(paths, Settings(language="en", theme="sepi")) as driver:
        await driver.until(lambda: len(driver.app._notifications))
        (notice,) = driver.app._notifications
        assert "“sepi”; there are dark, light, sepia, contrast." in notice.message
