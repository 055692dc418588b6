"""The list shows any number of rows and keeps the cursor where the reader left it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual import on
from textual.app import App, ComposeResult
from textual.geometry import Region

from bulletin_tui.ui.rendering.list_rows import ListRow, Role, RowLine, RowSpan
from bulletin_tui.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import pytest
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


async def test_of_a_million_rows_only_those_on_screen_are_asked_for() -> None:
    rows = numbered(1_000_000)
    async with shown(rows, row_height=3) as (app, rows_list, pilot):
        rows_list.last()
        await pilot.pause()
        assert rows_list.index == 999_999
        assert app.line(HEIGHT - 3) == "▌hàng 999999"
        assert len(rows.asked) <= 20


async def test_another_theme_paints_the_rows_in_its_colours() -> None:
    def row(_index: int, _width: int) -> ListRow:
        return ListRow((RowLine("hàng", Role.MUTED),))

    async with shown(numbered(2)) as (app, rows_list, pilot):
        rows_list.set_rows(2, row)
        colours = []
        for theme in ("textual-dark", "textual-light"):
            app.theme = theme
            await pilot.pause()
            colours.append({part.style.color for part in rows_list.render_line(1) if part.style})
        assert colours[0].isdisjoint(colours[1])


async def test_arrows_and_pages_move_the_cursor_and_stop_at_the_ends() -> None:
    async with shown(numbered(25)) as (app, rows_list, pilot):
        await pilot.press("down", "down", "up", "pagedown")
        assert rows_list.index == 1 + HEIGHT - 1
        await pilot.press("end", "down")
        assert rows_list.index == 24
        await pilot.press("home", "up")
        assert rows_list.index == 0
        assert app.heard == [("highlighted", index) for index in (1, 2, 1, 10, 24, 0)]


async def test_the_cursor_is_always_on_screen() -> None:
    async with shown(numbered(100)) as (app, rows_list, pilot):
        rows_list.index = 50
        await pilot.pause()
        assert app.line(HEIGHT - 1) == "▌hàng 50"
        rows_list.index = 40
        await pilot.pause()
        assert app.line(0) == "▌hàng 40"
        await pilot.resize_terminal(WIDTH, 4)
        rows_list.index = 44
        await pilot.pause()
        assert app.line(3) == "▌hàng 44"


async def test_the_cursor_passes_over_sections_and_shows_the_one_above_it() -> None:
    keys = ["#Nguồn", *"abcdefghijkl", "#Nơi", "m", "#Hết"]
    async with shown(Rows(keys)) as (app, rows_list, pilot):
        assert rows_list.index == 1
        rows_list.move(12)
        assert rows_list.index == keys.index("m")
        rows_list.move(1)
        assert rows_list.index == keys.index("m")
        rows_list.move(-1)
        assert rows_list.index == keys.index("l")
        rows_list.first()
        await pilot.pause()
        assert app.line(0) == " #Nguồn"


async def test_the_cursor_set_on_no_row_goes_to_the_nearest() -> None:
    async with shown(Rows(["#mục", "a", "b", "#cuối"])) as (_app, rows_list, _pilot):
        rows_list.index = 99
        assert rows_list.index == 2
        rows_list.index = 0
        assert rows_list.index == 1


async def test_a_list_of_sections_has_no_cursor() -> None:
    async with shown(Rows(["#một", "#hai"])) as (app, rows_list, _pilot):
        assert rows_list.index is None
        rows_list.move(1)
        rows_list.choose()
        assert app.heard == []


async def test_the_cursor_follows_its_row_when_rows_come_and_go() -> None:
    rows = numbered(100)
    async with shown(rows) as (app, rows_list, pilot):
        rows_list.index = 50
        rows_list.scroll_to(y=45, animate=False)
        await pilot.pause()
        app.heard.clear()
        grown = Rows(["mới 1", "mới 2", *rows.keys])
        rows_list.set_rows(len(grown.keys), grown.row, grown.key)
        await pilot.pause()
        assert rows_list.index == 52
        assert app.line(5) == "▌hàng 50"
        assert app.heard == []


async def test_the_cursor_keeps_its_place_when_its_row_is_gone() -> None:
    async with shown(Rows(list("abc"))) as (app, rows_list, pilot):
        rows_list.last()
        await pilot.pause()
        app.heard.clear()
        fewer = Rows(["a", "b"])
        rows_list.set_rows(2, fewer.row, fewer.key)
        await pilot.pause()
        assert rows_list.index == 1
        assert app.heard == [("highlighted", 1)]
        rows_list.set_rows(0, fewer.row, fewer.key)
        assert rows_list.index is None


async def test_without_keys_new_rows_start_at_the_top() -> None:
    rows = numbered(50)
    async with shown(rows) as (app, rows_list, pilot):
        rows_list.last()
        rows_list.set_rows(50, rows.row)
        await pilot.pause()
        assert app.line(0) == "▌hàng 0"


async def test_a_click_chooses_a_row_but_not_a_section_or_nothing() -> None:
    async with shown(Rows(["#mục", "a", "b"])) as (app, rows_list, pilot):
        await pilot.click(VirtualList, offset=(4, 0))
        await pilot.click(VirtualList, offset=(4, 8))
        assert app.heard == []
        await pilot.click(VirtualList, offset=(4, 2))
        assert app.heard == [("highlighted", 2), ("chosen", 2)]
        rows_list.choose()
        await pilot.pause()
        assert app.heard[-1] == ("chosen", 2)


async def test_other_buttons_of_the_mouse_choose_nothing() -> None:
    async with shown(Rows(["a", "b"])) as (app, _rows_list, pilot):
        for button in (2, 3):
            await pilot.click(VirtualList, offset=(4, 1), button=button)
        assert app.heard == []


async def test_the_wheel_scrolls_without_moving_the_cursor() -> None:
    async with shown(numbered(50)) as (_app, rows_list, pilot):
        rows_list.scroll_relative(y=6, animate=False)
        await pilot.pause()
        assert rows_list.index == 0
        assert rows_list.scroll_offset.y == 6


async def test_rows_that_are_looked_at_stay_where_they_are_when_the_cursor_is_elsewhere() -> None:
    rows = numbered(50)
    async with shown(rows) as (_app, rows_list, pilot):
        rows_list.scroll_to(y=20, animate=False, force=True, immediate=True)
        rows.keys += ["thêm"] * 5
        rows_list.set_rows(len(rows.keys), rows.row, rows.key)
        await pilot.pause()
        assert rows_list.scroll_offset.y == 20
        assert rows_list.index == 0


async def test_rows_may_be_fewer_before_the_list_is_told_so() -> None:
    rows = numbered(50)
    async with shown(rows) as (_app, rows_list, pilot):
        await pilot.press("end")
        del rows.keys[3:]
        rows_list.set_rows(3, rows.row, rows.key)
        assert rows_list.index == 2


async def test_a_long_line_is_cut_and_what_stands_at_the_right_is_not() -> None:
    row = ListRow((RowLine("Sở Giáo dục và Đào tạo tỉnh Quảng Ninh", right="128"),))
    async with shown(Rows(["x"])) as (app, rows_list, pilot):
        rows_list.set_rows(1, lambda _index, _width: row)
        await pilot.pause()
        line = app.line(0)
        assert line.startswith("▌Sở Giáo dục")
        assert line.endswith("… 128")


async def test_matches_are_marked_and_markup_is_only_text() -> None:
    text = "[b]nghị quyết[/] [@click=app.quit]"
    line = RowLine(text, spans=(RowSpan(3, 13, Role.MATCH),))
    async with shown(Rows(["x"])) as (_app, rows_list, pilot):
        rows_list.set_rows(1, lambda _index, _width: ListRow((line,)))
        await pilot.pause()
        segments = list(rows_list.render_line(0))
        assert "".join(segment.text for segment in segments)[1:].startswith(text[:25])
        marked = [s.text for s in segments if s.style is not None and s.style.underline]
        assert marked == ["nghị quyết"]


async def test_rows_may_change_their_height() -> None:
    async with shown(numbered(50), row_height=3) as (app, rows_list, pilot):
        rows_list.index = 20
        await pilot.pause()
        rows_list.row_height = 2
        await pilot.pause()
        assert rows_list.virtual_size.height == 100
        assert "▌hàng 20" in [app.line(y) for y in range(HEIGHT)]


async def test_a_new_layout_is_asked_for_only_when_the_scrollbar_comes_or_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    laid_out: list[int] = []
    refresh = VirtualList.refresh

    def note_layouts(rows_list: VirtualList, *regions: Region, **wanted: bool) -> VirtualList:
        if wanted.get("layout"):
            laid_out.append(rows_list.count)
        return refresh(rows_list, *regions, **wanted)

    async with shown(numbered(50)) as (app, rows_list, pilot):
        monkeypatch.setattr(VirtualList, "refresh", note_layouts)
        for count in (40, 30, 20, 5):
            rows = numbered(count)
            rows_list.set_rows(count, rows.row, rows.key)
            await pilot.pause()
            assert app.line(0) == "▌hàng 0"
            assert rows_list.max_scroll_y == max(0, count - HEIGHT)
        assert set(laid_out) == {5}


async def test_the_column_of_the_scrollbar_is_blank_where_there_is_none() -> None:
    async with shown(numbered(3)) as (app, _list, _pilot):
        painted = app.screen._compositor.render_strips()
        assert [strip.cell_length for strip in painted] == [WIDTH] * HEIGHT
        assert painted[0].text == "▌hàng 0".ljust(WIDTH)


async def test_a_part_of_a_list_can_be_painted_alone() -> None:
    async with shown(numbered(100)) as (_app, rows_list, _pilot):
        some = rows_list.render_lines(Region(3, 1, 5, 2))
        assert [strip.text for strip in some] == ["ng 1 ", "ng 2 "]
