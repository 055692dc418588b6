"""Nothing is painted while nothing changes, whatever is looked for meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
