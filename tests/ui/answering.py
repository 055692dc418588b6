"""Answers to searches that come when a test wants them, and with what it wants in them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bulletin_tui.ui.finder import StagedSearch

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from bulletin_tui.model.search import SearchResult


class Gate:
    """Holds the second stage of every search back while it is not open."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, is_open: bool = False) -> None:
        self._opened = asyncio.Event()
        if is_open:
            self._opened.set()
        self.waiting = 0
        find_more = StagedSearch.find_more

        async def held(search: StagedSearch, limit: int) -> SearchResult:
            self.waiting += not self._opened.is_set()
            await self._opened.wait()
            return await find_more(search, limit)

        monkeypatch.setattr(StagedSearch, "find_more", held)

    def close(self) -> None:
        """Let nothing pass from now on."""
        self._opened.clear()

    def open(self) -> None:
        """Let what waits, and all that follows, pass."""
        self._opened.set()


def change_answers(
    monkeypatch: pytest.MonkeyPatch, change: Callable[[SearchResult], SearchResult]
) -> None:
    """Have every complete answer changed before it is shown."""
    find_more = StagedSearch.find_more

    async def changed(search: StagedSearch, limit: int) -> SearchResult:
        return change(await find_more(search, limit))

    monkeypatch.setattr(StagedSearch, "find_more", changed)
