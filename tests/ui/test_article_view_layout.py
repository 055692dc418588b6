"""The article's page follows the pane: its size, its colours, and texts of any length."""

from __future__ import annotations

import pytest
from textual.geometry import Region
from textual.scroll_view import ScrollView

from bulletin_tui.model.annotation import Position
from bulletin_tui.model.article import Document
from bulletin_tui.ui.rendering.head import ArticleHeader
from bulletin_tui.ui.themes import DARK, LIGHT
from bulletin_tui.ui.widgets.article_view import ArticleView
from ui.article_reader import HEADER, LONG, ReaderApp, screen_of
from unit.rendering.documents import document_of

HUGE = document_of(*(f"Đoạn {n} nói về việc mở thêm trường lớp ở vùng cao." for n in range(20_000)))
MIDDLE = Position(LONG.blocks[17].start, LONG.blocks[17].start)


async def test_a_resize_keeps_the_same_words_at_the_top() -> None:
    app = ReaderApp()
    async with app.run_test(size=(80, 20)) as pilot:
        app.view.show(LONG, HEADER, MIDDLE)
        await pilot.pause()
        for size in ((44, 20), (120, 9), (20, 40), (80, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "Ngày 18" in " ".join(screen_of(app)[:2])
        assert app.view.position.top == LONG.blocks[17].start


async def test_another_measure_keeps_the_same_words_at_the_top() -> None:
    app = ReaderApp()
    async with app.run_test(size=(120, 20)) as pilot:
        app.view.show(LONG, HEADER, MIDDLE)
        await pilot.pause()
        app.view.measure = 50
        await pilot.pause()
        assert "Ngày 18" in screen_of(app)[0]
        assert max(len(line.strip("▌ ")) for line in screen_of(app)) <= 50


async def test_an_article_shown_before_the_first_layout_stands_where_it_was_left() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        await app.view.remove()
        view = ArticleView()
        view.show(LONG, HEADER, Position(LONG.blocks[17].start, LONG.blocks[18].start))
        await app.mount(view)
        await pilot.pause()
        lines = screen_of(app)
        assert "Ngày 18" in lines[0]
        assert "▌ Ngày 19" in " ".join(lines)


async def test_an_article_shown_in_a_hidden_pane_is_there_when_it_appears() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.display = False
        await pilot.pause()
        app.view.show(LONG, HEADER, MIDDLE)
        app.view.select_sentence()
        app.view.cursor_paragraph(1)
        assert app.view.progress.paragraph == 19
        app.view.display = True
        await pilot.pause()
        assert "Ngày 18" in screen_of(app)[0]


async def test_a_long_text_is_wrapped_to_its_end_between_events() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.show(HUGE, ArticleHeader(), None)
        assert app.view.virtual_size.height < 2 * len(HUGE.blocks) - 1
        for _wait in range(500):
            if app.view.virtual_size.height == 2 * len(HUGE.blocks) - 1:
                break
            await pilot.pause(0.01)
        assert app.view.virtual_size.height == 2 * len(HUGE.blocks) - 1


async def test_the_end_of_a_long_text_is_one_key_away() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.show(HUGE, ArticleHeader(), None)
        app.view.go_to_end()
        await pilot.pause()
        assert "Đoạn 19999" in screen_of(app)[-1]
        assert app.view.cursor_block == 19_999


async def test_another_theme_paints_the_text_in_its_colours() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        for theme in (DARK, LIGHT):
            app.register_theme(theme)
            app.theme = theme.name
            app.view.show(document_of("Một đoạn."), ArticleHeader(), None)
            await pilot.pause()
            colors = {part.style.color for part in app.view.render_line(0) if part.style}
            assert app.view.rich_style.color in colors


async def test_an_empty_document_can_be_shown_and_moved_in() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.show(Document("", ()), ArticleHeader(), None)
        await pilot.pause()
        app.view.scroll_page(1)
        app.view.cursor_paragraph(1)
        app.view.select_sentence()
        app.view.go_to_end()
        await pilot.pause()
        assert app.view.target_span is None
        assert app.view.progress.percent == 100


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
async def test_the_page_is_painted_as_textual_draws_it_with_nothing_around(theme: str) -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.theme = theme
        app.view.show(LONG, HEADER, None)
        await pilot.press("pagedown")
        await pilot.pause()
        whole = Region(0, 0, 59, 20)
        painted, drawn = app.view.render_lines(whole), ScrollView.render_lines(app.view, whole)
        assert [list(strip.crop(0, 59).simplify()) for strip in drawn] == [
            list(strip.simplify()) for strip in painted
        ]


async def test_a_part_of_the_page_can_be_painted_alone() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.show(LONG, HEADER, None)
        await pilot.pause()
        whole = app.view.render_lines(Region(0, 0, 59, 20))
        part = app.view.render_lines(Region(5, 3, 30, 4))
        assert [strip.text for strip in part] == [strip.text[5:35] for strip in whole[3:7]]
        assert any(strip.text.strip() for strip in part)
