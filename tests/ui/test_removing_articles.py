"""An imported article is taken out at its row in the sidebar, after a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.ui.messages import ArticleUnwanted
from bulletin_tui.ui.rendering.sidebar_rows import article_key
from ui.driving import running

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from ui.driving import Driver

TITLE = "Thêm một trạm y tế"
LONG_TITLE = "Thêm một trạm y tế cho bốn xã vùng cao, nơi đường đi bệnh viện huyện còn xa"


@pytest.fixture
def kept(paths: Paths) -> Path:
    """The file of an imported article."""
    file = paths.imported / "Xã" / "tram.txt"
    file.parent.mkdir(parents=True)
    file.write_text(f"{TITLE}\n\nTrạm y tế mới của xã đã mở cửa và khám cho hai trăm người.")
    return file


async def point_at(driver: Driver, *, is_imported: bool) -> None:
    """Put the cursor of the sidebar on the imported article, or on another one."""
    await driver.until(lambda: len(driver.screen.session.library) == 6)
    library = driver.screen.session.library
    position = next(at for at in range(6) if (library.title_at(at) == TITLE) is is_imported)
    sidebar = driver.screen.sidebar
    driver.screen.set_focus(sidebar.list)
    index = sidebar._rows.find(article_key("all", library.id_at(position)))
    sidebar.list.index = index
    await driver.until(lambda: sidebar.list.index == index)


def said(driver: Driver, words: str) -> bool:
    """Whether a notice has these words, wherever its lines end."""
    return any(words in notice.message for notice in driver.app._notifications)


@pytest.mark.parametrize("key", ["x", "delete"])
async def test_an_imported_article_is_taken_out(paths: Paths, kept: Path, key: str) -> None:
    async with running(paths) as driver:
        await point_at(driver, is_imported=True)
        await driver.press(key)
        await driver.until(lambda: "Take it out of the library?" in driver.shown_text())
        assert TITLE in driver.shown_text()
        assert kept.exists()
        await driver.press("enter")
        await driver.until(lambda: len(driver.screen.session.library) == 5)
        assert said(driver, "your marks are kept. Import ")
        assert said(driver, "tram.txt to have it back.")
    assert not kept.exists()
    assert (paths.removed / "Xã" / "tram.txt").exists()


async def test_one_that_is_not_to_be_taken_out_stays(paths: Paths, kept: Path) -> None:
    async with running(paths) as driver:
        await point_at(driver, is_imported=True)
        await driver.press("x")
        await driver.until(lambda: "Take it out" in driver.shown_text())
        await driver.press("escape")
        await driver.until(lambda: len(driver.app.screen_stack) == 2)
    assert kept.exists()


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_question_is_shown_whole(paths: Paths, kept: Path, size: tuple[int, int]) -> None:
    kept.write_text(f"{LONG_TITLE}\n\nTrạm mở cửa khám bệnh cả ngày.", encoding="utf-8")
    async with running(paths, size=size) as driver:
        await driver.until(lambda: len(driver.screen.session.library) == 6)
        library = driver.screen.session.library
        position = next(at for at in range(6) if library.title_at(at) == LONG_TITLE)
        driver.screen.post_message(ArticleUnwanted(library.id_at(position)))
        await driver.until(lambda: "Take it out of the library?" in driver.shown_text())
        box = driver.app.screen.query_one(".dialog").region
        lines = driver.shown_text().splitlines()[box.y : box.bottom]
        shown = " ".join(" ".join(line[box.x + 1 : box.right - 1] for line in lines).split())
        assert LONG_TITLE in shown
        assert "Keep it there" in shown


async def test_one_that_was_not_imported_is_said_to_be_elsewhere(paths: Paths, kept: Path) -> None:
    async with running(paths) as driver:
        await point_at(driver, is_imported=False)
        await driver.press("x")
        await driver.until(lambda: said(driver, "was not imported"))


async def test_a_file_that_could_not_be_moved_is_looked_for_again(paths: Paths, kept: Path) -> None:
    async with running(paths) as driver:
        await point_at(driver, is_imported=True)
        kept.unlink()
        await driver.press("x")
        await driver.until(lambda: "Take it out" in driver.shown_text())
        await driver.press("enter")
        await driver.until(lambda: said(driver, "could not be moved"))
        await driver.until(lambda: len(driver.screen.session.library) == 5)
