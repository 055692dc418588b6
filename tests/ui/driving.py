"""Driving the real app from a test: keys in, what is shown out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Key
from textual.keys import _character_to_key

from bulletin_tui.settings import Settings
from bulletin_tui.ui.app import BulletinApp
from bulletin_tui.ui.screens.main import MainScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from bulletin_tui.model.search import Hit
    from bulletin_tui.paths import Paths

from contextlib import asynccontextmanager

TRIES = 3000
"""Only ever spent by a test that fails, so that none does on a slow day."""


async def until(pilot: Pilot[None], holds: Callable[[], object]) -> None:
    """Let the app work until something holds."""
    for _ in range(TRIES):
        if holds():
            return
        await pilot.pause(0.01)
    raise AssertionError("the app never came to this")


class Driver:
    """The running app as a test sees it."""

    def __init__(self, app: BulletinApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> MainScreen:
        """The main screen, whatever dialog is above it."""
        return next(s for s in self.app.screen_stack if isinstance(s, MainScreen))

    async def until(self, holds: Callable[[], object]) -> None:
        """Let the app work until something holds."""
        await until(self.pilot, holds)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        """Type a text into what has the focus, faster than anybody could."""
        for character in text:
            self.app.post_message(Key(_character_to_key(character), character))
        await self.pilot.pause()

    @property
    def open_id(self) -> str | None:
        """The article in the reading pane."""
        article = self.screen.reader.article
        return article.id if article else None

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What the last search found."""
        results = self.screen.results
        return () if results is None else results.hits

    async def search(self, typed: str) -> None:
        """Type into the search box until the first hit is previewed."""
        await self.press("slash")
        await self.type(typed)
        await self.until(lambda: self.hits)
        await self.until(lambda: self.screen.reader.is_previewing)

    def shown_article_text(self) -> str:
        """The canonical text of the article in the reading pane."""
        article = self.screen.reader.article
        return article.text if article else ""

    def shown_text(self) -> str:
        """Everything on the screen, line by line."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in lines)


@asynccontextmanager
async def running(
    paths: Paths,
    settings: Settings | None = None,
    *,
    size: tuple[int, int] = (120, 40),
    article_id: str | None = None,
) -> AsyncIterator[Driver]:
    """The app on a screen of this size, with an article open if there is any."""
    app = BulletinApp(paths, settings or Settings(language="en"), article_id)
    async with app.run_test(size=size, notifications=True) as pilot:
        driver = Driver(app, pilot)
        await driver.until(lambda: any(isinstance(s, MainScreen) for s in app.screen_stack))
        await driver.until(lambda: driver.screen.session._workspace)
        await driver.until(lambda: driver.screen.is_mounted)
        if len(driver.screen.session.library):
            await driver.until(lambda: driver.open_id is not None)
        yield driver
    assert app.close() is None
