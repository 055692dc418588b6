"""The list shows any number of rows and keeps the cursor where the reader left it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.ui.rendering.list_rows import ListRow, RowLine
from bulletin_tui.ui.widgets.virtual_list import VirtualList
from ui.lists import HEIGHT, WIDTH, Rows, numbered, shown

if TYPE_CHECKING:
    import pytest
    from textual.geometry import Region


async def test_of_a_million_rows_only_those_on_screen_are_asked_for() -> None:
    rows = numbered(1_000_000)
    async with shown(rows, row_height=3) as (app, rows_list, pilot):
        rows_list.last()
        await pilot.pause()
        assert rows_list.index == 999_999
        assert app.line(HEIGHT - 3) == "▌hàng 999999"
        assert len(rows.asked) <= 20


async def test_rows_are_made_for_the_cells_that_they_have() -> None:
    def row(_index: int, width: int) -> ListRow:
        return ListRow((RowLine("x" * width),))

    async with shown(numbered(3)) as (app, rows_list, pilot):
        rows_list.set_rows(3, row)
        for width in (WIDTH, 12, 3, 2, 1):
            await pilot.resize_terminal(width, HEIGHT)
            await pilot.pause()
            rest = "x" * (width - 2)  # behind the gutter and before the scrollbar
            assert app.line(0) == (f"▌{rest}" if rest else "")
            strips = rows_list.render_lines(rows_list.size.region)
            assert {strip.cell_length for strip in strips} == {width}


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


async def test_without_room_for_a_heading_the_row_is_on_screen_from_its_beginning() -> None:
    async with shown(Rows(["#A", "một", "hai"]), row_height=3) as (app, rows_list, pilot):
        for height in (5, 4, 3, 2, 1):
            await pilot.resize_terminal(WIDTH, height)
            for key in ("down", "up"):
                await pilot.press(key)
                await pilot.pause()
                row = ["#A", "một", "hai"][rows_list.index or 0]
                assert f"▌{row}" in [app.line(y) for y in range(max(1, height - 2))]


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
