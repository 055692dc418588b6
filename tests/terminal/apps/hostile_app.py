"""Shows the text of its first argument in every kind of widget there is, behind the guard."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Label, OptionList, Static

from bulletin_tui.ui.rendering.guard import GuardFilter
from bulletin_tui.ui.rendering.list_rows import ListRow, RowLine
from bulletin_tui.ui.widgets.note_area import NoteArea
from bulletin_tui.ui.widgets.text_fields import LineField
from bulletin_tui.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.filter import LineFilter

HOSTILE = sys.argv[1].encode().decode("unicode_escape")


class Painted(Widget):
    """Paints the text as it is."""

    DEFAULT_CSS = "Painted { height: 1; }"

    def render_line(self, y: int) -> Strip:
        return Strip([Segment(HOSTILE)])


class HostileApp(App[None]):
    """Everything on it comes from outside."""

    CSS = "VirtualList, OptionList, NoteArea { height: 4; }"

    def compose(self) -> ComposeResult:
        titled = Static("viền", markup=False)
        titled.styles.border = ("round", "red")
        titled.border_title = Content(HOSTILE)
        titled.border_subtitle = Content(HOSTILE)
        yield titled
        yield Static(HOSTILE, markup=False)
        yield Label(Content(HOSTILE))
        yield Painted()
        yield Input(HOSTILE)
        yield Input(placeholder=HOSTILE)
        yield LineField(HOSTILE)
        yield NoteArea(HOSTILE)
        yield OptionList(Content(HOSTILE))
        yield VirtualList()

    def on_mount(self) -> None:
        self.title = HOSTILE
        row = ListRow((RowLine(HOSTILE, right=HOSTILE),))
        self.query_one(VirtualList).set_rows(3, lambda _index, _width: row)
        self.notify(HOSTILE, title=HOSTILE, markup=False, timeout=60)
        self.call_after_refresh(self.mount, Static("xong"))

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), GuardFilter()]


HostileApp().run()
