"""The keys in the bottom line: those that do something where the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from bulletin_tui.ui.screens.help import HelpScreen
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


async def click(driver: Driver, words: str) -> None:
    line = driver.screen.query_one(StatusLine)
    before, found, _after = str(line.render()).partition(words)
    assert found
    await driver.pilot.click(StatusLine, offset=(cell_len(before), 0))


@pytest.mark.parametrize("width", [80, 120])
async def test_a_hint_that_is_clicked_does_what_its_key_does(paths: Paths, width: int) -> None:
    async with running(paths, size=(width, 30)) as driver:
        await click(driver, "highlight")
        await driver.until(lambda: "Saved." in driver.shown_text())
        await click(driver, "F1")
        await driver.until(lambda: isinstance(driver.app.screen, HelpScreen))
        await driver.press("escape")
        await click(driver, "search")
        await driver.until(lambda: driver.screen.search_box.has_focus)
        await driver.type("nghi quyet")
        await driver.until(lambda: driver.hits)
        await click(driver, "back")
        await driver.until(lambda: driver.screen.reader.view.has_focus)


async def test_a_click_beside_the_hints_does_nothing(paths: Paths) -> None:
    async with running(paths) as driver:
        line = driver.screen.query_one(StatusLine)
        gap = str(line.render()).index("F1") - 1
        for x in (0, gap, line.size.width - 1):
            await driver.pilot.click(StatusLine, offset=(x, 0))
        await driver.pilot.pause()
        assert driver.app.screen is driver.screen
        assert driver.screen.reader.view.has_focus
