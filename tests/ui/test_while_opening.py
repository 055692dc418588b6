"""While the library is being opened: what is shown, and what keys do."""

from __future__ import annotations

from contextlib import asynccontextmanager
from threading import Event
from typing import TYPE_CHECKING

from bulletin_tui.services import workspace
from bulletin_tui.settings import Settings
from bulletin_tui.ui import app as app_module
from bulletin_tui.ui.app import BulletinApp
from bulletin_tui.ui.screens.main import MainScreen
from bulletin_tui.ui.screens.path_prompt import PathPrompt
from ui.driving import Driver

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import pytest

    from bulletin_tui.paths import Paths
    from bulletin_tui.services.workspace import Workspace

NEEDING_THE_DATABASE = ("undo", "redo", "reload", "forget_queries", "choose_sync_folder")


@asynccontextmanager
async def opening_slowly(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Driver, Event]]:
    """The app before its library is open, which it will be once the event is set."""
    may_open = Event()
    open_workspace = workspace.open_workspace

    def open_late(*args: object, **kwargs: object) -> Workspace:
        may_open.wait()
        return open_workspace(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(workspace, "open_workspace", open_late)
    monkeypatch.setattr(app_module, "PATIENCE_S", 0.0)
    app = BulletinApp(paths, Settings(language="en"))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        driver = Driver(app, pilot)
        try:
            await driver.until(lambda: isinstance(app.screen, MainScreen))
            await driver.until(lambda: driver.screen.is_mounted)
            yield driver, may_open
        finally:
            may_open.set()
    assert app.close() is None


async def test_keys_for_what_is_not_open_yet_wait_for_it(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opening_slowly(paths, monkeypatch) as (driver, may_open):
        for name in NEEDING_THE_DATABASE:
            await driver.screen.run_action(name)
            await driver.pilot.pause()
        await driver.screen.sidebar.run_action("sort_articles")
        await driver.pilot.pause()
        may_open.set()
        await driver.until(lambda: isinstance(driver.app.screen, PathPrompt))
        await driver.until(lambda: driver.open_id is not None)


async def test_it_is_said_that_the_library_is_being_opened_and_how_far_that_has_come(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opening_slowly(paths, monkeypatch) as (driver, may_open):
        await driver.until(lambda: "The library is being opened." in driver.shown_text())
        driver.screen.session.read_so_far = (34, 1240)
        await driver.until(lambda: "Reading articles: 34 of 1,240" in driver.shown_text())
        may_open.set()
        await driver.until(lambda: driver.open_id is not None)
        await driver.until(lambda: "Reading articles" not in driver.shown_text())
        assert "The library is being opened." not in driver.shown_text()
