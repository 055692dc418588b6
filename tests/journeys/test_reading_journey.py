"""The first journey: read, find without accents, highlight from the keyboard, leave, come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnnotationKind
from bulletin_tui.services.annotating import list_annotations
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.settings import Settings
from ui.driving import Driver, running

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths


async def find_and_highlight(driver: Driver) -> tuple[str, int, str]:
    await driver.press("slash")
    await driver.type("boi duong chinh tri he")
    await driver.until(lambda: driver.hits)
    await driver.press("enter")
    await driver.until(lambda: not driver.screen.reader.is_previewing)
    await driver.press("enter")
    await driver.until(lambda: driver.screen.reader.view.selection)
    selection = driver.screen.reader.view.selection
    article = driver.screen.reader.article
    assert selection is not None
    assert article is not None
    await driver.press("h")
    await driver.until(lambda: driver.screen.reader.view.selection is None)
    top = driver.screen.reader.view.position.top
    return article.id, top, article.text[selection.start : selection.end]


async def test_a_highlight_made_from_the_keyboard_is_there_at_the_same_words_after_a_restart(
    paths: Paths,
) -> None:
    async with running(paths) as driver:
        article_id, top, quote = await find_and_highlight(driver)
        await driver.press("q")
    async with running(paths) as driver:
        assert driver.open_id == article_id
        assert driver.screen.reader.view.position.top == top
    with open_workspace(paths, Settings()) as workspace:
        (placed,) = list_annotations(workspace)
    assert placed.annotation.quote.exact == quote
    assert placed.annotation.kind is AnnotationKind.HIGHLIGHT


async def test_every_article_is_opened_where_it_was_left(paths: Paths) -> None:
    async with running(paths) as driver:
        first = driver.open_id
        await driver.press("pagedown")
        left_first = driver.screen.reader.place
        await driver.press("J")
        await driver.until(lambda: driver.open_id != first)
        second = driver.open_id
        await driver.press("K")
        await driver.until(lambda: driver.open_id == first)
        assert driver.screen.reader.place == left_first
        await driver.press("J")
        await driver.until(lambda: driver.open_id == second)
        await driver.press("pagedown")
        left_second = driver.screen.reader.place
        await driver.press("ctrl+o")
        await driver.until(lambda: driver.open_id == first)
        await driver.press("J")
        await driver.until(lambda: driver.open_id == second)
        assert driver.screen.reader.place == left_second


async def test_who_leaves_from_a_preview_comes_back_to_what_was_read(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("pagedown")
        read = driver.screen.reader.place
        await driver.search("thot not")
        assert read is not None
        assert driver.open_id != read.article_id
        await driver.press("ctrl+q")
    async with running(paths) as driver:
        assert driver.screen.reader.place == read


async def test_the_newest_report_is_open_at_first_start(paths: Paths) -> None:
    with open_workspace(paths, Settings()) as workspace:
        newest = workspace.stacks.articles[0]
    async with running(paths) as driver:
        assert driver.open_id == newest.id


async def test_giving_a_search_up_leads_back_to_exactly_where_one_was(paths: Paths) -> None:
    async with running(paths, size=(80, 24)) as driver:
        await driver.press("pagedown", "pagedown")
        before = driver.screen.reader.place
        await driver.press("slash")
        await driver.type("thot not")
        await driver.until(lambda: driver.screen.reader.is_previewing)
        assert driver.screen.results is not None
        assert driver.screen.results.display
        await driver.press("escape")
        await driver.until(lambda: not driver.screen.reader.is_previewing)
        await driver.until(lambda: driver.screen.reader.place == before)
        assert driver.screen.sidebar.display


async def test_a_note_is_written_shown_in_the_list_and_taken_back(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("a")
        await driver.until(lambda: len(driver.app.screen_stack) > 2)
        await driver.type("Hoi lai so nay")
        await driver.press("enter")
        await driver.type("dong hai")
        await driver.press("escape")
        await driver.until(lambda: len(driver.app.screen_stack) == 2)
        await driver.press("f4")
        await driver.until(lambda: "Hoi lai so nay" in driver.shown_text())
        await driver.press("escape", "u")
        await driver.press("f4")
        await driver.until(lambda: "No marks yet" in driver.shown_text())
