"""No database is opened in the thread of the event loop, whatever is done."""

from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING

from bulletin_tui.errors import IndexUnavailableError
from ui.driving import running

if TYPE_CHECKING:
    import pytest

    from bulletin_tui.paths import Paths


async def test_no_database_is_opened_on_the_event_loop(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop, connect = threading.current_thread(), sqlite3.connect
    opened_by: list[threading.Thread] = []

    def note(*args: object, **options: object) -> sqlite3.Connection:
        opened_by.append(threading.current_thread())
        return connect(*args, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", note)
    async with running(paths) as driver:
        session = driver.screen.session
        await driver.press("f5")
        await driver.screen.note_folders()
        await session.reload()
        assert await session.do_without_index(IndexUnavailableError("Hết chỗ."))
    assert opened_by
    assert loop not in opened_by
