"""A list that is narrowed is painted together with what was typed to narrow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import App, ComposeResult
from textual.containers import Vertical

from bulletin_tui.ui.rendering.list_rows import ListRow, RowLine
from bulletin_tui.ui.widgets.list_field import ListField
from bulletin_tui.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget

WORDS = ["sông", "suối", "núi", "đồi"]


class Narrowed(Vertical):
    """The words that begin with what is typed."""

    def compose(self) -> ComposeResult:
        yield ListField()
        yield VirtualList()

    @on(ListField.Typed)
    def narrow(self, event: ListField.Typed) -> None:
        words = [word for word in WORDS if word.startswith(event.text)]
        rows = [ListRow((RowLine(word),)) for word in words]
        self.query_one(VirtualList).set_rows(len(rows), lambda index, _width: rows[index])


class WatchedApp(App[None]):
    """Remembers what each frame painted."""

    def __init__(self) -> None:
        super().__init__()
        self.frames: list[set[type[Widget]]] = []

    def compose(self) -> ComposeResult:
        yield Narrowed()

    def _display(self, screen: Screen[object], renderable: object) -> None:
        super()._display(screen, renderable)  # type: ignore[arg-type]
        if renderable is not None:
            self.frames.append({type(widget) for widget in screen._dirty_widgets})


async def test_the_first_frame_with_what_was_typed_has_the_list_that_fits() -> None:
    app = WatchedApp()
    async with app.run_test(size=(30, 12)) as pilot:
        app.query_one(ListField).focus()
        for typed in "su":
            await pilot.pause()
            app.frames.clear()
            await pilot.press(typed)
            assert next(frame for frame in app.frames if ListField in frame) >= {VirtualList}
