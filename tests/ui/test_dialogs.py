"""What all dialogs share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.driving import running

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths


async def test_a_dialog_stands_in_the_middle_of_what_it_was_opened_over(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("i")
        await driver.until(lambda: driver.app.screen.query(".dialog"))
        await driver.until(lambda: driver.app.screen.query_one(".dialog").region)
        region = driver.app.screen.query_one(".dialog").region
        assert region.x == (120 - region.width) // 2
        assert driver.app.screen.styles.background.a < 1
