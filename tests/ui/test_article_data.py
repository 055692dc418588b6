"""`i`: what is known about the article, corrected in its place and taken back."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from unittest.mock import AsyncMock

import pytest
from textual.events import Paste
from textual.widgets import OptionList, Static

from bulletin_tui.ui.screens.article_data import ArticleData
from bulletin_tui.ui.widgets.text_fields import LineField
from ui.driving import Driver, running

if TYPE_CHECKING:
    from bulletin_tui.model.article import Article
    from bulletin_tui.paths import Paths


async def open_data(driver: Driver) -> ArticleData:
    await driver.until(lambda: driver.screen.reader.view.has_focus)
    await driver.press("i")
    await driver.until(lambda: isinstance(driver.app.screen, ArticleData))
    await driver.until(lambda: driver.app.screen.query_one(OptionList).has_focus)
    data = driver.app.screen
    assert isinstance(data, ArticleData)
    return data


async def retype(driver: Driver, data: ArticleData, typed: str) -> None:
    field = data.query_one(LineField)
    await driver.press("enter")
    await driver.until(lambda: field.has_focus)
    field.value = ""
    await driver.type(typed)
    await driver.press("enter")


async def test_a_correction_shows_at_once_and_is_taken_back(paths: Paths) -> None:
    async with running(paths) as driver:
        article = driver.screen.reader.article
        assert article is not None
        filed = article.summary.title
        data = await open_data(driver)
        await retype(driver, data, "Bai moi")
        await driver.until(lambda: data.query_one(OptionList).has_focus)
        assert "corrected by hand; the file says" in driver.shown_text()
        await driver.press("escape")
        await driver.until(lambda: driver.app.screen is driver.screen)
        library = driver.screen.session.library
        position = library.find_position(article.id)
        assert position is not None
        assert library.title_at(position) == "Bai moi"
        assert "Bai moi" in driver.shown_text()
        data = await open_data(driver)
        await driver.press("delete")
        await driver.until(lambda: not data._lines[0].is_corrected)
        assert data._lines[0].value == filed


async def test_what_is_no_date_stays_in_the_line_with_the_reason(paths: Paths) -> None:
    async with running(paths, size=(80, 24)) as driver:
        data = await open_data(driver)
        published = next(n for n, line in enumerate(data._lines) if line.field == "published")
        data.query_one(OptionList).highlighted = published
        await retype(driver, data, "mai")
        error = data.query_one(".error", Static)
        await driver.until(lambda: "not a date" in str(error.render()))
        assert data.query_one(LineField).value == "mai"
        await driver.press("escape")
        await driver.until(lambda: data.query_one(OptionList).has_focus)
        assert not data.query_one(LineField).display


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_the_data_can_be_edited_on_small_screens(paths: Paths, size: tuple[int, int]) -> None:
    async with running(paths, size=size) as driver:
        data = await open_data(driver)
        assert "Title:" in driver.shown_text()
        await driver.press("enter")
        await driver.until(lambda: data.query_one(LineField).has_focus)
        await driver.until(lambda: "Enter saves" in driver.shown_text())
        await driver.press("escape")
        await driver.press("end")
        await driver.until(lambda: "Id:" in driver.shown_text())


async def test_a_correction_is_kept_when_the_program_is_asked_to_end(paths: Paths) -> None:
    async with running(paths) as driver:
        data = await open_data(driver)
        await driver.press("enter")
        await driver.until(lambda: data.query_one(LineField).has_focus)
        data.query_one(LineField).value = "Sửa đường"
        assert data.unsaved() == "Sửa đường"
        assert await data.can_leave()
        assert data.unsaved() == ""
        await driver.app.action_quit()
        await driver.until(lambda: driver.app._exit)
    async with running(paths) as driver:
        await driver.until(lambda: "Sửa đường" in driver.shown_text())


async def test_a_correction_that_cannot_be_saved_holds_the_program(paths: Paths) -> None:
    async with running(paths) as driver:
        data = await open_data(driver)
        published = next(n for n, line in enumerate(data._lines) if line.field == "published")
        data.query_one(OptionList).highlighted = published
        await driver.press("enter")
        await driver.until(lambda: data.query_one(LineField).has_focus)
        data.query_one(LineField).value = "mai"
        await driver.app.action_quit()
        assert driver.app.screen is data
        assert data.unsaved() == "mai"
        assert "not a date" in str(data.query_one(".error", Static).render())


async def test_a_line_takes_no_words_and_stays_while_it_is_being_saved(paths: Paths) -> None:
    may_end = asyncio.Event()
    saved: list[str | None] = []

    async def correct(article: Article, _field: str, correction: str | None) -> Article:
        await may_end.wait()
        saved.append(correction)
        return article

    async with running(paths) as driver:
        article = driver.screen.reader.article
        assert article is not None
        data = ArticleData(article, correct, AsyncMock())
        await driver.app.push_screen(data)
        await retype(driver, data, "truoc")
        field = data.query_one(LineField)
        await driver.until(lambda: data._saving.is_under_way)
        await driver.press("x", "backspace", "enter", "escape")
        field.post_message(Paste("dán"))
        await driver.pilot.pause()
        assert field.value == "truoc"
        assert field.has_focus
        may_end.set()
        await driver.until(lambda: data.query_one(OptionList).has_focus)
    assert saved == ["truoc"]
