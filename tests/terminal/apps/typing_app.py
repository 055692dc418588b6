"""A field, `line` or `note`, and one more; Ctrl+R tells in ASCII what the first one holds.

Telling empties it, and so does Enter in a line.
"""

from __future__ import annotations

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from bulletin_tui.ui.widgets.note_area import NoteArea
from bulletin_tui.ui.widgets.text_fields import LineField


class TypingApp(App[None]):
    """Counts its reports, so that each can be waited for."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+r", "report")]

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.field: LineField | NoteArea = LineField() if kind == "line" else NoteArea()
        self.reports = 0

    def compose(self) -> ComposeResult:
        yield Static("report 0: ''", id="report", markup=False)
        yield self.field
        yield LineField()

    def on_mount(self) -> None:
        self.field.focus()

    def action_report(self) -> None:
        field = self.field
        self._tell(field.value if isinstance(field, LineField) else field.text)

    def on_input_submitted(self, event: LineField.Submitted) -> None:
        self._tell(event.value)

    def _tell(self, text: str) -> None:
        self.reports += 1
        self.query_one("#report", Static).update(f"report {self.reports}: {text!a}")
        self.field.clear()


TypingApp(sys.argv[1]).run()
