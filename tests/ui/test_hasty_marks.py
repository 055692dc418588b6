"""What is done while a mark is still being saved is left as it was done."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bulletin_tui.services import annotating, reading
from ui.driving import running

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from bulletin_tui.paths import Paths
    from ui.driving import Driver


class Held:
    """Holds back the answers of one service until it is let go."""

    def __init__(
        self, driver: Driver, monkeypatch: pytest.MonkeyPatch, journey: Callable[..., object]
    ) -> None:
        session = driver.screen.session
        call = session.call
        self.count = 0
        self._going = asyncio.Event()

        async def held(called: Callable[..., object], *args: object, **kwargs: object) -> object:
            answer = await call(called, *args, **kwargs)
            if called is journey:
                self.count += 1
                await self._going.wait()
                self.count -= 1
            return answer

        monkeypatch.setattr(session, "call", held)

    def let_go(self) -> None:
        """Give the answers."""
        self._going.set()


async def test_the_article_opened_meanwhile_is_not_the_one_that_was_marked_read(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(paths) as driver:
        reader, first = driver.screen.reader, driver.open_id
        library = driver.screen.session.library
        other = next(one for one in map(library.id_at, range(len(library))) if one != first)
        saving = Held(driver, monkeypatch, reading.set_read)
        await driver.press("r")
        await driver.until(lambda: saving.count)
        reader.open_article(other)
        await driver.until(lambda: driver.open_id != first)
        saving.let_go()
        await driver.until(lambda: not saving.count)
        await driver.pilot.pause()
        assert not reader.is_read


async def test_what_is_selected_while_a_highlight_is_saved_stays_selected(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(paths) as driver:
        view = driver.screen.reader.view
        saving = Held(driver, monkeypatch, annotating.add_highlight)
        await driver.press("enter")
        await driver.until(lambda: view.selection)
        await driver.press("1")
        await driver.until(lambda: saving.count)
        await driver.press("right")
        longer = view.selection
        saving.let_go()
        await driver.until(lambda: not saving.count)
        await driver.pilot.pause()
        assert view.selection == longer


async def test_a_bookmark_that_was_left_behind_is_not_the_one_that_keys_mean(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(paths) as driver:
        reader = driver.screen.reader
        saving = Held(driver, monkeypatch, annotating.toggle_bookmark)
        await driver.press("b")
        await driver.until(lambda: saving.count)
        await driver.press("right_curly_bracket")
        saving.let_go()
        await driver.until(lambda: reader.bookmarks)
        assert reader._mark_here() is None
