"""The one search box: over the whole library, or narrowed to the open article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input

from bulletin_tui.ui.widgets.text_fields import LineField
from bulletin_tui.words import N_, _


class SearchScope(Enum):
    """What the box searches."""

    LIBRARY = "library"
    ARTICLE = "article"


PLACEHOLDERS = {
    SearchScope.LIBRARY: N_("Search titles and passages, with or without accents"),
    SearchScope.ARTICLE: N_("Find in this article"),
}


class SearchBox(LineField):
    """A line to type into; the results are moved through from here, without leaving it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(5)", show=False),
        Binding("pageup", "move(-5)", show=False),
        Binding("ctrl+f", "widen(False)", show=False),
        Binding("f2", "widen(True)", show=False),
        Binding("escape", "leave", show=False),
    ]

    scope: reactive[SearchScope] = reactive(SearchScope.LIBRARY)

    @dataclass
    class Typed(Message):
        """The words to search changed."""

        text: str

    @dataclass
    class Moved(Message):
        """The cursor of the results is to move by this many rows."""

        step: int

    @dataclass
    class Accepted(Message):
        """The result under the cursor is wanted."""

    @dataclass
    class ScopeWanted(Message):
        """The same words are to be searched elsewhere."""

        scope: SearchScope

    @dataclass
    class Left(Message):
        """The search was given up."""

    def watch_scope(self, scope: SearchScope) -> None:
        """Tell what is searched."""
        self.placeholder = _(PLACEHOLDERS[scope])

    def watch_value(self, value: str) -> None:
        """Announce it before what the next key does."""
        self.post_message(self.Typed(value))

    @on(Input.Changed)
    def _announce_once(self, event: Input.Changed) -> None:
        event.stop()

    @on(Input.Submitted)
    def _accept(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Accepted())

    def action_move(self, step: int) -> None:
        """Move the cursor of the results."""
        self.post_message(self.Moved(step))

    def action_widen(self, everywhere: bool) -> None:
        """Search the same words in the whole library, or only in the open article."""
        scope = SearchScope.LIBRARY if everywhere else SearchScope.ARTICLE
        self.post_message(self.ScopeWanted(scope))

    def action_leave(self) -> None:
        """Give up the search."""
        self.post_message(self.Left())
