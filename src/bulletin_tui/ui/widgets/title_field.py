"""The field that narrows the sidebar to the articles whose titles fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from bulletin_tui.ui.widgets.filter_field import FilterField
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.model.library import Library
    from bulletin_tui.services.finding_titles import TitlesFound
    from bulletin_tui.ui.title_search import TitleSearch


class TitleField(FilterField):
    """Holds back what is done to the list until the list is that of the words typed."""

    @dataclass
    class Narrowed(Message):
        """It is known what fits."""

        found: TitlesFound | None
        """None when nothing is typed."""
        is_new: bool
        """Whether something else was typed; otherwise the articles changed."""

    def __init__(self, library: Library) -> None:
        super().__init__(placeholder=_("Filter by title"))
        self._held: list[Message] = []
        self._is_finding = False
        self._titles = self._search_of(library)

    def use(self, library: Library) -> None:
        """Look through these articles from now on, also for what is typed already."""
        self._titles = self._search_of(library)
        if self.value:
            self._look(self.value, is_new=False)

    @staticmethod
    def _search_of(library: Library) -> TitleSearch:
        from bulletin_tui.ui.title_search import TitleSearch  # only once a list is filtered

        return TitleSearch(library)

    def clear_at_once(self) -> None:
        """Empty the field; what was being looked for is not wanted any more."""
        self._held.clear()
        self.value = ""

    def watch_value(self, value: str) -> None:
        """Look for what fits; moves through what fitted before are void."""
        self._held.clear()
        self._look(value, is_new=True)

    def _look(self, typed: str, *, is_new: bool) -> None:
        self._is_finding = True
        self._find(typed, is_new=is_new)

    @work(group="titles", exclusive=True)
    async def _find(self, typed: str, *, is_new: bool) -> None:
        found = await self._titles.find(typed) if typed.strip() else None
        self._is_finding = False
        for message in (self.Narrowed(found, is_new), *self._held):
            self.post_message(message)
        self._held.clear()

    def announce(self, message: Message) -> None:
        """Tell what was done, once the list is there to which it is to be done."""
        if self._is_finding and not isinstance(message, self.Left):
            self._held.append(message)
        else:
            super().announce(message)
