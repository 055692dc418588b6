"""Who answers the signals that ask the program to end, and for how long."""

from __future__ import annotations

import asyncio
import os
import signal
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.ui.signals import ANSWERED_WITHIN_S, DONE_WITHIN_S, GIVEN_BACK_WITHIN_S, Ending
from unit.ui.held_timers import hold_timers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from threading import Timer

NUMBER = signal.SIGHUP


@pytest.fixture(autouse=True)
def timers(monkeypatch: pytest.MonkeyPatch) -> list[Timer]:
    """Those that would end the program; none of them runs."""
    return hold_timers(monkeypatch)


@pytest.fixture
def default_handler() -> Iterator[None]:
    before = signal.signal(NUMBER, signal.SIG_DFL)
    yield
    signal.signal(NUMBER, before)


def is_waiting(timer: Timer) -> bool:
    return not timer.finished.is_set()


@pytest.mark.usefixtures("default_handler")
def test_a_signal_is_answered_in_the_loop_and_at_last_without_it(timers: list[Timer]) -> None:
    answered: list[int] = []
    ending = Ending(answered.append)

    async def ask() -> None:
        ending.listen(asyncio.get_running_loop())
        os.kill(os.getpid(), NUMBER)
        await asyncio.sleep(0.01)

    asyncio.run(ask())
    (timer,) = timers
    assert answered == [NUMBER]
    assert (timer.interval, timer.args) == (ANSWERED_WITHIN_S, (128 + NUMBER,))
    assert is_waiting(timer)
    ending.close()


def test_ending_in_order_has_more_time_and_staying_all(timers: list[Timer]) -> None:
    ending = Ending(lambda _number: None)
    ending.begin(143)
    ending.begin(143)
    assert [(each.interval, is_waiting(each)) for each in timers] == [
        (DONE_WITHIN_S, False),
        (DONE_WITHIN_S, True),
    ]
    ending.stay()
    assert not any(map(is_waiting, timers))


def test_once_all_is_saved_little_time_is_left(timers: list[Timer]) -> None:
    ending = Ending(lambda _number: None)
    ending.begin(143)
    ending.finish(143)
    assert [(each.interval, is_waiting(each)) for each in timers] == [
        (DONE_WITHIN_S, False),
        (GIVEN_BACK_WITHIN_S, True),
    ]


@pytest.mark.usefixtures("default_handler")
def test_signals_are_given_back_also_when_the_loop_is_closed() -> None:
    ending = Ending(lambda _number: None)

    async def listen() -> None:
        ending.listen(asyncio.get_running_loop())

    asyncio.run(listen())
    os.kill(os.getpid(), NUMBER)
    ending.close()
    assert signal.getsignal(NUMBER) is signal.SIG_DFL


@pytest.mark.usefixtures("default_handler")
def test_an_ignored_signal_stays_ignored() -> None:
    signal.signal(NUMBER, signal.SIG_IGN)
    ending = Ending(lambda _number: None)

    async def listen() -> None:
        ending.listen(asyncio.get_running_loop())

    asyncio.run(listen())
    assert signal.getsignal(NUMBER) is signal.SIG_IGN
    ending.close()
