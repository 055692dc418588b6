"""A line to type into above a list, which is moved through from here without leaving the line."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.message import Message
from textual.widgets import Input

from bulletin_tui.ui.widgets.text_fields import LineField


class ListField(LineField):
    """Announces what is typed and done in it, each thing in its turn."""

    @dataclass
    class Typed(Message):
        """The words in the field changed."""

        text: str

    @dataclass
    class Moved(Message):
        """The cursor of the list is to move by this many rows."""

        step: int

    @dataclass
    class Accepted(Message):
        """The row under the cursor is wanted."""

    @dataclass
    class Left(Message):
        """The field was given up."""

    def announce(self, message: Message) -> None:
        """Tell what was done, at once: so the list is in the same frame as what was typed."""
        if self.parent is not None:
            self.parent.post_message(message)

    def watch_value(self, value: str) -> None:
        """Announce it before what the next key does."""
        self.announce(self.Typed(value))

    @on(Input.Changed)
    def _announce_once(self, event: Input.Changed) -> None:
        event.stop()

    @on(Input.Submitted)
    def _accept(self, event: Input.Submitted) -> None:
        event.stop()
        self.announce(self.Accepted())

    def action_move(self, step: int) -> None:
        """Move the cursor of the list."""
        self.announce(self.Moved(step))

    def action_leave(self) -> None:
        """Give the field up."""
        self.announce(self.Left())
