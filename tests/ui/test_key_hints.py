"""The keys in the bottom line: those that do something where the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.ui.widgets.status_line import StatusLine
from ui.driving import running

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths
    from ui.driving import Driver


def hints(driver: Driver) -> list[str]:
    return [hint.label for hint in driver.screen.query_one(StatusLine).hints]


async def test_undoing_is_offered_beside_marks_when_there_is_something_to_undo(
    paths: Paths,
) -> None:
    async with running(paths) as driver:
        await driver.until(lambda: "quit" in hints(driver))
        assert "undo" not in hints(driver)
        await driver.press("h")
        await driver.until(lambda: "undo" in hints(driver))
        await driver.press("tab")
        await driver.until(lambda: "filter" in hints(driver))
        assert "undo" not in hints(driver)
        await driver.press("tab", "tab", "u")
        await driver.until(lambda: "highlight" in hints(driver))
        await driver.until(lambda: "undo" not in hints(driver))
