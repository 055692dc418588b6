"""A terminal that is gone holds up nobody, and is not taken once more."""

from __future__ import annotations

import os
import pty
import signal
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from bulletin_tui.ui.terminal import TerminalDriver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO


@pytest.fixture
def gone(monkeypatch: pytest.MonkeyPatch) -> Iterator[TextIO]:
    """A terminal whose other end is closed, as the program's own."""
    master, slave = pty.openpty()
    os.close(master)
    with os.fdopen(slave, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr("sys.__stdin__", terminal)
        yield terminal


def driver_without_writer(terminal: TextIO) -> TerminalDriver:
    """A driver whose thread that writes does not write any more."""
    driver = object.__new__(TerminalDriver)
    driver._writer_thread = WriterThread(terminal)
    return driver


def test_writing_to_a_terminal_that_is_gone_waits_for_nobody(gone: TextIO) -> None:
    driver = driver_without_writer(gone)

    def write() -> None:
        for _number in range(2 * MAX_QUEUED_WRITES):
            driver.write("chữ")

    writing = Thread(target=write, daemon=True)
    writing.start()
    writing.join(10)
    assert not writing.is_alive()


def test_a_terminal_that_is_gone_is_not_taken_again(
    gone: TextIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[bool] = []
    driver = driver_without_writer(gone)
    driver._auto_restart = True
    monkeypatch.setattr(driver, "start_application_mode", lambda: taken.append(True))
    driver._sigcont_application(signal.SIGCONT, None)
    assert not taken
    monkeypatch.setattr("sys.__stdin__", None)
    driver._sigcont_application(signal.SIGCONT, None)
    assert taken
