"""A library that is served from its index, also while that index is being built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.services import indexed_stacks, indexing, opening
from bulletin_tui.ui import title_search
from bulletin_tui.ui.panes.sidebar import tree
from bulletin_tui.ui.rendering.sidebar_rows import article_key
from ui.driving import running
from unit.services.test_indexed_stacks import put, write
from unit.store.samples import make_paths

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from ui.driving import Driver


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """A folder that is too large to be held in memory; its index is what a test puts there."""
    monkeypatch.setattr(indexing.Indexing, "start", lambda _self: None)
    monkeypatch.setattr(opening, "MOST_IN_MEMORY", 2)
    monkeypatch.setattr(indexed_stacks, "REST", 0)
    paths = make_paths(tmp_path)
    paths.articles.mkdir()
    for day in range(1, 10):
        front = f"id: bai-{day}\ntitle: Bài số {day}\ndate: 2023-05-{day:02}"
        write(paths, f"{day}.md", front, "\n\n".join([f"Đoạn của bài {day}."] * 60))
    return paths


def files(paths: Paths, *days: int) -> list[Path]:
    return [paths.articles / f"{day}.md" for day in days]


def row_under_cursor(driver: Driver) -> str | None:
    pane = driver.screen.sidebar
    return None if pane.list.index is None else pane._rows[pane.list.index].key


async def test_a_library_that_is_not_indexed_yet_opens_empty_and_fills_itself(
    large: Paths,
) -> None:
    async with running(large) as driver:
        assert "The articles are being read" in driver.shown_text()
        put(large, *files(large, 3, 5))
        await driver.until(lambda: driver.open_id == "bai-5")
        assert "Bài số 3" in driver.shown_text()


async def test_the_places_of_the_sidebar_and_the_reader_survive_new_articles(
    large: Paths,
) -> None:
    put(large, *files(large, 1, 2, 3, 4, 5))
    async with running(large, article_id="bai-3") as driver:
        await driver.until(lambda: len(driver.screen.session.library) == 5)
        await driver.until(lambda: row_under_cursor(driver) == article_key("all", "bai-3"))
        await driver.press("end")
        place = driver.screen.reader.place
        put(large, *files(large, 6, 7, 8, 9))
        await driver.until(lambda: "Bài số 9" in driver.shown_text())
        assert row_under_cursor(driver) == article_key("all", "bai-3")
        assert driver.screen.reader.place == place


async def test_an_article_whose_file_is_gone_is_said_to_be_gone(large: Paths) -> None:
    put(large, *files(large, 1, 2, 3))
    async with running(large, article_id="bai-3") as driver:
        await driver.until(lambda: len(driver.screen.session.library) == 3)
        (large.articles / "2.md").unlink()
        await driver.press("J")
        await driver.until(lambda: "it was there when" in driver.shown_text())
        assert driver.open_id == "bai-3"


async def test_a_mark_and_a_read_mark_are_made_on_articles_of_the_index(large: Paths) -> None:
    put(large, *files(large, 1, 2, 3))
    async with running(large, article_id="bai-3") as driver:
        await driver.until(lambda: len(driver.screen.session.library) == 3)
        await driver.press("h")
        await driver.until(lambda: "Saved." in driver.shown_text())
        driver.screen.reader.set_read("bai-1", is_read=True)
        state = driver.screen.sidebar
        await driver.until(lambda: "bai-1" in state._state.read_ids)
        await driver.until(lambda: state._state.marks.get("bai-3") == 1)


@pytest.mark.parametrize("width", [120, 40])
async def test_the_palette_finds_an_article_by_its_title(
    large: Paths, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setattr(title_search, "MOST", 2)
    put(large, *files(large, *range(1, 10)))
    async with running(large, article_id="bai-3", size=(width, 30)) as driver:
        await driver.until(lambda: len(driver.screen.session.library) == 9)
        await driver.press("ctrl+p")
        await driver.type("bai so")
        await driver.until(lambda: "The newest 2; type for more" in driver.shown_text())
        await driver.type(" 7")
        await driver.until(lambda: "The newest" not in driver.shown_text())
        await driver.until(lambda: "Bài số 7  article" in driver.shown_text())
        await driver.press("enter")
        await driver.until(lambda: driver.open_id == "bai-7")


async def test_a_group_folds_from_its_last_article(large: Paths) -> None:
    put(large, *files(large, *range(1, 10)))
    async with running(large, article_id="bai-3") as driver:
        await driver.until(lambda: len(driver.screen.session.library) == 9)
        sidebar = driver.screen.sidebar
        await driver.until(lambda: row_under_cursor(driver) == article_key("all", "bai-3"))
        sidebar.list.focus()
        sidebar.list.index = sidebar._rows.find(article_key("all", "bai-1"))
        await driver.press("left")
        await driver.until(lambda: row_under_cursor(driver) == "all")
        assert not sidebar._rows[0].is_expanded


async def test_a_large_library_starts_with_its_sources_in_sight(
    large: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree, "LARGE", 9)
    put(large, *files(large, *range(1, 10)))
    async with running(large, article_id="bai-3") as driver:
        await driver.until(lambda: len(driver.screen.session.library) == 9)
        sidebar = driver.screen.sidebar
        await driver.until(lambda: not sidebar._rows[0].is_expanded)
        sidebar.list.focus()
        await driver.press("right")
        assert row_under_cursor(driver) == article_key("all", "bai-3")
