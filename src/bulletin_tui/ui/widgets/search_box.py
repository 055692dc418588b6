"""The one search box: over the whole library, or narrowed to the open article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from bulletin_tui.ui.widgets.list_field import ListField
from bulletin_tui.words import N_, _


class SearchScope(Enum):
    """What the box searches."""

    LIBRARY = "library"
    ARTICLE = "article"


PLACEHOLDERS = {
    SearchScope.LIBRARY: N_("Search titles and passages, with or without accents"),
    SearchScope.ARTICLE: N_("Find in this article"),
}


class SearchBox(ListField):
    """A line to type a query into, above its results."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(5)", show=False),
        Binding("pageup", "move(-5)", show=False),
        Binding("ctrl+f", "widen(False)", show=False),
        Binding("f2", "widen(True)", show=False),
        Binding("delete", "forget", show=False),
        Binding("escape", "leave", show=False),
    ]

    scope: reactive[SearchScope] = reactive(SearchScope.LIBRARY)

    @dataclass
    class ScopeWanted(Message):
        """The same words are to be searched elsewhere."""

        scope: SearchScope

    class Unwanted(Message):
        """The row under the cursor is not to be offered again."""

    def watch_scope(self, scope: SearchScope) -> None:
        """Tell what is searched."""
        self.placeholder = _(PLACEHOLDERS[scope])

    def action_forget(self) -> None:
        """Forget the row under the cursor; a letter is deleted where there is one."""
        if self.value:
            self.action_delete_right()
        else:
            self.announce(self.Unwanted())

    def action_widen(self, everywhere: bool) -> None:
        """Search the same words in the whole library, or only in the open article."""
        scope = SearchScope.LIBRARY if everywhere else SearchScope.ARTICLE
        self.post_message(self.ScopeWanted(scope))
