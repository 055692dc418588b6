"""What the sidebar shows of the article that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.library import Entry, Library
from bulletin_tui.ui.rendering.sidebar_rows import article_key
from ui.driving import running

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths
    from ui.driving import Driver


def row_key(driver: Driver) -> str | None:
    """The key of the row under the cursor."""
    return driver.screen.sidebar.list.key


async def test_its_cursor_follows_unless_somebody_moved_it_elsewhere(paths: Paths) -> None:
    async with running(paths) as driver:
        library = driver.screen.session.library
        first, second = library.id_at(0), library.id_at(1)
        driver.screen.reader.open_article(first)
        await driver.until(lambda: driver.open_id == first)
        driver.screen.set_focus(driver.screen.reader.view)
        await driver.press("J")
        await driver.until(lambda: driver.open_id == second)
        await driver.until(lambda: row_key(driver) == article_key("all", second))
        driver.screen.set_focus(driver.screen.sidebar.list)
        await driver.press("K")
        await driver.until(lambda: driver.open_id == first)
        await driver.until(lambda: row_key(driver) == article_key("all", first))
        await driver.press("up")
        await driver.until(lambda: row_key(driver) == "all")
        await driver.press("J")
        await driver.until(lambda: driver.open_id == second)
        assert row_key(driver) == "all"


async def test_what_the_key_for_read_articles_did_is_said(paths: Paths) -> None:
    async with running(paths) as driver:
        driver.screen.set_focus(driver.screen.reader.view)
        await driver.press("r")
        await driver.until(lambda: "Read." in driver.shown_text())
        await driver.until(lambda: driver.screen.reader.is_read)
        await driver.press("r")
        await driver.until(lambda: "Unread." in driver.shown_text())
        assert not driver.screen.reader.is_read


async def test_a_list_that_is_unfolded_again_is_where_it_was(paths: Paths) -> None:
    async with running(paths) as driver:
        library = driver.screen.session.library
        driver.screen.set_focus(driver.screen.sidebar.list)
        await driver.until(lambda: row_key(driver) == article_key("all", library.id_at(0)))
        await driver.press("down", "down", "left")
        await driver.until(lambda: row_key(driver) == "all")
        await driver.press("right")
        await driver.until(lambda: row_key(driver) == article_key("all", library.id_at(2)))
        await driver.press("home", "enter", "enter")
        assert "▾ All" in driver.shown_text()
        assert row_key(driver) == "all"


async def test_a_folded_list_is_unfolded_to_the_article_that_was_opened_meanwhile(
    paths: Paths,
) -> None:
    async with running(paths) as driver:
        second = driver.screen.session.library.id_at(1)
        driver.screen.set_focus(driver.screen.sidebar.list)
        await driver.press("left")
        await driver.until(lambda: "▶ All" in driver.shown_text())
        await driver.press("J")
        await driver.until(lambda: driver.open_id == second)
        assert row_key(driver) == "all"
        await driver.press("right")
        await driver.until(lambda: row_key(driver) == article_key("all", second))
        await driver.until(lambda: "▾ All" in driver.shown_text())


async def test_an_article_that_is_opened_in_another_list_is_pointed_at_there(paths: Paths) -> None:
    async with running(paths) as driver:
        sidebar, first = driver.screen.sidebar, driver.open_id
        driver.screen.set_focus(sidebar.list)
        await driver.press(*["down"] * len(driver.screen.session.library), "right", "down")
        await driver.until(lambda: sidebar.article_id not in (None, first))
        there = row_key(driver)
        await driver.press("enter")
        await driver.until(lambda: driver.open_id != first)
        assert driver.open_id == sidebar.article_id
        assert row_key(driver) == there != article_key("all", driver.open_id or "")


async def test_its_counts_are_written_as_everywhere_else(paths: Paths) -> None:
    entries = (Entry(f"bai-{number}", "Nước về bản", None, None) for number in range(1234))
    async with running(paths) as driver:
        driver.screen.sidebar.show_library(Library(entries))
        await driver.until(lambda: "1,234" in driver.shown_text())
