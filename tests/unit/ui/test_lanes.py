"""Calls that may hang, off the event loop."""

from __future__ import annotations

import asyncio
import threading

import pytest

from bulletin_tui.ui import lanes
from bulletin_tui.ui.lanes import HangingLane


async def test_what_is_called_comes_back_or_is_raised() -> None:
    lane = HangingLane("làn")
    assert await lane.run(divmod, 7, 2) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        await lane.run(divmod, 7, 0)
    lane.close()


async def test_a_call_that_hangs_does_not_hold_up_closing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "PATIENCE_S", 0.0)
    lane, begun, never = HangingLane("làn"), threading.Event(), threading.Event()

    def hang() -> bool:
        begun.set()
        return never.wait()

    call = asyncio.ensure_future(lane.run(hang))
    await asyncio.to_thread(begun.wait)
    lane.close()
    assert not call.done()
    never.set()
    assert await call
