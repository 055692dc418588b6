"""Nothing is painted in vain: neither while nothing changes nor on the way to what does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.containers import VerticalScroll

from bulletin_tui.services import reading
from bulletin_tui.ui.app import BulletinApp
from bulletin_tui.ui.screens import exchanging, keeping_up
from ui.driving import running

if TYPE_CHECKING:
    from textual.screen import Screen

    from bulletin_tui.paths import Paths
    from bulletin_tui.services.workspace import Workspace


@pytest.mark.parametrize("dialog", ["f1", "ctrl+p", ""])
async def test_looking_for_news_paints_nothing(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, dialog: str
) -> None:
    looks, frames = 0, 0
    data_version, display = reading.data_version, BulletinApp._display

    def looked(workspace: Workspace) -> int:
        nonlocal looks
        looks += 1
        return data_version(workspace)

    def painted(app: BulletinApp, screen: Screen[object], frame: object) -> None:
        nonlocal frames
        frames += frame is not None
        display(app, screen, frame)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "data_version", looked)
    monkeypatch.setattr(BulletinApp, "_display", painted)
    monkeypatch.setattr(keeping_up, "POLL_S", 0.02)
    monkeypatch.setattr(exchanging, "EXCHANGE_S", 0.02)
    async with running(paths) as driver:
        await driver.press(*filter(None, [dialog]))
        before = looks
        await driver.until(lambda: looks > before + 5)
        frames, before = 0, looks
        await driver.until(lambda: looks > before + 10)
        assert frames == 0


async def test_a_page_of_the_help_is_there_at_once(paths: Paths) -> None:
    tops: list[float] = []
    async with running(paths) as driver:
        await driver.press("f1")
        page = driver.app.screen.query_one(VerticalScroll)

        def scrolled(top: float) -> None:
            tops.append(top)

        driver.app.screen.watch(page, "scroll_y", scrolled, init=False)
        await driver.press("pagedown")
        await driver.until(lambda: page.scroll_y == page.scroll_target_y > 0)
        assert tops == [page.scroll_y]
