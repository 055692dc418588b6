"""What is saved when the program itself fails: the words being written, and the place."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.css.query import NoMatches

from bulletin_tui.ui.leaving import Leaving

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.screen import Screen


class Rescue:
    """Saves what is being written on the screens; each is tried, whatever becomes of the others.

    The words are read off at once: a screen that has failed soon loses what stands on it.
    """

    def __init__(self, screens: Sequence[Screen[object]], save_place: Callable[[], object]) -> None:
        """To be made in the event loop."""
        writing = [screen for screen in screens if isinstance(screen, Leaving)]
        self._words = [_unsaved(screen) for screen in writing]
        saving = (screen.can_leave() for screen in writing)
        self._saving = asyncio.gather(*saving, _call(save_place), return_exceptions=True)

    async def finish(self) -> tuple[str, ...]:
        """Once all is saved that can be: the words that are not."""
        answers = await self._saving
        pairs = zip(self._words, answers, strict=False)  # the last answer is that of the place
        return tuple(words for words, is_saved in pairs if words and is_saved is not True)


def _unsaved(screen: Leaving) -> str:
    with suppress(NoMatches):
        return screen.unsaved()
    return ""


async def _call(function: Callable[[], object]) -> object:
    return function()
