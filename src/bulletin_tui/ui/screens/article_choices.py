"""The articles that a picker offers: those whose titles fit what is typed, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.ui.screens.picker import Choice, MoreChoices
from bulletin_tui.ui.title_search import TitleSearch, left_out
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.library import Library

_PREFIX = "article:"


class ArticleChoices:
    """Finds articles to choose from, and knows their choices again."""

    def __init__(self, library: Library) -> None:
        self._titles = TitleSearch(library)

    async def find(self, typed: str) -> MoreChoices:
        """The articles to choose from."""
        found = await self._titles.find(typed)
        choices = (
            Choice(f"{_PREFIX}{each.id}", each.title, _("article")) for each in found.entries
        )
        return MoreChoices(tuple(choices), left_out(found))

    @staticmethod
    def chosen_id(key: str) -> str | None:
        """The article of a choice; None if it is no article."""
        return key.removeprefix(_PREFIX) if key.startswith(_PREFIX) else None
