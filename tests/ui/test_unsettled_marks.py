"""Marks whose text was edited: told of, listed first, confirmed or placed by hand."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual.widgets import Input

from bulletin_tui.model.annotation import AnchorState
from bulletin_tui.services import annotating
from bulletin_tui.ui import turns
from bulletin_tui.ui.panes.reader.pane import ReaderPane
from bulletin_tui.ui.screens.picker import PickerScreen
from ui.driving import running
from ui.test_mark_list import open_list, pane

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from bulletin_tui.paths import Paths
    from ui.driving import Driver

NEW = "Một đoạn mới viết thêm vào đầu bài."


def file_of(driver: Driver, paths: Paths) -> Path:
    article = driver.screen.reader.article
    assert article is not None
    return paths.articles / article.summary.paths[0]


async def mark_second_paragraph(driver: Driver) -> str:
    await driver.press("ctrl+down", "ctrl+down", "h")
    await driver.until(lambda: driver.screen.reader._placed)
    return driver.screen.reader._placed[0].annotation.quote.exact


async def states(driver: Driver) -> list[AnchorState]:
    placed = await driver.screen.session.call(annotating.list_annotations)
    return [one.state for one in placed]


def is_unsettled(driver: Driver, count: int) -> bool:
    marks = pane(driver).shown
    return sum(mark.state is AnchorState.MOVED for mark in marks) == count


def is_shown(driver: Driver, words: str) -> bool:
    return words in driver.shown_text()


async def mark_and_move(driver: Driver, articles: Paths) -> None:
    """A paragraph is marked, another one comes before it, and the file is read again."""
    path = file_of(driver, articles)
    quote = await mark_second_paragraph(driver)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(quote, f"{NEW}\n\n{quote}"), encoding="utf-8")
    await driver.press("f5")


async def test_a_moved_mark_is_told_of_and_confirmed(own_articles: Paths) -> None:
    async with running(own_articles) as driver:
        await mark_and_move(driver, own_articles)
        await driver.until(lambda: "1 mark moved · F4" in driver.shown_text())
        await open_list(driver, 1)
        await driver.until(lambda: "1 mark moved · F4" not in driver.shown_text())
        assert "Moved with the text" in driver.shown_text()
        await driver.press("v")
        await driver.until(lambda: "1 place confirmed." in driver.shown_text())
        assert await states(driver) == [AnchorState.KEPT]
        await driver.until(lambda: "Moved with the text" not in driver.shown_text())


async def test_what_should_be_looked_at_comes_first_however_the_marks_are_grouped(
    own_articles: Paths,
) -> None:
    async with running(own_articles) as driver:
        await mark_and_move(driver, own_articles)
        await driver.until(lambda: "1 mark moved" in driver.shown_text())
        await open_list(driver, 1)
        for grouping in ("by tag", "by date", "by article"):
            await driver.press("o")
            await driver.until(partial(is_shown, driver, grouping))
            assert "↕ Moved with the text" in driver.shown_text()


async def test_what_is_confirmed_is_followed_by_what_is_not_yet(own_articles: Paths) -> None:
    async with running(own_articles) as driver:
        path = file_of(driver, own_articles)
        quote = await mark_second_paragraph(driver)
        await driver.press("ctrl+down", "h", "ctrl+down", "h")
        await driver.until(lambda: len(driver.screen.reader._placed) == 3)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(quote, f"{NEW}\n\n{quote}"), encoding="utf-8")
        await driver.press("f5")
        await driver.until(lambda: "3 marks moved" in driver.shown_text())
        await open_list(driver, 3)
        await driver.press("home")
        for left in (2, 1, 0):
            await driver.press("v")
            await driver.until(partial(is_unsettled, driver, left))
        assert await states(driver) == [AnchorState.KEPT] * 3


async def test_marks_that_are_ticked_are_confirmed_at_once_and_ticked_no_more(
    own_articles: Paths,
) -> None:
    async with running(own_articles) as driver:
        path = file_of(driver, own_articles)
        quote = await mark_second_paragraph(driver)
        await driver.press("ctrl+down", "h")
        await driver.until(lambda: len(driver.screen.reader._placed) == 2)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(quote, f"{NEW}\n\n{quote}"), encoding="utf-8")
        await driver.press("f5")
        await driver.until(lambda: "2 marks moved" in driver.shown_text())
        await open_list(driver, 2)
        await driver.press("A", "v")
        await driver.until(lambda: "2 places confirmed." in driver.shown_text())
        assert await states(driver) == [AnchorState.KEPT] * 2
        await driver.until(lambda: not pane(driver).ticked)


async def test_a_mark_whose_passage_is_gone_is_placed_by_hand(own_articles: Paths) -> None:
    async with running(own_articles) as driver:
        path = file_of(driver, own_articles)
        quote = await mark_second_paragraph(driver)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(quote, NEW), encoding="utf-8")
        await driver.press("f5")
        await driver.until(lambda: "without a place" in driver.shown_text())
        await open_list(driver, 1)
        await driver.press("p")
        await driver.until(lambda: driver.screen.reader.is_placing)
        await driver.press("escape")
        await driver.until(lambda: not driver.screen.reader.is_placing)
        assert await states(driver) == [AnchorState.ORPHAN]
        await driver.until(lambda: pane(driver).list.has_focus)
        await driver.press("p")
        await driver.until(lambda: driver.screen.reader.is_placing)
        driver.screen.say("Something else")
        first = "Enter selects the sentence, v the paragraph; Esc gives up"
        await driver.until(lambda: f"{first} · Something else" in driver.shown_text())
        await driver.press("enter")
        task = "Enter puts the mark on what is selected; Esc gives up"
        await driver.until(lambda: task in driver.shown_text())
        await driver.press("enter")
        await driver.until(lambda: not driver.screen.reader.is_placing)
        assert await states(driver) == [AnchorState.KEPT]
        await driver.until(lambda: task not in driver.shown_text())


async def test_placing_is_given_up_when_something_else_is_opened_meanwhile(
    own_articles: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def open_for_ever(*_: object) -> None:
        await asyncio.Event().wait()

    async with running(own_articles) as driver:
        await mark_second_paragraph(driver)
        await open_list(driver, 1)
        monkeypatch.setattr(ReaderPane, "_show", open_for_ever)
        await driver.press("p")
        reader, workers = driver.screen.reader, driver.app.workers
        await driver.until(lambda: any(each.group == "opening" for each in workers))
        await driver.until(lambda: workers.cancel_group(reader, "opening"))
        await driver.until(lambda: not any(each.name == "_place_by_hand" for each in workers))
        assert not reader.is_placing


async def test_a_mark_of_an_article_that_is_gone_finds_another_one(
    own_articles: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "LOST_AFTER_S", 60)
    async with running(own_articles) as driver:
        path = file_of(driver, own_articles)
        await mark_second_paragraph(driver)
        path.unlink()
        await driver.press("f5")
        await driver.until(lambda: "without a place" in driver.shown_text())
        await open_list(driver, 1)
        await driver.press("enter")
        await driver.until(lambda: "Its article is gone; p places it" in driver.shown_text())
        await driver.type("px")
        await driver.until(lambda: isinstance(driver.app.screen, PickerScreen))
        field = driver.app.screen.query_one(Input)
        await driver.until(lambda: field.value == "x")
        await driver.press("backspace")
        await driver.until(lambda: "article" in driver.shown_text())
        await driver.press("enter")
        await driver.until(lambda: driver.screen.reader.is_placing)
        await driver.press("enter", "enter")
        await driver.until(lambda: not driver.screen.reader.is_placing)
        (placed,) = await driver.screen.session.call(annotating.list_annotations)
        assert (placed.state, placed.annotation.article_id) == (AnchorState.KEPT, driver.open_id)


async def test_a_changed_mark_is_shown_as_it_was_and_as_it_is(own_articles: Paths) -> None:
    async with running(own_articles) as driver:
        path = file_of(driver, own_articles)
        await driver.press("h")
        await driver.until(lambda: driver.screen.reader._placed)
        quote = driver.screen.reader._placed[0].annotation.quote.exact
        first = quote.split()[0]
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(quote, quote.replace(first, "Khác", 1)), encoding="utf-8")
        await driver.press("f5")
        await driver.until(lambda: "1 mark changed · F4" in driver.shown_text())
        await open_list(driver, 1)
        assert f"- {first} " in driver.shown_text()
        assert "+ Khác " in driver.shown_text()
        await driver.press("v")
        await driver.until(lambda: "1 place confirmed." in driver.shown_text())
        (placed,) = await driver.screen.session.call(annotating.list_annotations)
        assert placed.state is AnchorState.KEPT
        assert placed.annotation.quote.exact.startswith("Khác ")
