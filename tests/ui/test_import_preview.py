"""Importing in the reader: looked at first, taken into the library only when that is wanted."""

from __future__ import annotations

import shutil
from contextlib import closing
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from bulletin_tui.services.importing import apart
from bulletin_tui.services.importing.importing import import_files
from bulletin_tui.services.importing.report import ImportReport
from bulletin_tui.store.store import open_store
from bulletin_tui.ui.messages import SourceWanted
from bulletin_tui.ui.screens.import_preview import ImportPreview
from bulletin_tui.ui.widgets.virtual_list import VirtualList
from old_encodings.storing import STORAGES
from ui.driving import running
from unit.workers.folders import index_library, write_article

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from ui.driving import Driver


PATIENCE_S = 600.0
"""Only ever spent by a test that fails."""
STORE = {storage.name: storage.store for storage in STORAGES}


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Two articles, one of which is bundled already, and a file without a text."""
    folder = tmp_path / "tải về"
    folder.mkdir()
    (folder / "tram.txt").write_text("Thêm một trạm y tế\n\nTrạm mới đã khám cho hai trăm người.")
    (folder / "cho.txt").write_text("Chợ phiên trở lại\n\nChợ họp vào sáng chủ nhật hằng tuần.")
    (folder / "trong.txt").write_text("")
    return folder


async def preview(driver: Driver, *paths: Path) -> ImportPreview:
    """The preview of what the paths would bring, once everything has been read."""
    driver.screen.import_paths(paths)
    await driver.until(lambda: isinstance(driver.app.screen, ImportPreview))
    screen = driver.app.screen
    assert isinstance(screen, ImportPreview)
    await driver.until(lambda: not screen.is_working)
    return screen


async def test_what_a_file_would_bring_is_seen_on_five_lines(paths: Paths, inbox: Path) -> None:
    async with running(paths, size=(20, 5)) as driver:
        await preview(driver, inbox / "cho.txt", inbox / "trong.txt")
        await driver.until(lambda: "Enter: import" in driver.shown_text())
        await driver.until(lambda: "+ Chợ phiên" in driver.shown_text())
        await driver.press("down")
        await driver.until(lambda: "trong.txt" in driver.shown_text())


async def test_what_is_to_be_added_is_asked_on_five_lines(paths: Paths, inbox: Path) -> None:
    async with running(paths, size=(20, 5)) as driver:
        driver.screen.post_message(SourceWanted(str(inbox)))
        await driver.until(lambda: "Add it  3" in driver.shown_text())
        await driver.press("down")
        await driver.until(lambda: "Leave it" in driver.shown_text())


async def test_what_a_folder_would_bring_is_shown_and_then_imported(
    paths: Paths, inbox: Path
) -> None:
    async with running(paths) as driver:
        count = len(driver.screen.session.library)
        await preview(driver, inbox)
        await driver.until(lambda: "2 new · 1 left out" in driver.shown_text())
        assert "+ Thêm một trạm y tế" in driver.shown_text()
        assert "There is no text in the file." in driver.shown_text()
        assert not paths.imported.exists()
        await driver.press("enter")
        await driver.until(lambda: len(driver.screen.session.library) == count + 2)


async def test_the_one_article_that_was_imported_is_opened(paths: Paths, inbox: Path) -> None:
    async with running(paths) as driver:
        await preview(driver, inbox / "tram.txt")
        await driver.press("enter")
        await driver.until(lambda: "Trạm mới đã khám" in driver.shown_article_text())


async def test_it_is_opened_once_the_index_has_it(paths: Paths, inbox: Path) -> None:
    with closing(open_store(paths)) as store:
        store.folders.add(str(write_article(inbox.parent / "ghi chép", 1).parent))
    index_library(paths)
    async with running(paths) as driver:
        await driver.until(lambda: len(driver.screen.session.library) == 6)
        await preview(driver, inbox / "tram.txt")
        await driver.press("enter")
        await driver.until(lambda: "Trạm mới đã khám" in driver.shown_article_text())
        assert driver.screen.session.workspace.stacks.grows


async def test_why_an_import_could_not_go_on_is_said(
    paths: Paths, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object, **_how: object) -> ImportReport:
        return ImportReport((), is_complete=False, reason="The index is gone.")

    monkeypatch.setattr(apart, "import_files", broken)
    async with running(paths) as driver:
        await preview(driver, inbox)
        await driver.until(lambda: "The index is gone." in driver.shown_text())
        await driver.press("escape")


async def test_giving_up_leaves_the_library_as_it_is(paths: Paths, inbox: Path) -> None:
    async with running(paths) as driver:
        screen = await preview(driver, inbox)
        await driver.press("escape")
        await driver.until(lambda: driver.app.screen is not screen)
        assert not paths.imported.exists()


async def test_what_is_there_already_cannot_be_imported_again(paths: Paths, inbox: Path) -> None:
    async with running(paths) as driver:
        await preview(driver, inbox / "tram.txt")
        await driver.press("enter")
        await driver.until(lambda: "Trạm mới đã khám" in driver.shown_article_text())
        screen = await preview(driver, inbox / "tram.txt")
        assert "1 already there" in driver.shown_text()
        await driver.press("enter")
        assert driver.app.screen is screen


async def test_a_file_is_previewed_as_it_was_corrected(paths: Paths, inbox: Path) -> None:
    async with running(paths) as driver:
        await preview(driver, inbox / "tram.txt")
        await driver.type("Báo Xã")
        await driver.press("enter")
        await driver.until(lambda: "Trạm mới đã khám" in driver.shown_article_text())
    shutil.rmtree(paths.imported)
    async with running(paths) as driver:
        await preview(driver, inbox / "tram.txt")
        await driver.until(lambda: "1 new" in driver.shown_text())
        await driver.until(lambda: "Báo Xã" in driver.shown_text())
        assert "Unknown source" not in line_under_cursor(driver)


async def test_the_source_that_is_typed_is_that_of_the_articles(paths: Paths, inbox: Path) -> None:
    async with running(paths) as driver:
        await preview(driver, inbox)
        await driver.type("Báo Xã")
        await driver.press("enter")
        await driver.until(
            lambda: "Báo Xã" in [group.name for group in driver.screen.session.library.sources]
        )


async def test_what_is_typed_during_the_import_changes_no_source_any_more(
    paths: Paths, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    going = Event()

    def slow(*args: Any, **how: Any) -> ImportReport:
        *_rest, options = args
        assert options.only_tries or going.wait(PATIENCE_S)
        return import_files(*args, **how)

    monkeypatch.setattr(apart, "import_files", slow)
    async with running(paths) as driver:
        screen = await preview(driver, inbox / "tram.txt")
        await driver.type("Y te")
        await driver.press("enter")
        await driver.until(lambda: screen.is_working)
        await driver.type(" huyen")
        going.set()
        await driver.until(lambda: "Trạm mới đã khám" in driver.shown_article_text())
        article = driver.screen.reader.article
        assert article is not None
        assert article.summary.source == "Y te"


async def test_what_is_doubtful_of_the_file_under_the_cursor_is_said_in_full(
    paths: Paths, inbox: Path
) -> None:
    (inbox / "cu.txt").write_bytes(STORE["UTF-8 of TCVN3"]("Trường học xã đã được sửa chữa. " * 9))
    async with running(paths, size=(80, 24)) as driver:
        await preview(driver, inbox)
        await driver.until(lambda: "3 new · 1 left out" in driver.shown_text())
        for _ in range(3):
            if "! 1 warning" in line_under_cursor(driver):
                break
            await driver.press("down")
        await driver.until(lambda: "converts it." in driver.shown_text())
        assert "It looks like TCVN3" in driver.shown_text()


def line_under_cursor(driver: Driver) -> str:
    rows = driver.app.screen.query_one(VirtualList)
    assert rows.index is not None
    return rows._provider(rows.index, 60).lines[1].text
