"""The rows of a list are painted in its styles, and nothing where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.geometry import Region
from textual.scrollbar import ScrollBar

from bulletin_tui.ui.rendering.list_rows import ListRow, Role, RowLine, RowSpan
from ui.lists import HEIGHT, WIDTH, Rows, numbered, shown

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.segment import Segment
    from textual.pilot import Pilot

    from ui.lists import ListApp


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


async def test_the_row_under_the_cursor_has_a_ground_of_its_own_behind_every_part() -> None:
    line = RowLine("hàng", Role.MUTED, (RowSpan(0, 2, Role.MATCH),))
    async with shown(numbered(2)) as (_app, rows_list, pilot):
        rows_list.set_rows(2, lambda _index, _width: ListRow((line,)))
        await pilot.pause()
        with_cursor, other = (
            {part.style.bgcolor for part in rows_list.render_line(y) if part.style} for y in (0, 1)
        )
        assert len(with_cursor) == len(other) == 1
        assert with_cursor != other


async def test_a_list_that_is_not_opaque_is_paler_until_it_is_again() -> None:
    async with shown(numbered(3)) as (app, rows_list, pilot):
        looks = []
        for opacity in (1.0, 0.6, 1.0):
            rows_list.styles.opacity = opacity
            await pilot.pause()
            looks.append([list(strip) for strip in app.screen._compositor.render_strips()])
        assert looks[0] == looks[2] != looks[1]


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


async def test_the_column_of_the_scrollbar_is_blank_where_there_is_none() -> None:
    async with shown(numbered(3)) as (app, _list, _pilot):
        painted = app.screen._compositor.render_strips()
        assert [strip.cell_length for strip in painted] == [WIDTH] * HEIGHT
        assert painted[0].text == "▌hàng 0".ljust(WIDTH)


async def test_a_part_of_a_list_can_be_painted_alone() -> None:
    async with shown(numbered(100)) as (_app, rows_list, _pilot):
        some = rows_list.render_lines(Region(3, 1, 5, 2))
        assert [strip.text for strip in some] == ["ng 1 ", "ng 2 "]


@pytest.mark.parametrize("count", [15, 90, 110, 3000])
@pytest.mark.parametrize("before", [20, 95, 5000])
async def test_the_scrollbar_looks_as_if_the_list_had_always_been_so_long(
    before: int, count: int
) -> None:
    async with shown(numbered(count)) as (app, _list, pilot):
        always = await scrollbars(app, pilot)
    async with shown(numbered(before)) as (app, rows_list, pilot):
        await pilot.press("end")
        await pilot.press("home")
        rows = numbered(count)
        rows_list.set_rows(count, rows.row, rows.key)
        assert await scrollbars(app, pilot) == always
    assert always[0] != always[-1]


async def test_the_scrollbar_follows_a_list_that_changes_where_it_is_scrolled_to() -> None:
    looks = []
    for before in (3000, 5000):
        async with shown(numbered(before)) as (app, rows_list, pilot):
            rows_list.index = 1500
            await pilot.pause()
            rows = numbered(3000)
            rows_list.set_rows(3000, rows.row, rows.key)
            await pilot.pause()
            assert app.line(HEIGHT - 1) == "▌hàng 1500"
            looks.append(scrollbar(app))
    assert looks[0] == looks[1]


async def test_a_scrollbar_that_looks_as_before_is_not_painted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    painted: list[int] = []
    render = ScrollBar.render

    def noted(bar: ScrollBar) -> RenderableType:
        painted.append(bar.window_virtual_size)
        return render(bar)

    async with shown(numbered(5000)) as (_app, rows_list, pilot):
        monkeypatch.setattr(ScrollBar, "render", noted)
        for count in (100, 3000, 99, 3000):
            rows = numbered(count)
            rows_list.set_rows(count, rows.row, rows.key)
            await pilot.pause()
        assert painted == [99, 3000]


async def scrollbars(app: ListApp, pilot: Pilot[None]) -> list[list[Segment]]:
    """As it looks at the top, farther down, and at the end."""
    looks = []
    for keys in ((), ("pagedown", "pagedown"), ("end",)):
        await pilot.press(*keys)
        await pilot.pause()
        looks.append(scrollbar(app))
    return looks


def scrollbar(app: ListApp) -> list[Segment]:
    """The last cell of each line, as it is painted."""
    return [list(strip)[-1] for strip in app.screen._compositor.render_strips()]
