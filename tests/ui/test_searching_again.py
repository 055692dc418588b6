"""A search that is come back to is as it was left, and what it was come from is come back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.services import recalling
from bulletin_tui.ui.screens.layout import Left
from ui.answering import Gate
from ui.driving import running

if TYPE_CHECKING:
    import pytest

    from bulletin_tui.paths import Paths


async def test_the_box_that_is_gone_to_again_searches_for_nothing_again(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.search("giao duc")
        results = driver.screen.results
        assert results is not None
        await driver.until(lambda: not results.is_waiting)
        await driver.press("down", "down", "enter")
        await driver.until(lambda: driver.screen.reader.view.has_focus)
        before = results.list.index, results._revision
        await driver.press("slash")
        assert (results.list.index, results._revision) == before


async def test_only_the_text_is_shown_again_however_often_the_box_was_gone_to(
    paths: Paths,
) -> None:
    async with running(paths) as driver:
        await driver.press("z", "slash", "slash", "ctrl+f", "escape")
        await driver.until(lambda: driver.screen.left is Left.SIDEBAR)
        assert driver.screen.has_class("-zen")


async def test_everything_around_the_text_is_there_again_once_that_was_asked_for(
    paths: Paths,
) -> None:
    async with running(paths) as driver:
        await driver.press("z", "slash")
        assert not driver.screen.has_class("-zen")
        await driver.press("escape", "z", "slash", "escape")
        await driver.until(lambda: driver.screen.left is Left.SIDEBAR)
        assert not driver.screen.has_class("-zen")


async def test_a_search_that_is_put_away_is_neither_told_of_nor_marked_any_more(
    paths: Paths,
) -> None:
    async with running(paths) as driver:
        await driver.press("ctrl+f")
        await driver.type("giao duc")
        reader = driver.screen.reader
        await driver.until(lambda: reader.current_match is not None)
        assert driver.screen.query_one("#brand").has_class("-narrowed")
        await driver.press("enter", "escape")
        await driver.until(lambda: driver.screen.left is Left.SIDEBAR)
        await driver.until(lambda: reader.current_match is None)
        assert "of" not in driver.shown_text().splitlines()[0].split()
        assert not driver.screen.query_one("#brand").has_class("-narrowed")
        await driver.press("slash")
        assert "of" not in driver.shown_text().splitlines()[0].split()


async def test_who_comes_back_steps_on_from_where_one_reads(paths: Paths) -> None:
    async with running(paths) as driver:
        screen, before = driver.screen, driver.open_id
        await driver.search("giao duc")
        results = screen.results
        await driver.until(lambda: results and not results.is_waiting)
        while driver.open_id == before or screen.is_about_to_preview:
            await driver.press("down")
            await driver.pilot.pause(0.01)
        await driver.press("escape")
        await driver.until(lambda: driver.open_id == before)
        await driver.press("slash", "f3")
        await driver.until(lambda: screen.has_walked)
        await driver.until(lambda: screen.reader.current_match is not None)
        assert driver.open_id == before


async def test_nothing_is_told_of_the_answer_before_while_another_one_is_waited_for(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, is_open=True)
    async with running(paths) as driver:
        await driver.search("nghij quyeets")
        await driver.until(lambda: "(Telex)" in driver.shown_text())
        gate.close()
        await driver.type(" qzx")
        await driver.until(lambda: "…" in driver.shown_text().splitlines()[0])
        assert "(Telex)" not in driver.shown_text()
        gate.open()
        await driver.until(lambda: "…" not in driver.shown_text().splitlines()[0])


async def test_the_spelling_that_is_taken_from_the_text_is_gone_on_typing_in_the_box(
    paths: Paths,
) -> None:
    async with running(paths) as driver:
        await driver.search("bồi dưởng")
        results = driver.screen.results
        await driver.until(lambda: results and results.respelling_of("bồi dưởng"))
        await driver.press("home", "enter", "f7", "x")
        await driver.until(lambda: driver.screen.search_box.value == "bồi dưỡngx")


async def test_a_search_that_was_walked_through_and_stayed_at_is_remembered(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.search("boi duong")
        await driver.press("f3")
        await driver.until(lambda: driver.screen.has_walked)
        await driver.press("enter")
        await driver.until(lambda: not driver.screen.reader.is_previewing)
        remembered = driver.screen.session.call
        assert await remembered(recalling.recent_queries) == ("boi duong",)
