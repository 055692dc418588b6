"""An app with nothing but a list, and rows to show in it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual import on
from textual.app import App, ComposeResult

from bulletin_tui.ui.rendering.list_rows import ListRow, RowLine
from bulletin_tui.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

WIDTH, HEIGHT = 30, 10


@dataclass
class Rows:
    """Rows named by keys (a leading `#` makes a section), which remembers what was asked for."""

    keys: list[str]
    asked: set[int] = field(default_factory=set)

    def row(self, index: int, width: int) -> ListRow:
        self.asked.add(index)
        key = self.keys[index]
        return ListRow((RowLine(key),), is_section=key.startswith("#"))

    def key(self, index: int) -> str:
        return self.keys[index]


class ListApp(App[None]):
    """One list, and what it said."""

    def __init__(self, row_height: int = 1) -> None:
        super().__init__()
        self.rows = VirtualList(row_height=row_height)
        self.heard: list[tuple[str, int]] = []

    def compose(self) -> ComposeResult:
        yield self.rows

    @on(VirtualList.Highlighted)
    def _note_highlighted(self, event: VirtualList.Highlighted) -> None:
        self.heard.append(("highlighted", event.index))

    @on(VirtualList.Chosen)
    def _note_chosen(self, event: VirtualList.Chosen) -> None:
        self.heard.append(("chosen", event.index))

    def line(self, y: int) -> str:
        return "".join(segment.text for segment in self.rows.render_line(y)).rstrip()


@asynccontextmanager
async def shown(
    rows: Rows, row_height: int = 1
) -> AsyncIterator[tuple[ListApp, VirtualList, Pilot[None]]]:
    app = ListApp(row_height)
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        app.rows.set_rows(len(rows.keys), rows.row, rows.key)
        await pilot.pause()
        app.heard.clear()
        yield app, app.rows, pilot


def numbered(count: int) -> Rows:
    return Rows([f"hàng {number}" for number in range(count)])
