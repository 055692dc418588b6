"""The timers that would end the program, held still."""

from __future__ import annotations

from threading import Timer
from typing import TYPE_CHECKING

from bulletin_tui.ui import signals

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


def hold_timers(monkeypatch: pytest.MonkeyPatch) -> list[Timer]:
    """Those that are set from now on; none of them runs."""
    made: list[Timer] = []

    def make(seconds: float, end: Callable[[int], None], of: tuple[int]) -> Timer:
        timer = Timer(seconds, end, of)
        timer.start = lambda: None  # type: ignore[method-assign]
        made.append(timer)
        return timer

    monkeypatch.setattr(signals, "Timer", make)
    return made
