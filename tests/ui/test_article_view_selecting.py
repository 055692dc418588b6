"""Selecting a passage on the screen, by keys and with the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.article import Span
from bulletin_tui.ui.rendering.head import ArticleHeader
from ui.article_reader import LONG, ReaderApp, screen_of, selected_text
from unit.rendering.documents import document_of, item, span_of, table_document

if TYPE_CHECKING:
    from textual.pilot import Pilot

SHORT = document_of(
    "Hội nghị họp trong hai ngày. Đại biểu đến đủ và bàn rất kỹ.",
    item("Việc thứ nhất là sửa lại ba ngôi trường cũ ở ven sông."),
    "Hết.",
)
NO_HEADER = ArticleHeader()


def cell_of(app: ReaderApp, words: str) -> tuple[int, int]:
    """Where the words stand on the screen."""
    lines = screen_of(app)
    y = next(number for number, line in enumerate(lines) if words in line)
    return lines[y].index(words), y


async def drag(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(offset=start)
    await pilot.hover(offset=end)
    await pilot.mouse_up(offset=end)
    await pilot.pause()


async def test_enter_selects_the_sentence_and_arrows_change_it() -> None:
    app = ReaderApp()
    async with app.run_test(size=(40, 12)) as pilot:
        app.view.show(SHORT, NO_HEADER, None)
        await pilot.pause()
        app.view.select_sentence()
        assert selected_text(app.view) == "Hội nghị họp trong hai ngày."
        app.view.extend_by_sentence(1)
        assert selected_text(app.view) == SHORT.text[: SHORT.blocks[0].end]
        app.view.extend_by_word(-1)
        assert selected_text(app.view).endswith("bàn rất")
        app.view.clear_selection()
        assert app.view.selection is None


async def test_growing_a_selection_follows_it_off_the_screen() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 8)) as pilot:
        app.view.show(LONG, NO_HEADER, None)
        await pilot.pause()
        app.view.select_sentence()
        for _step in range(12):
            app.view.extend_by_sentence(1)
        await pilot.pause()
        assert app.view.selection is not None
        shown = " ".join(screen_of(app))
        assert LONG.text[: app.view.selection.end].split()[-1] in shown
        assert app.view.scroll_offset.y > 0


async def test_a_drag_over_wrapped_rows_and_blocks_gives_the_text_without_wraps() -> None:
    app = ReaderApp()
    async with app.run_test(size=(30, 16)) as pilot:
        app.view.show(SHORT, NO_HEADER, None)
        await pilot.pause()
        await drag(pilot, cell_of(app, "Đại biểu"), cell_of(app, "thứ nhất"))
        expected = Span(SHORT.text.index("Đại biểu"), SHORT.text.index("thứ nhất") + 1)
        assert app.view.selection == expected
        assert "\n\n" in selected_text(app.view)


async def test_a_drag_upwards_selects_the_same_letters() -> None:
    app = ReaderApp()
    async with app.run_test(size=(30, 16)) as pilot:
        app.view.show(SHORT, NO_HEADER, None)
        await pilot.pause()
        start, end = cell_of(app, "Đại biểu"), cell_of(app, "thứ nhất")
        await drag(pilot, start, end)
        downwards = app.view.selection
        await drag(pilot, end, start)
        assert app.view.selection == downwards


async def test_the_selected_cells_are_painted() -> None:
    app = ReaderApp()
    async with app.run_test(size=(50, 10)) as pilot:
        app.view.show(SHORT, NO_HEADER, None)
        await pilot.pause()
        app.view.select_span(span_of(SHORT, "họp trong hai ngày"))
        plain = app.view.rich_style.bgcolor
        line = app.view.render_line(0)
        painted = "".join(part.text for part in line if part.style and part.style.bgcolor != plain)
        assert painted == "họp trong hai ngày"


async def test_dragging_below_the_edge_scrolls_on() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 8)) as pilot:
        app.view.show(LONG, NO_HEADER, None)
        app.view.styles.height = 6
        await pilot.pause()
        await pilot.mouse_down(offset=(10, 1))
        await pilot.hover(offset=(10, 7))
        for _wait in range(200):
            if app.view.scroll_offset.y >= 3:
                break
            await pilot.pause(0.02)
        await pilot.mouse_up(offset=(10, 7))
        assert app.view.scroll_offset.y >= 3
        assert app.view.selection is not None
        assert app.view.selection.end >= app.view.position.top


async def test_dragging_on_the_last_row_of_the_terminal_scrolls_on() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 8)) as pilot:
        app.view.show(LONG, NO_HEADER, None)
        await pilot.pause()
        await pilot.mouse_down(offset=(10, 3))
        await pilot.hover(offset=(10, 7))
        for _wait in range(200):
            if app.view.scroll_offset.y >= 3:
                break
            await pilot.pause(0.02)
        await pilot.mouse_up(offset=(10, 7))
        assert app.view.scroll_offset.y >= 3


async def test_a_click_puts_the_passage_cursor_there_and_drops_the_selection() -> None:
    app = ReaderApp()
    async with app.run_test(size=(40, 12)) as pilot:
        app.view.show(SHORT, NO_HEADER, None)
        await pilot.pause()
        app.view.select_sentence()
        await pilot.click(offset=cell_of(app, "thứ nhất"))
        assert app.view.cursor_block == 1
        assert app.view.selection is None
        assert app.view.position.cursor == SHORT.text.index("thứ nhất")


async def test_two_clicks_select_the_word_and_three_the_paragraph() -> None:
    app = ReaderApp()
    async with app.run_test(size=(40, 12)) as pilot:
        app.view.show(SHORT, NO_HEADER, None)
        await pilot.pause()
        place = cell_of(app, "nghị")
        await pilot.click(offset=place, times=2)
        assert selected_text(app.view) == "nghị"
        await pilot.click(offset=place, times=3)
        assert app.view.selection == Span(SHORT.blocks[0].start, SHORT.blocks[0].end)


async def test_other_buttons_of_the_mouse_select_nothing() -> None:
    app = ReaderApp()
    async with app.run_test(size=(40, 12)) as pilot:
        app.view.show(SHORT, NO_HEADER, None)
        await pilot.pause()
        place = cell_of(app, "nghị")
        for times in (2, 3):
            await pilot.click(offset=place, times=times, button=3)
        assert app.view.selection is None


async def test_a_drag_in_a_table_selects_by_its_cells() -> None:
    document = table_document(("Năm", "Tên trường"), ("2021", "Hoa Mai"))
    app = ReaderApp()
    async with app.run_test(size=(40, 12)) as pilot:
        app.view.show(document, NO_HEADER, None)
        await pilot.pause()
        await drag(pilot, cell_of(app, "Hoa"), cell_of(app, "Mai"))
        assert selected_text(app.view) == "Hoa M"


async def test_a_selection_is_announced_when_it_changes() -> None:
    app = ReaderApp()
    async with app.run_test(size=(40, 12)) as pilot:
        app.view.show(SHORT, NO_HEADER, None)
        await pilot.pause()
        app.heard.clear()
        app.view.select_sentence()
        app.view.select_sentence()
        app.view.clear_selection()
        await pilot.pause()
        assert app.heard == [span_of(SHORT, "Hội nghị họp trong hai ngày."), None]


async def test_a_mark_goes_on_the_selection_if_there_is_one() -> None:
    app = ReaderApp()
    async with app.run_test(size=(40, 12)) as pilot:
        app.view.show(SHORT, NO_HEADER, None)
        await pilot.pause()
        assert app.view.target_span == Span(SHORT.blocks[0].start, SHORT.blocks[0].end)
        app.view.select_sentence()
        assert app.view.target_span == app.view.selection
