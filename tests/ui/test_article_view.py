"""The article on the screen: what is at the top, where the cursor is, what is marked."""

from __future__ import annotations

from bulletin_tui.model.annotation import AnnotationKind, HighlightColor, Position
from bulletin_tui.model.article import Span
from bulletin_tui.ui.rendering.overlays import PaintedMark
from bulletin_tui.ui.widgets.article_view import ArticleView
from ui.article_reader import HEADER, LONG, ReaderApp, screen_of
from unit.rendering.documents import document_of, heading, span_of


async def test_the_head_stands_above_the_text() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.show(LONG, HEADER, None)
        await pilot.pause()
        lines = [line.strip() for line in screen_of(app)]
        assert lines[0] == "Kế hoạch năm học mới"
        assert lines[2] == "Trường Hoa Mai · 05/09/2021"
        assert lines[5].startswith("▌ Ngày 1 hội đồng")


async def test_an_article_opens_where_it_was_left() -> None:
    left = Position(LONG.blocks[20].start, LONG.blocks[21].start)
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.show(LONG, HEADER, left)
        await pilot.pause()
        assert app.view.position == left
        assert "Ngày 21" in screen_of(app)[0]


async def test_the_passage_cursor_is_pulled_along_when_scrolling() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.show(LONG, HEADER, None)
        await pilot.pause()
        app.view.scroll_page(3)
        await pilot.pause()
        assert app.view.position.cursor == app.view.position.top
        app.view.scroll_page(-2)
        await pilot.pause()
        assert app.view.target_span is not None
        assert any("▌" in line for line in screen_of(app))


async def test_without_a_selection_a_mark_goes_on_the_paragraph() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.show(LONG, HEADER, None)
        await pilot.pause()
        app.view.cursor_paragraph(2)
        third = LONG.blocks[2]
        assert app.view.target_span == Span(third.start, third.end)


async def test_a_highlight_is_underlined_and_a_note_has_a_glyph() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.show(LONG, HEADER, None)
        await pilot.pause()
        marked = span_of(LONG, "hội đồng nhà trường")
        mark = PaintedMark(
            "1", marked, HighlightColor.GREEN, AnnotationKind.HIGHLIGHT, has_note=True
        )
        app.view.set_highlights((mark,))
        line = app.view.render_line(5)
        underlined = "".join(part.text for part in line if part.style and part.style.underline)
        assert underlined == "hội đồng nhà trường"
        assert "✎" in line.text


async def test_revealing_a_passage_puts_it_in_the_upper_half() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 24)) as pilot:
        app.view.show(LONG, HEADER, None)
        await pilot.pause()
        app.view.reveal(LONG.blocks[30].start)
        await pilot.pause()
        rows = [y for y, line in enumerate(screen_of(app)) if "Ngày 31" in line]
        assert rows[0] in range(6, 12)
        assert app.view.cursor_block == 30


async def test_revealing_works_before_the_first_layout() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 24)) as pilot:
        view = ArticleView()
        view.show(LONG, HEADER, None)
        view.reveal(LONG.blocks[30].start)
        await app.query_one(ArticleView).remove()
        await app.mount(view)
        await pilot.pause()
        assert any("Ngày 31" in line for line in screen_of(app)[4:14])


async def test_the_end_is_announced_once() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.show(LONG, HEADER, None)
        await pilot.pause()
        assert "end" not in app.heard
        app.view.go_to_end()
        await pilot.pause()
        app.view.scroll_page(-1)
        app.view.go_to_end()
        await pilot.pause()
        assert app.heard.count("end") == 1
        assert app.view.progress.percent == 100


async def test_a_short_article_is_at_its_end_at_once() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.show(document_of("Ngắn."), HEADER, None)
        await pilot.pause()
        assert app.heard == ["end"]


async def test_a_title_that_the_text_repeats_is_not_painted_twice() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 16)) as pilot:
        app.view.show(document_of(heading(HEADER.title, 1), "Mở đầu."), HEADER, None)
        await pilot.pause()
        lines = [line.strip(" ▌") for line in screen_of(app)]
        assert lines.count(HEADER.title) == 1
        assert lines.index(HEADER.title) < lines.index(HEADER.meta_lines[0])
        assert lines.index(HEADER.meta_lines[0]) < lines.index("Mở đầu.")
