"""Files that change, come and go while the reader is open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.services import annotating
from ui.driving import running

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.paths import Paths


async def test_reloading_shows_a_changed_file_at_the_same_place(own_articles: Paths) -> None:
    async with running(own_articles) as driver:
        article = driver.screen.reader.article
        assert article is not None
        path = own_articles.articles / article.summary.paths[0]
        path.write_text(path.read_text(encoding="utf-8") + "\nĐoạn mới thêm.\n", encoding="utf-8")
        await driver.press("f5")
        await driver.until(lambda: "Đoạn mới thêm." in driver.shown_article_text())


async def test_a_mark_is_made_on_the_text_that_is_on_the_screen(own_articles: Paths) -> None:
    async with running(own_articles) as driver:
        article = driver.screen.reader.article
        assert article is not None
        path = own_articles.articles / article.summary.paths[0]
        spaced = path.read_text(encoding="utf-8").replace(" ", "  ").replace("---  ", "--- ")
        path.write_text(spaced, encoding="utf-8")
        await driver.press("f5")
        await driver.until(lambda: driver.screen.reader.article is not article)
        await driver.press("enter")
        await driver.until(lambda: driver.screen.reader.view.selection)
        selected = driver.screen.reader.view.selected_text
        await driver.press("h")
        await driver.until(lambda: driver.screen.reader.view.selection is None)
        (placed,) = await driver.screen.session.call(annotating.list_annotations)
        assert placed.annotation.quote.exact == selected


async def test_a_text_whose_file_is_gone_can_still_be_marked(own_articles: Paths) -> None:
    async with running(own_articles) as driver:
        article = driver.screen.reader.article
        assert article is not None
        (own_articles.articles / article.summary.paths[0]).unlink()
        await driver.press("f5")
        await driver.until(lambda: article.id not in driver.screen.session.library)
        await driver.press("h")
        await driver.until(lambda: "Saved." in driver.shown_text())


async def test_reloading_searches_again(own_articles: Paths) -> None:
    async with running(own_articles) as driver:
        await driver.search("thot not")
        before = driver.hits
        for path in own_articles.articles.rglob("*.md"):
            path.write_text(
                path.read_text(encoding="utf-8").replace("\n---\n", "\n---\nX Y Z\n", 1)
            )
        await driver.press("enter", "f5")
        await driver.until(lambda: driver.hits and driver.hits != before)


async def test_an_article_deleted_while_open_stays_on_the_screen(own_articles: Paths) -> None:
    async with running(own_articles) as driver:
        article = driver.screen.reader.article
        assert article is not None
        (own_articles.articles / article.summary.paths[0]).unlink()
        await driver.press("f5")
        await driver.until(lambda: article.id not in driver.screen.session.library)
        assert driver.screen.reader.article is article


async def test_a_missing_folder_of_articles_is_named(paths: Paths, tmp_path: Path) -> None:
    async with running(replace(paths, articles=tmp_path / "khong-co")) as driver:
        await driver.until(lambda: "No articles in" in driver.shown_text())
        await driver.until(lambda: "no such folder" in driver.shown_text())
        await driver.press("slash")
        await driver.type("x")
        await driver.press("escape", "h", "a", "n", "J", "T", "f4")
        await driver.until(lambda: "No marks yet" in driver.shown_text())
