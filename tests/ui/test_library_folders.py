"""Folders added, taken out and changed while the reader is open; nobody loses their place."""

from __future__ import annotations

import shlex
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from textual import events

from bulletin_tui.services.folders import find_folders
from bulletin_tui.settings import Settings
from bulletin_tui.store.store import open_store
from bulletin_tui.text.collation import collation_key
from bulletin_tui.ui.messages import SourceWanted
from bulletin_tui.ui.rendering.sidebar_rows import article_key
from bulletin_tui.ui.screens.import_preview import ImportPreview
from bulletin_tui.ui.screens.source_prompt import SourcePrompt
from bulletin_tui.ui.widgets.text_fields import LineField
from bulletin_tui.workers.builder_lock import builder_lock
from ui.driving import running
from unit.workers.folders import index_library, write_article, write_articles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from ui.driving import Driver


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six articles of the reader's own."""
    write_articles(tmp_path / "ghi chép", 6)
    return tmp_path / "ghi chép"


@pytest.fixture
def added(paths: Paths, folder: Path) -> Paths:
    """A library that has the folder."""
    with closing(open_store(paths)) as store:
        store.folders.add(str(folder))
    index_library(paths)
    return paths


def row_key(driver: Driver) -> str | None:
    return driver.screen.sidebar.list.key


def count(driver: Driver) -> int:
    return len(driver.screen.session.library)


async def point_at(driver: Driver, key: str) -> None:
    """Put the cursor of the sidebar on a row."""
    sidebar = driver.screen.sidebar
    driver.screen.set_focus(sidebar.list)
    await driver.until(lambda: sidebar._rows.find(key) is not None)
    sidebar.list.index = sidebar._rows.find(key)
    await driver.until(lambda: row_key(driver) == key)


async def test_a_folder_is_asked_for_counted_and_added(paths: Paths, folder: Path) -> None:
    async with running(paths) as driver:
        driver.screen.set_focus(driver.screen.sidebar.list)
        await driver.press("a")
        await driver.until(lambda: isinstance(driver.app.screen, SourcePrompt))
        await driver.press("ctrl+u")
        await driver.type(f"{folder.parent}/ghi")
        await driver.until(lambda: "ghi chép/" in driver.shown_text())
        await driver.press("tab")
        field = driver.app.screen.query_one(LineField)
        await driver.until(lambda: field.value == f"{folder}/")
        await driver.press("enter")
        await driver.until(lambda: "6 files" in driver.shown_text())
        await driver.press("enter")
        await driver.until(lambda: count(driver) == 11)
        await driver.until(lambda: driver.screen.sidebar._rows.find(f"folder:{folder}"))
    assert find_folders(paths).added == (folder,)


async def test_what_another_window_has_listed_is_shown_before_it_is_done(
    paths: Paths, folder: Path
) -> None:
    async with running(paths) as driver:
        with builder_lock(paths.index_db):
            with closing(open_store(paths)) as store:
                store.folders.add(str(folder))
            index_library(paths)
            await driver.until(lambda: count(driver) == 11)


async def test_a_dropped_path_asks_for_the_same(paths: Paths, folder: Path) -> None:
    async with running(paths) as driver:
        driver.app.post_message(paste(shlex.quote(str(folder)) + " "))
        await driver.until(lambda: "6 files" in driver.shown_text())
        await driver.press("escape")
        await driver.until(lambda: len(driver.app.screen_stack) == 2)
    assert find_folders(paths).added == ()


async def test_what_cannot_be_added_is_said(paths: Paths, folder: Path) -> None:
    async with running(paths) as driver:
        driver.app.post_message(paste(str(folder / "vang")))
        await driver.until(lambda: said(driver, "There is no folder"))


@pytest.mark.parametrize("typed", ["~khong-ai-ten-nay", "/" + "nghị quyết " * 500, "file://[x"])
async def test_what_can_be_no_path_is_said(paths: Paths, typed: str) -> None:
    async with running(paths) as driver:
        driver.screen.post_message(SourceWanted(typed))
        await driver.until(lambda: said(driver, "There is no folder"))


async def test_an_unfinished_name_of_a_home_can_be_typed(paths: Paths) -> None:
    async with running(paths) as driver:
        driver.screen.post_message(SourceWanted(""))
        await driver.until(lambda: isinstance(driver.app.screen, SourcePrompt))
        await driver.press("ctrl+u")
        await driver.type("~khong-ai")
        await driver.press("enter")
        await driver.until(lambda: "There is no folder" in driver.shown_text())


async def test_a_file_is_looked_at_to_be_imported(paths: Paths, folder: Path) -> None:
    async with running(paths) as driver:
        driver.app.post_message(paste((folder / "phien-0000.txt").as_uri()))
        await driver.until(lambda: isinstance(driver.app.screen, ImportPreview))
        await driver.press("escape")


async def test_files_that_are_dropped_together_are_imported_together(
    paths: Paths, folder: Path
) -> None:
    names = ("phien-0000.txt", "phien-0001.md")
    async with running(paths) as driver:
        dropped = " ".join(shlex.quote(str(folder / name)) for name in names)
        driver.app.post_message(paste(dropped))
        await driver.until(lambda: isinstance(driver.app.screen, ImportPreview))
        await driver.until(lambda: "2 new" in driver.shown_text())
        assert "Import 2 paths" in driver.shown_text()
        await driver.press("escape")


async def ask_for_a_path(driver: Driver) -> LineField:
    """The field of the dialog in which a path is typed."""
    driver.screen.set_focus(driver.screen.sidebar.list)
    await driver.press("a")
    await driver.until(lambda: isinstance(driver.app.screen, SourcePrompt))
    return driver.app.screen.query_one(LineField)


async def test_a_whole_path_takes_the_place_of_the_beginning(paths: Paths, folder: Path) -> None:
    async with running(paths) as driver:
        field = await ask_for_a_path(driver)
        driver.app.post_message(paste(shlex.quote(str(folder))))
        await driver.until(lambda: field.value == shlex.quote(str(folder)))
        for typed in ("~/Bài", "/tmp", "file:///tmp", "'/a b'"):
            await driver.press("escape")
            field = await ask_for_a_path(driver)
            await driver.type(typed)
            assert (field.value, field.cursor_position) == (typed, len(typed))
        await driver.press("escape")
        field = await ask_for_a_path(driver)
        await driver.type("Bài/")
        assert field.value == "~/Bài/"


async def test_a_path_that_is_not_there_can_be_mended(paths: Paths, folder: Path) -> None:
    async with running(paths) as driver:
        field = await ask_for_a_path(driver)
        await driver.type(f"{folder}x")
        await driver.press("enter")
        await driver.until(lambda: "There is no folder" in driver.shown_text())
        assert field.value == f"{folder}x"
        await driver.press("backspace")
        await driver.until(lambda: "There is no folder" not in driver.shown_text())
        await driver.press("enter")
        await driver.until(lambda: "6 files" in driver.shown_text())


async def test_a_folder_is_taken_out_at_its_row(added: Paths, folder: Path) -> None:
    async with running(added) as driver:
        await driver.until(lambda: count(driver) == 11)
        await point_at(driver, f"folder:{folder}")
        await driver.press("delete")
        await driver.until(lambda: "Take it out" in driver.shown_text())
        assert "ghi chép ·" in driver.shown_text()
        assert count(driver) == 11
        await driver.press("enter")
        await driver.until(lambda: count(driver) == 5)
        assert said(driver, "ghi chép was removed from the library; its files and your marks are")
    assert len(list(folder.iterdir())) == 6


async def test_a_folder_that_is_not_to_be_taken_out_stays(added: Paths, folder: Path) -> None:
    async with running(added) as driver:
        await point_at(driver, f"folder:{folder}")
        await driver.press("x")
        await driver.until(lambda: "Take it out" in driver.shown_text())
        assert "Esc changes nothing" in driver.shown_text()
        await driver.press("escape")
        await driver.until(lambda: len(driver.app.screen_stack) == 2)
    assert find_folders(added).added == (folder,)


async def test_a_new_file_appears_and_the_cursor_stays_on_its_row(
    added: Paths, folder: Path
) -> None:
    async with running(added) as driver:
        await driver.until(lambda: count(driver) == 11)
        open_id = driver.screen.session.library.id_at(8)
        await point_at(driver, article_key("all", open_id))
        await driver.press("enter", "end")
        await driver.until(lambda: driver.open_id == open_id)
        place = driver.screen.reader.place
        await until_noticed(
            driver, lambda: write_article(folder / "mới", 7), lambda: count(driver) == 12
        )
        assert row_key(driver) == article_key("all", open_id)
        assert (driver.open_id, driver.screen.reader.place) == (open_id, place)


async def test_an_open_article_that_is_changed_is_shown_as_it_is_now(
    added: Paths, folder: Path
) -> None:
    path = folder / "phien-0004.md"
    async with running(added) as driver:
        await driver.until(lambda: count(driver) == 11)
        (article_id,) = await driver.screen.session.call(
            lambda workspace: workspace.stacks.ids_at([str(path)])
        )
        driver.screen.reader.open_article(article_id)
        await driver.until(lambda: driver.open_id == article_id)
        text = path.read_text(encoding="utf-8") + "\nĐoạn mới.\n"
        await until_noticed(
            driver,
            lambda: path.write_text(text, encoding="utf-8"),
            lambda: "Đoạn mới." in driver.shown_article_text(),
        )


async def test_nothing_is_watched_when_that_is_not_wanted(added: Paths) -> None:
    async with running(added, Settings(language="en", watch=False)) as driver:
        await driver.until(lambda: driver.screen._folders is not None)
        assert driver.screen.session.watch is None


async def test_a_folder_that_is_away_is_named_once_and_its_articles_stay(
    added: Paths, folder: Path
) -> None:
    folder.rename(folder.with_name("thao-ra"))
    async with running(added) as driver:
        await driver.until(lambda: said(driver, "is not there now"))
        await driver.until(lambda: not driver.screen.session.indexing._under_way)
        assert count(driver) == 11


async def test_the_order_of_the_lists_is_chosen_with_a_key(added: Paths) -> None:
    async with running(added) as driver:
        await driver.until(lambda: count(driver) == 11)
        await point_at(driver, "all")
        await driver.press("S")
        await driver.until(lambda: "By title" in driver.shown_text())
        await driver.until(lambda: driver.screen.sidebar._arrangement is not None)
        assert row_key(driver) == "all"
        titles = [driver.screen.sidebar._rows[index].label for index in range(1, 12)]
        assert titles == sorted(titles, key=collation_key)
        await driver.press("S", "S")
        await driver.until(lambda: driver.screen.sidebar._arrangement is None)


async def until_noticed(
    driver: Driver, change: Callable[[], object], holds: Callable[[], bool]
) -> None:
    """Change a file, again now and then, for watching may not have begun."""
    tries = 0

    def is_noticed() -> bool:
        nonlocal tries
        if tries % 300 == 0:
            change()
        tries += 1
        return holds()

    await driver.until(is_noticed)


def said(driver: Driver, words: str) -> bool:
    """Whether a notice has these words, wherever its lines end."""
    return any(words in notice.message for notice in driver.app._notifications)


def paste(text: str) -> events.Paste:
    """What the terminal sends when a path is dropped on it."""
    return events.Paste(text)
