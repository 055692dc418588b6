"""An old encoding is told of once, looked at before and after, chosen with `i`, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from bulletin_tui.model.annotation import AnchorState, HighlightColor
from bulletin_tui.model.article import Span
from bulletin_tui.services import indexed_stacks, opening
from bulletin_tui.services.annotating import add_highlight, annotations_in
from bulletin_tui.services.encodings import choose
from bulletin_tui.services.folders import build_order
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.settings import Settings
from bulletin_tui.ui.screens.article_data import ArticleData
from bulletin_tui.ui.screens.encoding_choice import EncodingChoice
from old_encodings.storing import STORAGES
from ui.driving import Driver, running
from unit.store.samples import make_paths
from unit.workers.folders import build_as

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.paths import Paths

STORE = {storage.name: storage.store for storage in STORAGES}
WORDS = "nước sạch đã về"
LINES = [f"Thôn {n}: người dân vui vì {WORDS}, mỗi lớp học đều có đủ bàn ghế." for n in range(60)]
TEXT = "\n\n".join(["Báo cáo của xã Bình Minh", *LINES])
HINT = "This text looks like TCVN3"
TOP = 40
"""The paragraph that reading stands in."""


def shown_as_western(text: str) -> str:
    return STORE["UTF-8 of TCVN3"](text).decode().replace("\xad", "")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """An article in TCVN3 that was copied off a screen, and a newer one without doubts."""
    paths = make_paths(tmp_path)
    paths.articles.mkdir()
    (paths.articles / "cu.txt").write_bytes(STORE["UTF-8 of TCVN3"](TEXT))
    (paths.articles / "moi.md").write_text("---\ndate: 2024-05-06\n---\n\nTin mới của xã.")
    return paths


@pytest.fixture
def large(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """The same library as one that the index serves."""
    monkeypatch.setattr(opening, "MOST_IN_MEMORY", 0)
    monkeypatch.setattr(indexed_stacks, "REST", 0)
    build_as(paths.index_db, build_order(paths))
    return paths


def mark_words(paths: Paths) -> str:
    """Mark the words of the paragraph that is read; the article's id."""
    with open_workspace(paths, Settings()) as opened:
        article = next(
            opened.get_article(one.id)
            for one in opened.stacks.summaries()
            if one.paths[0].endswith("cu.txt")
        )
        passage = article.text.index(shown_as_western(f"Thôn {TOP}:"))
        start = article.text.index(shown_as_western(WORDS), passage)
        span = Span(start, start + len(shown_as_western(WORDS)))
        add_highlight(opened, article, span, HighlightColor.YELLOW)
        return article.id


def said(driver: Driver) -> str:
    return " ".join(notice.message for notice in driver.app._notifications)


def marked(driver: Driver) -> list[str]:
    """The words that are marked in the open article, as the reader paints them."""
    text = driver.shown_article_text()
    return [text[one.span.start : one.span.end] for one in driver.screen.reader._placed if one.span]


async def go_to(driver: Driver, words: str) -> None:
    view = driver.screen.reader.view
    await driver.until(lambda: view.has_focus)
    view.reveal(driver.shown_article_text().index(words))
    await driver.until(lambda: words in driver.shown_text())


async def look_at_encodings(driver: Driver) -> EncodingChoice:
    await driver.press("i")
    await driver.until(lambda: isinstance(driver.app.screen, ArticleData))
    data = driver.app.screen
    assert isinstance(data, ArticleData)
    await driver.until(lambda: data.query_one(OptionList).has_focus)
    lines = data._lines
    data.query_one(OptionList).highlighted = next(n for n, x in enumerate(lines) if x.is_encoding)
    await driver.press("enter")
    await driver.until(lambda: isinstance(driver.app.screen, EncodingChoice))
    choice = driver.app.screen
    assert isinstance(choice, EncodingChoice)
    await driver.until(lambda: choice.query_one(OptionList).highlighted == 0)
    return choice


async def back_in_text(driver: Driver) -> None:
    await driver.until(lambda: driver.app.screen is driver.screen)


async def test_a_doubt_is_told_once_with_the_key_that_leads_on(paths: Paths) -> None:
    article_id = mark_words(paths)
    settings = Settings(language="en", keys={"article_data": ("ctrl+e",)})
    async with running(paths, settings, article_id=article_id) as driver:
        await driver.until(lambda: HINT in said(driver))
        assert "Press Ctrl+E, then Enter on “Encoding”" in said(driver)
        driver.app.clear_notifications()
        await driver.press("K")
        await driver.until(lambda: driver.open_id != article_id)
        await driver.press("J")
        await driver.until(lambda: driver.open_id == article_id)
        await driver.until(lambda: not driver.screen.workers._workers)
        assert HINT not in said(driver)


async def test_a_text_without_doubts_is_opened_without_a_word(paths: Paths) -> None:
    async with running(paths) as driver:
        assert "Tin mới" in driver.shown_article_text()
        await driver.until(lambda: driver.open_id in driver.screen._heard_of)
        assert not said(driver)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 20)])
async def test_the_likely_encoding_is_shown_before_and_after(
    paths: Paths, size: tuple[int, int]
) -> None:
    article_id = mark_words(paths)
    async with running(paths, size=size, article_id=article_id) as driver:
        before = driver.shown_article_text()
        data_is_below = await look_at_encodings(driver)
        await driver.until(lambda: "+ Báo cáo của xã" in driver.shown_text())
        assert "− B¸o c¸o" in driver.shown_text()
        assert "likely" in driver.shown_text()
        await driver.press("down")
        await driver.until(lambda: "+ Báo cáo của xã" not in driver.shown_text())
        await driver.press("escape")
        await driver.until(lambda: driver.app.screen is not data_is_below)
        assert isinstance(driver.app.screen, ArticleData)
        await driver.press("escape")
        await back_in_text(driver)
        assert driver.shown_article_text() == before


async def test_the_chosen_encoding_is_read_at_the_same_place_and_can_be_taken_back(
    paths: Paths,
) -> None:
    article_id = mark_words(paths)
    async with running(paths, article_id=article_id) as driver:
        await go_to(driver, shown_as_western(f"Thôn {TOP}:"))
        top = driver.screen.reader.view.position.top
        await look_at_encodings(driver)
        await driver.press("enter")
        await back_in_text(driver)
        await driver.until(lambda: driver.open_id != article_id)
        await driver.until(lambda: marked(driver) == [WORDS])
        assert f"Thôn {TOP}:" in driver.shown_text()
        await driver.until(lambda: "is read as TCVN3" in said(driver))
        assert any("Báo cáo" in one for one in titles(driver))
        await look_at_encodings(driver)
        assert "As Bulletin finds out" in driver.shown_text()
        await driver.press("enter")
        await back_in_text(driver)
        await driver.until(lambda: driver.open_id == article_id)
        await driver.until(lambda: marked(driver) == [shown_as_western(WORDS)])
        assert driver.screen.reader.view.position.top == top
        await driver.until(lambda: "is found out again" in said(driver))


def titles(driver: Driver) -> list[str]:
    library = driver.screen.session.library
    return [library.title_at(position) for position in range(len(library))]


async def test_a_library_of_an_index_shows_the_text_at_once_and_is_built_behind(
    large: Paths,
) -> None:
    article_id = mark_words(large)
    async with running(large, article_id=article_id) as driver:
        await driver.until(lambda: HINT in said(driver))
        await go_to(driver, shown_as_western(f"Thôn {TOP}:"))
        await look_at_encodings(driver)
        await driver.press("enter")
        await back_in_text(driver)
        await driver.until(lambda: driver.shown_article_text() == TEXT)
        await driver.until(lambda: f"Thôn {TOP}:" in driver.shown_text())
        await driver.until(lambda: any("Báo cáo" in one for one in titles(driver)))
        await driver.until(lambda: driver.open_id != article_id)
        await driver.until(lambda: marked(driver) == [WORDS])
        assert f"Thôn {TOP}:" in driver.shown_text()
    with open_workspace(large, Settings()) as opened:
        (entry,) = (one for one in opened.stacks.summaries() if "Báo cáo" in one.title)
        placed = annotations_in(opened, opened.get_article(entry.id))
        assert [one.state for one in placed] == [AnchorState.KEPT]


async def test_the_data_of_the_article_under_the_cursor_of_the_sidebar_is_shown(
    large: Paths,
) -> None:
    article_id = mark_words(large)
    async with running(large) as driver:
        await driver.until(lambda: len(driver.screen.session.library) == 2)
        open_id = driver.open_id
        assert open_id != article_id
        driver.screen.sidebar.list.focus()
        await driver.press("down")
        await driver.until(lambda: driver.screen.sidebar.article_id == article_id)
        await look_at_encodings(driver)
        await driver.press("escape")
        await driver.until(lambda: isinstance(driver.app.screen, ArticleData))
        assert "Warning: It looks like TCVN3" in driver.shown_text()
        await driver.press("escape")
        await back_in_text(driver)
        assert driver.open_id == open_id
        assert driver.screen.sidebar.list.has_focus


async def test_an_article_of_the_sidebar_is_read_anew_while_another_one_stays_open(
    paths: Paths,
) -> None:
    article_id = mark_words(paths)
    async with running(paths) as driver:
        open_id = driver.open_id
        driver.screen.sidebar.list.focus()
        await driver.press("down")
        await driver.until(lambda: driver.screen.sidebar.article_id == article_id)
        await look_at_encodings(driver)
        await driver.press("enter")
        await driver.until(lambda: any("Báo cáo" in one for one in titles(driver)))
        await driver.until(lambda: "is read as TCVN3" in said(driver))
        assert driver.open_id == open_id


async def test_a_choice_that_cannot_be_kept_is_told_and_nothing_changes(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    article_id = mark_words(paths)
    async with running(paths, article_id=article_id) as driver:
        monkeypatch.setattr(type(driver.screen.session.workspace.store), "keeps", False)
        monkeypatch.setattr(driver.screen.session.workspace.store, "notice", "Chỉ đọc.")
        await look_at_encodings(driver)
        await driver.press("enter")
        await back_in_text(driver)
        await driver.until(lambda: "Chỉ đọc." in said(driver))
        assert driver.open_id == article_id


async def test_who_takes_a_choice_back_is_not_told_of_the_doubt_again(large: Paths) -> None:
    article_id = mark_words(large)
    with open_workspace(large, Settings()) as opened:
        converted = choose(opened, opened.get_article(article_id), "tcvn3")
    build_as(large.index_db, build_order(large))
    async with running(large, article_id=converted.id) as driver:
        await look_at_encodings(driver)
        await driver.press("enter")
        await driver.until(lambda: driver.open_id == article_id)
        await driver.until(lambda: "is found out again" in said(driver))
        await driver.until(lambda: not driver.screen.workers._workers)
        assert HINT not in said(driver)
