"""Marks of another device appear while one reads; a folder that fails costs nothing."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import HighlightColor
from bulletin_tui.model.article import Span
from bulletin_tui.services import annotating, syncing
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.settings import Settings
from ui.driving import running
from unit.store.samples import make_paths

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from ui.driving import Driver


def mark_elsewhere(own_articles: Paths, tmp_path: Path, article_id: str) -> None:
    """Another device marks the article and puts that into the folder."""
    from dataclasses import replace

    elsewhere = replace(make_paths(tmp_path / "may-xach"), articles=own_articles.articles)
    with open_workspace(elsewhere, Settings()) as workspace:
        article = workspace.get_article(article_id)
        annotating.add_highlight(workspace, article, Span(0, 12), HighlightColor.BLUE, "từ xa")
        syncing.use_folder(workspace, tmp_path / "chung")
        syncing.sync(workspace)


async def choose_folder(driver: Driver, folder: Path) -> None:
    """Choose the folder as a person does, through the palette."""
    await driver.press("ctrl+p")
    await driver.type("exchange marks with")
    await driver.press("enter")
    await driver.until(lambda: "A folder that all your devices see" in driver.shown_text())
    await driver.type(str(folder))
    await driver.press("enter")
    await driver.until(folder.is_dir)


async def test_a_mark_of_another_device_is_painted(own_articles: Paths, tmp_path: Path) -> None:
    async with running(own_articles) as driver:
        assert driver.open_id is not None
        mark_elsewhere(own_articles, tmp_path, driver.open_id)
        await choose_folder(driver, tmp_path / "chung")
        await driver.until(lambda: driver.screen.reader._placed)
        assert driver.screen.reader._placed[0].annotation.note == "từ xa"


async def test_a_folder_that_was_made_is_named(own_articles: Paths, tmp_path: Path) -> None:
    async with running(own_articles) as driver:
        await choose_folder(driver, tmp_path / "chugn")
        await driver.until(lambda: "chugn was not there" in " ".join(driver.shown_text().split()))


async def test_of_a_folder_that_was_there_nothing_is_said_but_that_it_is_used(
    own_articles: Paths, tmp_path: Path
) -> None:
    (tmp_path / "chung").mkdir()
    async with running(own_articles) as driver:
        await choose_folder(driver, tmp_path / "chung")
        await driver.until(lambda: "Marks are exchanged through" in driver.shown_text())
        assert not len(driver.app._notifications)


async def test_a_mark_of_ours_goes_there(own_articles: Paths, tmp_path: Path) -> None:
    async with running(own_articles) as driver:
        await choose_folder(driver, tmp_path / "chung")
        await driver.press("h")
        await driver.until(lambda: driver.screen.reader._placed)
        driver.screen.exchange_marks()
        await driver.until(lambda: list((tmp_path / "chung").iterdir()))


async def test_a_folder_that_goes_is_told_and_marks_are_saved(
    own_articles: Paths, tmp_path: Path
) -> None:
    async with running(own_articles) as driver:
        await choose_folder(driver, tmp_path / "chung")
        await driver.press("h")
        await driver.until(lambda: driver.screen.reader._placed)
        driver.screen.exchange_marks()
        await driver.until(lambda: list((tmp_path / "chung").iterdir()))
        shutil.rmtree(tmp_path / "chung")
        driver.screen.exchange_marks()
        await driver.until(lambda: "cannot be used" in driver.shown_text())
        await driver.press("b")
        await driver.until(lambda: len(driver.screen.reader._placed) == 2)
