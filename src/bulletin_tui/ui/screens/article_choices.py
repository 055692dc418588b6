"""The articles that a picker offers: those whose titles fit what is typed, the newest first."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bulletin_tui.services.finding_titles import TitleFinder
from bulletin_tui.ui.screens.picker import Choice, MoreChoices
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.library import Library

MOST = 100
"""What is offered at a time; an option list is slow to fill."""
_PREFIX = "article:"


class ArticleChoices:
    """Finds articles in a thread; of several questions only the last one counts."""

    def __init__(self, library: Library) -> None:
        self._finder = TitleFinder(library)
        self._asked = 0

    async def find(self, typed: str) -> MoreChoices:
        """The articles to choose from."""
        self._asked += 1
        asked = self._asked
        found = await asyncio.to_thread(
            self._finder.find, typed, MOST, lambda: asked != self._asked
        )
        choices = (
            Choice(f"{_PREFIX}{each.id}", each.title, _("article")) for each in found.entries
        )
        sentence = _("The newest {count} that fit: type more of a title to see others.")
        left_out = sentence.format(count=MOST) if found.has_more else ""
        return MoreChoices(tuple(choices), left_out)

    @staticmethod
    def chosen_id(key: str) -> str | None:
        """The article of a choice; None if it is no article."""
        return key.removeprefix(_PREFIX) if key.startswith(_PREFIX) else None
