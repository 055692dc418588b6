"""While one reads, marks are backed up, and what is the matter with their copies is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.ui.screens import keeping_up
from bulletin_tui.ui.widgets.status_line import StatusLine
from ui.driving import running

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits two seconds."""
    monkeypatch.setattr(keeping_up, "LOOK_AFTER_S", 0.05)


async def test_what_was_marked_is_backed_up_at_the_next_start(own_articles: Paths) -> None:
    async with running(own_articles) as driver:
        await driver.press("h")
        await driver.until(lambda: driver.screen.reader._placed)
    async with running(own_articles) as driver:
        await driver.until(lambda: list(own_articles.backups.glob("*.db")))


async def test_a_correction_is_backed_up_while_the_program_runs(own_articles: Paths) -> None:
    async with running(own_articles) as driver:
        article = driver.screen.reader.article
        assert article is not None
        await driver.screen._correct(article, "place", "Lào Cai")
        await driver.until(lambda: list(own_articles.backups.glob("*.db")))


async def test_a_chosen_encoding_is_backed_up_while_the_program_runs(own_articles: Paths) -> None:
    async with running(own_articles) as driver:
        article = driver.screen.reader.article
        assert article is not None
        driver.screen._read_by(article, "windows-1252")
        await driver.until(lambda: list(own_articles.backups.glob("*.db")))


async def test_a_backup_that_cannot_be_made_is_told(own_articles: Paths) -> None:
    async with running(own_articles) as driver:
        await driver.press("h")
        await driver.until(lambda: driver.screen.reader._placed)
    for file in own_articles.backups.glob("*"):
        file.unlink()
    if own_articles.backups.is_dir():
        own_articles.backups.rmdir()
    own_articles.backups.write_text("một tệp ở chỗ của thư mục")
    async with running(own_articles) as driver:
        await driver.until(lambda: "no backup could" in driver.shown_text())


async def test_a_journal_that_cannot_be_written_is_told_and_the_mark_is_kept(
    own_articles: Paths,
) -> None:
    own_articles.journal.parent.mkdir(parents=True, exist_ok=True)
    own_articles.journal.write_text("một tệp ở chỗ của thư mục")
    async with running(own_articles) as driver:
        await driver.press("h")
        await driver.until(lambda: "their journal" in driver.shown_text())
        assert driver.screen.reader._placed


@pytest.mark.parametrize("key", ["h", "b"])
async def test_nobody_is_told_that_something_is_saved_where_nothing_is(
    own_articles: Paths, key: str
) -> None:
    own_articles.data.parent.mkdir(parents=True, exist_ok=True)
    own_articles.data.write_text("in the place of the folder")
    async with running(own_articles) as driver:
        await driver.press(key)
        await driver.until(lambda: driver.screen.reader._placed)
        await driver.until(lambda: driver.screen.query_one(StatusLine).notice)
        assert driver.screen.query_one(StatusLine).notice == "Kept only until the program ends."
