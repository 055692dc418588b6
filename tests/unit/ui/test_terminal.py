"""A terminal that is gone holds up nobody, and what is no key ends no program."""

from __future__ import annotations

import os
import pty
import signal
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from bulletin_tui.ui.terminal import TerminalDriver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from textual.message import Message


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


def keys_of(typed: bytes) -> list[str]:
    """The keys that are announced for what a terminal sends, which ends with a `q`."""
    driver = object.__new__(TerminalDriver)
    driver._debug = False
    driver.exit_event = Event()
    driver.fileno, other_end = os.pipe()
    keys: list[str] = []

    def announce(message: Message) -> None:
        if isinstance(message, events.Key):
            keys.append(message.key)
            if message.key == "q":
                driver.exit_event.set()

    driver.process_message = announce  # type: ignore[method-assign]
    os.write(other_end, typed)
    reading = Thread(target=driver.run_input_thread, daemon=True)
    reading.start()
    reading.join(10)
    os.close(other_end)
    os.close(driver.fileno)
    return keys


MOUSE_ON_PIXELS_OF_NO_SIZE = b"\x1b[48;24;80;0;0t\x1b[<0;5;5M"


@pytest.mark.parametrize(
    "typed",
    [
        b"\xff",
        b"\xe9",
        b"\xc3\xff",
        b"\x1b[:~",
        b"\x1b[99999999999A",
        b"\x1b[2:201~",
        MOUSE_ON_PIXELS_OF_NO_SIZE,
    ],
)
def test_bytes_that_are_no_keys_are_passed_over(
    typed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bulletin_tui.ui.terminal._MOST_BYTES", 1)
    keys = keys_of(b"a" + typed + b"q")
    assert (keys[0], keys[-1]) == ("a", "q")


def test_letters_of_several_bytes_are_keys() -> None:
    assert keys_of("ờq".encode()) == ["ờ", "q"]
