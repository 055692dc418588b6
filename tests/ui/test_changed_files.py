"""Files that change, come and go while the reader is open."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from textual.widgets._toast import Toast

from bulletin_tui.errors import ArticleNotFoundError
from bulletin_tui.services import annotating
from bulletin_tui.ui.messages import Failed
from ui.article_reader import selected_text
from ui.driving import running

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from bulletin_tui.ui.panes.results import ResultsPane
    from ui.driving import Driver


async def lengthen(driver: Driver, paths: Paths) -> None:
    """Add a paragraph to the file of the open article, and read it again."""
    article = driver.screen.reader.article
    assert article is not None
    path = paths.articles / article.summary.paths[0]
    path.write_text(path.read_text(encoding="utf-8") + "\nĐoạn mới thêm.\n", encoding="utf-8")
    await driver.press("f5")
    await driver.until(lambda: "Đoạn mới thêm." in driver.shown_article_text())


async def test_reloading_shows_a_changed_file_at_the_same_place(own_articles: Paths) -> None:
    async with running(own_articles) as driver:
        await lengthen(driver, own_articles)


async def test_correcting_what_was_open_before_the_file_changed_brings_no_old_text_back(
    own_articles: Paths,
) -> None:
    async with running(own_articles) as driver:
        article = driver.screen.reader.article
        assert article is not None
        await lengthen(driver, own_articles)
        await driver.screen._correct(article, "place", "Lào Cai")
        await driver.until(lambda: "Lào Cai" in driver.shown_text())
        assert "Đoạn mới thêm." in driver.shown_article_text()


async def test_what_is_marked_counts_on_the_text_on_the_screen_whatever_text_was_corrected(
    paths: Paths,
) -> None:
    async with running(paths) as driver:
        reader = driver.screen.reader
        article = reader.article
        assert article is not None
        longer = replace(article.document, text=f"{article.text}\nĐoạn mới thêm.")
        reader.show_corrected(replace(article, document=longer))
        assert reader.article is article


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("a.txt", "b.txt"), "Not read: a.txt, b.txt; "),
        (("a.txt", "b.txt", "c.txt"), "3 files could not be read, such as a.txt, b.txt; "),
    ],
)
async def test_of_several_files_that_cannot_be_read_the_first_are_named(
    own_articles: Paths, names: tuple[str, ...], told: str
) -> None:
    for name in names:
        (own_articles.articles / name).touch()
    async with running(own_articles) as driver:
        await driver.until(lambda: driver.app._notifications)
        (said,) = [notice.message for notice in driver.app._notifications]
        assert said.startswith(told)


async def test_of_files_that_cannot_be_read_the_last_count_alone_is_shown(
    own_articles: Paths,
) -> None:
    async with running(own_articles) as driver:
        for names in ("abc", "abcdefg"):
            for name in names:
                (own_articles.articles / f"{name}.txt").touch()
            await driver.press("f5")
            words = f"{len(names)} files could not be read"
            await driver.until(lambda: words in driver.shown_text())  # noqa: B023
        assert len(list(driver.app._notifications)) == 1


async def test_files_that_cannot_be_read_are_told_of_once_and_not_at_every_start(
    own_articles: Paths,
) -> None:
    (own_articles.articles / "quet.txt").touch()
    async with running(own_articles) as driver:
        await driver.until(lambda: driver.app._notifications)
    async with running(own_articles) as driver:
        await driver.until(lambda: not [w for w in driver.app.workers if w.group == "unread"])
        assert not driver.app._notifications
        (own_articles.articles / "quet-2.txt").touch()
        await driver.press("f5")
        await driver.until(lambda: driver.app._notifications)


PARAGRAPHS = tuple(f"Đoạn {number} nói về trạm đo số {number * 7}." for number in range(1, 61))


def write_report(paths: Paths, *paragraphs: str) -> None:
    """The only report of the library, title first."""
    text = "\n\n".join(("Mực nước các sông", *paragraphs))
    (paths.articles / "muc-nuoc.txt").write_text(text, encoding="utf-8")


def first_words(driver: Driver) -> str:
    """What the first line on the screen begins with."""
    view, text = driver.screen.reader.view, driver.shown_article_text()
    return text[view.position.top :][:40]


@pytest.fixture
def report(paths: Paths, tmp_path: Path) -> Paths:
    """A library of one report of sixty paragraphs."""
    (tmp_path / "bao-cao").mkdir()
    own = replace(paths, articles=tmp_path / "bao-cao")
    write_report(own, *PARAGRAPHS)
    return own


async def test_what_is_put_in_above_leaves_the_same_words_on_the_screen(report: Paths) -> None:
    async with running(report, size=(100, 24)) as driver:
        await driver.press("pagedown", "pagedown", "enter")
        view = driver.screen.reader.view
        await driver.until(lambda: view.position.top and view.selection)
        before, selected = first_words(driver), selected_text(view)
        write_report(report, "Tin mới về. " * 150, *PARAGRAPHS)
        await driver.press("f5")
        await driver.until(lambda: "Tin mới" in driver.shown_article_text())
        await driver.until(lambda: before.split(".")[0] in driver.shown_text())
        assert (first_words(driver), selected_text(view)) == (before, selected)


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
        selected = selected_text(driver.screen.reader.view)
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


async def test_a_search_that_was_put_away_is_not_waited_for_on_the_screen(
    own_articles: Paths,
) -> None:
    async with running(own_articles) as driver:
        await driver.press("slash")
        await driver.type("qzxwv")
        await driver.until(lambda: driver.screen.results and is_answered(driver.screen.results))
        results = driver.screen.results
        assert results is not None
        before = results.result
        await driver.press("escape", "J", "f5")
        await driver.until(lambda: results.result is not before and is_answered(results))
        assert "…" not in driver.shown_text().splitlines()[0]


def is_answered(results: ResultsPane) -> bool:
    return results.result is not None and results.result.is_complete


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


def is_shown(driver: Driver, words: str) -> bool:
    return words in driver.shown_text()


async def test_of_many_failures_only_the_last_one_covers_the_text(own_articles: Paths) -> None:
    async with running(own_articles) as driver:
        for number in range(6):
            driver.screen.post_message(Failed(ArticleNotFoundError(f"Bài số {number} đã mất.")))
            await driver.until(partial(is_shown, driver, f"Bài số {number}"))
        await driver.until(lambda: len(driver.app.screen.query(Toast)) == 1)
        assert "Bài số 4" not in driver.shown_text()
