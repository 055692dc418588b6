"""Articles whose titles fit what is typed, found off the event loop: the newest of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bulletin_tui.services.finding_titles import TitleFinder
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.library import Library
    from bulletin_tui.services.finding_titles import TitlesFound

MOST = 100
"""What is offered at a time; whoever wants an older one types more of its title."""


class TitleSearch:
    """Finds articles in a thread; of several questions only the last one counts."""

    def __init__(self, library: Library) -> None:
        self._finder = TitleFinder(library)
        self._asked = 0

    async def find(self, typed: str) -> TitlesFound:
        """The newest `MOST` that fit."""
        self._asked += 1
        asked = self._asked
        return await asyncio.to_thread(self._finder.find, typed, MOST, lambda: asked != self._asked)


def left_out(found: TitlesFound) -> str:
    """That there are others that fit, in few enough words for the frame of a narrow dialog."""
    sentence = _("The newest {count}; type for more")
    return sentence.format(count=len(found.entries)) if found.has_more else ""
