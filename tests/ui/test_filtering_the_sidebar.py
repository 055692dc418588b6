"""Filtering the sidebar: typing narrows it to titles that fit, Esc gives it back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from bulletin_tui.services import indexing
from bulletin_tui.ui import title_search
from bulletin_tui.ui.screens.layout import Left
from bulletin_tui.ui.widgets.title_field import TitleField
from ui.driving import running
from unit.services.test_indexed_stacks import write
from unit.store.samples import make_paths

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from ui.driving import Driver


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """Sixty articles, the last one the newest."""
    monkeypatch.setattr(indexing.Indexing, "start", lambda _self: None)
    paths = make_paths(tmp_path)
    paths.articles.mkdir()
    for number in range(1, 61):
        kind = "Bản tin thời tiết" if number % 3 else "Lịch tiếp công dân"
        front = f"id: bai-{number}\ntitle: {kind} số {number}\ndate: 2022-01-01T00:{number - 1:02}"
        write(paths, f"{number}.md", front, f"Nội dung bài {number}.")
    return paths


class Standing(NamedTuple):
    """What of a list has to be as it was."""

    key: str | None
    top: int
    length: int


def standing(driver: Driver) -> Standing:
    pane = driver.screen.sidebar
    index = pane.list.index
    key = None if index is None else pane._rows[index].key
    return Standing(key, pane.list.scroll_offset.y, pane.list.count)


def titles(driver: Driver) -> list[str]:
    pane = driver.screen.sidebar
    return [pane._rows[index].label for index in range(pane.list.count)]


async def focus_sidebar(driver: Driver) -> None:
    driver.screen.sidebar.list.focus()
    await driver.until(lambda: driver.screen.sidebar.list.has_focus)


async def narrow(driver: Driver, typed: str, count: int) -> None:
    await driver.press("ctrl+f")
    await driver.type(typed)
    await driver.until(lambda: driver.screen.sidebar.list.count == count)


async def test_typing_without_accents_narrows_to_a_flat_list(many: Paths) -> None:
    async with running(many) as driver:
        await focus_sidebar(driver)
        await narrow(driver, "tiep dan", 20)
        assert titles(driver)[:2] == ["Lịch tiếp công dân số 60", "Lịch tiếp công dân số 57"]
        assert "Sources" not in driver.shown_text()


async def test_escape_gives_the_list_back_exactly_as_it_was(many: Paths) -> None:
    async with running(many, size=(80, 24)) as driver:
        await focus_sidebar(driver)
        await driver.press("down", "left", "home", "right", *["down"] * 40, *["up"] * 5)
        before = standing(driver)
        assert before.top
        await narrow(driver, "so 9", 1)
        await driver.press("down", "escape")
        await driver.until(lambda: driver.screen.sidebar.list.has_focus)
        await driver.until(lambda: not driver.screen.sidebar.is_filtering)
        await driver.pilot.pause()
        assert standing(driver) == before


async def test_a_cursor_on_the_last_line_is_given_back_on_the_last_line(many: Paths) -> None:
    async with running(many, size=(80, 24)) as driver:
        await focus_sidebar(driver)
        await driver.press("home", *["down"] * 40)
        before = standing(driver)
        await driver.press("ctrl+f")
        await driver.pilot.pause()
        await driver.press("escape")
        await driver.until(lambda: not driver.screen.sidebar.is_filtering)
        await driver.pilot.pause()
        assert standing(driver) == before


async def test_a_cursor_that_was_moved_before_anything_was_typed_stays_there(many: Paths) -> None:
    async with running(many) as driver:
        await focus_sidebar(driver)
        await driver.press("home", "down", "ctrl+f", "down", "down")
        await driver.pilot.pause()
        moved = standing(driver).key
        await driver.press("escape")
        await driver.until(lambda: not driver.screen.sidebar.is_filtering)
        await driver.pilot.pause()
        assert standing(driver).key == moved


async def test_an_emptied_field_shows_the_library_with_its_cursor_on_screen(many: Paths) -> None:
    async with running(many, size=(80, 24)) as driver:
        await focus_sidebar(driver)
        await driver.press("home", *["down"] * 40)
        before = standing(driver)
        await narrow(driver, "9", 1)
        await driver.press("backspace")
        await driver.until(lambda: driver.screen.sidebar.list.count == before.length)
        after, height = standing(driver), driver.screen.sidebar.list.scrollable_size.height
        assert after.key == before.key
        assert after.top <= 40 < after.top + height


async def test_the_arrows_move_and_enter_opens_from_inside_the_field(many: Paths) -> None:
    async with running(many) as driver:
        await focus_sidebar(driver)
        await driver.press("ctrl+f")
        await driver.type("tiep dan")
        await driver.press("down", "down", "up", "enter")
        await driver.until(lambda: driver.open_id == "bai-57")
        await driver.until(lambda: driver.screen.reader.view.has_focus)


async def test_what_fits_stays_listed_after_one_was_opened(many: Paths) -> None:
    async with running(many) as driver:
        await focus_sidebar(driver)
        await narrow(driver, "tiep dan", 20)
        await driver.press("enter")
        await driver.until(lambda: driver.screen.reader.view.has_focus)
        await driver.press("tab")
        await driver.until(lambda: driver.screen.sidebar.list.has_focus)
        await driver.press("down", "enter")
        await driver.until(lambda: driver.open_id == "bai-57")
        await focus_sidebar(driver)
        await driver.press("escape")
        await driver.until(lambda: "Sources" in titles(driver))


async def test_only_the_newest_are_listed_and_that_is_said(
    many: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(title_search, "MOST", 5)
    async with running(many) as driver:
        await focus_sidebar(driver)
        await narrow(driver, "so", 5)
        await driver.until(lambda: "The newest 5; type for more" in driver.shown_text())
        await driver.type(" 12")
        await driver.until(lambda: "The newest" not in driver.shown_text())
        assert titles(driver) == ["Lịch tiếp công dân số 12"]


async def test_a_filter_that_nothing_fits_says_so(many: Paths) -> None:
    async with running(many) as driver:
        await focus_sidebar(driver)
        await narrow(driver, "zzz", 0)
        await driver.until(lambda: "Nothing fits." in driver.shown_text())
        await driver.press("enter", "down", "escape")
        await driver.until(lambda: "Sources" in titles(driver))
        assert "Nothing fits." not in driver.shown_text()


async def test_letters_typed_right_behind_the_key_are_typed_into_the_field(many: Paths) -> None:
    async with running(many) as driver:
        await focus_sidebar(driver)
        await driver.press("ctrl+f", "r", "h", "l", "slash", "q")
        assert driver.screen.query_one(TitleField).value == "rhl/q"


async def test_the_key_pressed_again_selects_what_was_typed(many: Paths) -> None:
    async with running(many) as driver:
        await focus_sidebar(driver)
        await narrow(driver, "tiep dan", 20)
        await driver.press("ctrl+f")
        await driver.type("thoi tiet")
        await driver.until(lambda: driver.screen.sidebar.list.count == 40)


async def test_marking_as_read_leaves_the_cursor_where_it_is(many: Paths) -> None:
    async with running(many) as driver:
        await focus_sidebar(driver)
        await narrow(driver, "tiep dan", 20)
        await driver.press("tab", "down", "r")
        pane = driver.screen.sidebar
        await driver.until(lambda: "bai-57" in pane._state.read_ids)
        assert standing(driver) == ("bai-57", 0, 20)


async def test_articles_that_come_join_what_fits(many: Paths) -> None:
    async with running(many) as driver:
        await focus_sidebar(driver)
        await narrow(driver, "tiep dan", 20)
        await driver.press("down")
        front = "id: moi\ntitle: Lịch tiếp công dân bổ sung\ndate: 2022-02-01"
        write(many, "moi.md", front, "Nội dung mới.")
        await driver.press("f5")
        await driver.until(lambda: driver.screen.sidebar.list.count == 21)
        assert standing(driver).key == "bai-57"


async def test_the_library_can_be_searched_from_the_field(many: Paths) -> None:
    async with running(many) as driver:
        await focus_sidebar(driver)
        await driver.press("ctrl+f", "f2")
        await driver.until(lambda: driver.screen.search_box.has_focus)
        await driver.press("escape")
        await driver.until(lambda: driver.screen.left is Left.SIDEBAR)


async def test_the_text_is_still_searched_from_the_text(many: Paths) -> None:
    async with running(many) as driver:
        await driver.press("ctrl+f")
        await driver.until(lambda: driver.screen.search_box.has_focus)
        assert not driver.screen.sidebar.is_filtering


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 20)])
async def test_the_field_and_what_fits_are_seen_on_any_screen(
    many: Paths, size: tuple[int, int]
) -> None:
    async with running(many, size=size) as driver:
        if size[0] < 72:
            await driver.press("f6")
        await focus_sidebar(driver)
        await narrow(driver, "dan 57", 1)
        await driver.until(lambda: "số 57" in driver.shown_text())
        assert "dan 57" in driver.shown_text()
