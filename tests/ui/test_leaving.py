"""Leaving takes no longer than saving may: a store that never answers holds nobody up for ever."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from bulletin_tui.ui.app import UNSAVED
from bulletin_tui.ui.signals import DONE_WITHIN_S, GIVEN_BACK_WITHIN_S
from ui.driving import running
from unit.ui.held_timers import hold_timers

if TYPE_CHECKING:
    import pytest

    from bulletin_tui.paths import Paths


async def test_who_leaves_waits_so_long_for_what_is_saved_and_then_hears_that_it_is_not(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    timers = hold_timers(monkeypatch)
    async with running(paths) as driver:
        is_free = Event()
        driver.screen.session.after_all(is_free.wait)
        try:
            await driver.press("q")
            await driver.until(lambda: driver.app._exit)
            (timer,) = timers
            assert (timer.interval, timer.args) == (DONE_WITHIN_S, (UNSAVED,))
        finally:
            is_free.set()
        await driver.until(lambda: len(timers) == 2)
        assert (timers[1].interval, timers[1].args) == (GIVEN_BACK_WITHIN_S, (0,))
        assert timer.finished.is_set()
