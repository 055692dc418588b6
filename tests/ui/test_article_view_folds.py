"""Folded lines on the screen: opened with Enter, a click or a jump, and left out of copies."""

from __future__ import annotations

from bulletin_tui.model.annotation import Position
from bulletin_tui.model.article import Block, Boilerplate, Span
from ui.article_reader import HEADER, ReaderApp, screen_of, selected_text
from unit.rendering.documents import document_of, folded, span_of

PAGE = document_of(
    "Xã họp sáng nay. Mọi người đều đến.",
    folded("Hôm qua: 340"),
    folded("Tháng này: 9 000"),
    "Chiều nay họp tiếp. Tối nay nghỉ.",
    folded("Bản quyền của xã", Boilerplate.FOOTER),
)
FOLD = "▸ 2 lines folded: counters"


def line_with(app: ReaderApp, words: str) -> int:
    return next(y for y, line in enumerate(screen_of(app)) if words in line)


async def test_the_line_under_the_passage_cursor_opens_and_closes() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 24)) as pilot:
        app.view.show(PAGE, HEADER, None)
        await pilot.pause()
        y = line_with(app, FOLD)
        app.view.cursor_paragraph(1)
        assert app.view.target_span is None
        assert screen_of(app)[y].strip().startswith("▌ ▸")
        assert app.view.toggle_fold_here()
        assert screen_of(app)[y].strip().startswith("▌ ▾ 2 lines folded")
        assert "Hôm qua: 340" in screen_of(app)[y + 1]
        assert app.view.toggle_fold_here()
        assert "Hôm qua" not in "".join(screen_of(app))


async def test_the_passage_cursor_takes_a_closed_run_as_one() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 24)) as pilot:
        app.view.show(PAGE, HEADER, None)
        await pilot.pause()
        app.view.cursor_paragraph(1)
        app.view.cursor_paragraph(1)
        assert app.view.cursor_block == 3
        app.view.cursor_paragraph(-1)
        assert app.view.cursor_block == 1
        assert not app.view.position.cursor > PAGE.blocks[1].start


async def test_a_click_opens_a_run_and_a_click_closes_it() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 24)) as pilot:
        app.view.show(PAGE, HEADER, None)
        await pilot.pause()
        y = line_with(app, FOLD)
        await pilot.click(app.view, offset=(12, y))
        assert "Hôm qua: 340" in screen_of(app)[y + 1]
        await pilot.click(app.view, offset=(12, y))
        assert FOLD in screen_of(app)[y]


async def test_a_jump_into_a_closed_run_opens_it() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 24)) as pilot:
        app.view.show(PAGE, HEADER, None)
        await pilot.pause()
        app.view.reveal(span_of(PAGE, "Tháng này").start)
        await pilot.pause()
        assert "Tháng này: 9 000" in screen_of(app)[line_with(app, "▾") + 2]


async def test_what_was_open_is_open_when_the_article_is_shown_again() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 24)) as pilot:
        app.view.show(PAGE, HEADER, None)
        await pilot.pause()
        app.view.toggle_all_folds()
        opened = app.view.opened_folds
        app.view.show(document_of("Một bài khác."), HEADER, None)
        app.view.show(PAGE, HEADER, None, opened)
        await pilot.pause()
        assert "Bản quyền của xã" in "".join(screen_of(app))


async def test_a_copy_over_a_closed_run_is_of_what_is_shown() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 24)) as pilot:
        app.view.show(PAGE, HEADER, None)
        await pilot.pause()
        over = Span(span_of(PAGE, "Mọi người").start, span_of(PAGE, "Chiều nay").end)
        app.view.select_span(over)
        assert selected_text(app.view) == "Mọi người đều đến.\n\nChiều nay"
        app.view.toggle_all_folds()
        app.view.select_span(over)
        assert "Hôm qua: 340" in selected_text(app.view)


async def test_nothing_stays_selected_of_what_is_folded_again() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 24)) as pilot:
        app.view.show(PAGE, HEADER, None)
        await pilot.pause()
        app.view.toggle_all_folds()
        app.view.select_span(span_of(PAGE, "Tháng này"))
        app.view.toggle_all_folds()
        assert app.view.selection is None


async def test_an_article_is_read_when_its_last_own_paragraph_was_on_the_screen() -> None:
    footer = [folded(f"Cuối trang {n}", Boilerplate.FOOTER) for n in range(30)]
    own = [f"Đoạn {n}." for n in range(12)]
    page = document_of(*own, *footer)
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.show(page, HEADER, None, frozenset({page.blocks[12].start}))
        await pilot.pause()
        assert "end" not in app.heard
        app.view.reveal(page.blocks[11].start)
        await pilot.pause()
        assert app.view.progress.percent == 100
        assert "end" in app.heard


async def test_a_place_in_lines_that_are_folded_again_is_their_line() -> None:
    inside = PAGE.blocks[2].start + 3
    app = ReaderApp()
    async with app.run_test(size=(60, 24)) as pilot:
        app.view.show(PAGE, HEADER, Position(0, inside))
        await pilot.pause()
        assert app.view.position.cursor == PAGE.blocks[1].start
        assert "▌" in screen_of(app)[line_with(app, FOLD)]


async def test_opening_all_keeps_the_passage_cursor_where_it_is_on_the_screen() -> None:
    parts: list[tuple[Block, str] | str] = []
    for n in range(20):
        parts += [f"Đoạn {n}.", folded(f"Đếm {n}"), folded("Thêm")]
    page = document_of(*parts)
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.show(page, HEADER, None)
        await pilot.pause()
        app.view.reveal(span_of(page, "Đoạn 12.").start)
        await pilot.pause()
        y = line_with(app, "Đoạn 12.")
        app.view.toggle_all_folds()
        await pilot.pause()
        assert line_with(app, "Đoạn 12.") == y


async def test_the_line_that_is_opened_and_closed_stays_where_it_is_on_the_screen() -> None:
    page = document_of(
        "Đoạn đầu.", folded("Hôm qua: 340"), folded("Tháng này"), *(f"Đoạn {n}." for n in range(30))
    )
    app = ReaderApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.view.show(page, HEADER, None)
        await pilot.pause()
        closed, y = screen_of(app), line_with(app, FOLD)
        await pilot.click(app.view, offset=(12, y))
        assert line_with(app, "▾") == y
        await pilot.click(app.view, offset=(12, y))
        assert screen_of(app)[0] == closed[0]
        assert line_with(app, FOLD) == y
