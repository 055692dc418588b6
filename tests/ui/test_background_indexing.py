"""A large library is indexed while one reads, and the bottom line tells how far that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from bulletin_tui.model.indexing import IndexProgress, IndexState
from bulletin_tui.search.opening import find_identity, open_index
from bulletin_tui.services import opening
from bulletin_tui.services.index_condition import find_condition
from bulletin_tui.ui import messages
from bulletin_tui.ui.screens import keeping_up
from bulletin_tui.ui.widgets.status_line import StatusLine
from bulletin_tui.workers.builder_lock import builder_lock
from ui.driving import running
from unit.workers.folders import build, write_article

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths

FAILED = IndexProgress(IndexState.FAILED, reason="Đĩa đã đầy.", advice="Dọn bớt.", brief="đĩa đầy")


@pytest.fixture
def large(own_articles: Paths, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """A library that the index serves, though it is small."""
    monkeypatch.setattr(opening, "MOST_IN_MEMORY", 2)
    return own_articles


async def test_the_library_appears_as_it_is_indexed(large: Paths) -> None:
    async with running(large) as driver:
        await driver.until(lambda: len(driver.screen.session.library) == 5)
        await driver.until(lambda: driver.open_id is not None)
        await driver.search("nghi quyet")
    condition = find_condition(large)
    assert condition is not None
    assert condition.built_at is not None


async def test_what_comes_first_can_be_read_with_the_keys_at_once(large: Paths) -> None:
    for file in large.articles.rglob("*.md"):
        file.write_text(file.read_text("utf-8") + "\n\nMột đoạn văn." * 200, "utf-8")
    with builder_lock(large.index_db):
        async with running(large) as driver:
            await driver.until(lambda: driver.screen.reader.query_one(".empty").display)
            build(large.index_db, large.articles)
            await driver.until(lambda: driver.open_id is not None)
            await driver.until(lambda: driver.screen.reader.view.has_focus)
            await driver.press("pagedown")
            await driver.until(lambda: driver.screen.reader.view.scroll_offset.y > 0)


async def test_a_text_that_was_hidden_has_the_keys_again_once_it_is_shown(large: Paths) -> None:
    async with running(large) as driver:
        view = driver.screen.reader.view
        await driver.until(lambda: driver.open_id is not None and view.has_focus)
        driver.screen.set_focus(None)  # as a Hide does that comes late
        view.post_message(events.Show())
        await driver.until(lambda: driver.screen.focused is view)
        await driver.press("tab")
        await driver.until(lambda: driver.screen.sidebar.list.has_focus)
        view.post_message(events.Show())
        await driver.pilot.pause()
        assert driver.screen.sidebar.list.has_focus


async def test_what_had_the_keys_has_them_again_with_the_terminal_though_the_text_was_shown(
    large: Paths,
) -> None:
    async with running(large) as driver:
        view = driver.screen.reader.view
        await driver.until(lambda: driver.open_id is not None and view.has_focus)
        await driver.press("slash")
        await driver.until(lambda: driver.screen.search_box.has_focus)
        driver.app.post_message(events.AppBlur())
        await driver.until(lambda: driver.screen.focused is None)
        view.post_message(events.Show())
        await driver.pilot.pause()
        driver.app.post_message(events.AppFocus())
        await driver.until(lambda: driver.screen.focused is not None)
        assert driver.screen.search_box.has_focus


async def test_a_library_that_grows_too_large_for_memory_is_indexed_at_once(
    own_articles: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_IN_MEMORY", 5)
    async with running(own_articles) as driver:
        assert not driver.screen.session.workspace.stacks.grows
        (own_articles.articles / "them.txt").write_text("Thêm một bài nữa.", encoding="utf-8")
        driver.screen.post_message(messages.FilesChanged())
        await driver.until(lambda: len(driver.screen.session.library) == 6)
        assert driver.screen.session.workspace.stacks.grows


async def test_reloading_takes_in_what_is_new(large: Paths) -> None:
    async with running(large) as driver:
        await driver.until(lambda: len(driver.screen.session.library) == 5)
        write_article(large.articles, 7)
        await driver.press("f5")
        await driver.until(lambda: len(driver.screen.session.library) == 6)


async def test_progress_stands_beside_the_status_until_the_end(large: Paths) -> None:
    with builder_lock(large.index_db):  # so that nothing else is reported
        async with running(large) as driver:
            line = driver.screen.query_one(StatusLine)
            building = IndexProgress(IndexState.BUILDING, 3, 40)
            driver.screen.post_message(messages.IndexProgressed(building))
            await driver.until(lambda: "Reading articles: 3 of 40" in driver.shown_text())
            done = IndexProgress(IndexState.DONE, 40, 40)
            driver.screen.post_message(messages.IndexProgressed(done))
            await driver.until(lambda: not line.progress)


async def test_until_the_first_articles_are_read_the_page_says_so(large: Paths) -> None:
    with builder_lock(large.index_db):
        async with running(large) as driver:
            await driver.until(lambda: "The articles are being read" in driver.shown_text())
            done = IndexProgress(IndexState.DONE)
            driver.screen.post_message(messages.IndexProgressed(done))
            await driver.until(lambda: "No articles in" in driver.shown_text())


async def test_an_index_that_another_one_builds_is_waited_for_and_used(
    large: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping_up, "AGAIN_S", 0.1)
    async with running(large) as driver:
        line = driver.screen.query_one(StatusLine)
        with builder_lock(large.index_db):
            await driver.until(lambda: "being built already" in line.progress)
            assert len(driver.screen.session.library) == 0
        await driver.until(lambda: not line.progress)
        await driver.until(lambda: len(driver.screen.session.library) == 5)


async def test_a_build_that_fails_is_told_with_what_to_do(large: Paths) -> None:
    with builder_lock(large.index_db):
        async with running(large) as driver:
            driver.screen.post_message(messages.IndexProgressed(FAILED))
            await driver.until(lambda: "Đĩa đã đầy. Dọn bớt." in driver.shown_text())


async def test_a_build_that_fails_leaves_a_library_that_is_searched_in_memory(
    large: Paths,
) -> None:
    with builder_lock(large.index_db):
        async with running(large) as driver:
            driver.screen.post_message(messages.IndexProgressed(FAILED))
            await driver.until(lambda: len(driver.screen.session.library) == 5)
            await driver.until(lambda: driver.open_id is not None)
            await driver.search("nghi quyet")
            driver.app.clear_notifications()
            await driver.pilot.pause()
            assert "Search index: đĩa đầy" in driver.shown_text()


async def test_a_build_that_fails_leaves_an_index_that_was_whole_in_use(large: Paths) -> None:
    build(large.index_db, large.articles)
    with builder_lock(large.index_db):
        async with running(large) as driver:
            line = driver.screen.query_one(StatusLine)
            driver.screen.post_message(messages.IndexProgressed(FAILED))
            await driver.until(lambda: line.alert)
            await driver.until(lambda: not driver.screen.workers._workers)
            assert driver.screen.session.workspace.stacks.grows
            driver.screen.post_message(messages.IndexProgressed(IndexProgress(IndexState.DONE)))
            await driver.until(lambda: not line.alert)


async def test_a_folder_in_the_place_of_the_index_is_told_as_long_as_it_is_there(
    large: Paths,
) -> None:
    large.index_db.mkdir(parents=True)
    async with running(large) as driver:
        assert len(driver.screen.session.library) == 5
        assert "Search index: something else" in driver.shown_text()
        large.index_db.rmdir()
        await driver.press("f5")
        await driver.until(lambda: driver.screen.session.workspace.stacks.grows)
        await driver.until(lambda: len(driver.screen.session.library) == 5)
        await driver.until(lambda: not driver.screen.query_one(StatusLine).alert)


async def test_leaving_ends_the_builder(large: Paths) -> None:
    for number in range(400):
        write_article(large.articles, number)
    async with running(large) as driver:
        await driver.until(large.index_db.exists)
    with builder_lock(large.index_db) as is_mine:
        assert is_mine


async def test_a_few_articles_are_not_indexed(own_articles: Paths) -> None:
    async with running(own_articles) as driver:
        assert len(driver.screen.session.library) == 5
    assert find_condition(own_articles) is None


async def test_where_no_index_can_be_kept_the_library_is_searched_in_memory(large: Paths) -> None:
    large.cache.write_text("")
    async with running(large) as driver:
        said = " ".join(notice.message for notice in driver.app._notifications)
        assert "searched in memory" in said
        await driver.search("nghi quyet")


async def test_an_index_that_is_damaged_while_one_reads_is_built_anew(large: Paths) -> None:
    async with running(large) as driver:
        await driver.until(lambda: len(driver.screen.session.library) == 5)
        await driver.until(lambda: not driver.screen.query_one(StatusLine).progress)
        with open_index(large.index_db, for_writing=True) as index:
            index.connection.execute("UPDATE article SET layout = '[1, 2'")
        before = find_identity(large.index_db)
        await driver.press("slash")
        await driver.type("nghi quyet")
        await driver.until(lambda: find_identity(large.index_db) not in (None, before))
        await driver.until(lambda: len(driver.screen.session.library) == 5)


async def test_what_is_indexed_meanwhile_joins_the_answer_on_the_screen(large: Paths) -> None:
    async with running(large) as driver:
        await driver.until(lambda: len(driver.screen.session.library) == 5)
        await driver.search("nghi quyet 29")
        (large.articles / "moi.md").write_text("Xã học nghị quyết 29.", encoding="utf-8")
        await driver.press("f5")
        await driver.until(lambda: any(hit.article.title == "moi" for hit in driver.hits))
