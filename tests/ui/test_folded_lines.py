"""Folded lines in the reader: opened with Enter and all at once, found with Ctrl+F, kept open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.driving import Driver, running

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.paths import Paths

SENTENCE = (
    "Sáng nay, Ủy ban nhân dân xã Suối Rút họp bàn việc mở thêm lớp học cho trẻ em ở bản xa, và"
    " giao cho nhà trường lo đủ bàn ghế, sách vở trước ngày khai giảng năm học mới."
)
PAGE = f"""Trang chủ / Tin tức / Giáo dục
Xã Suối Rút mở thêm lớp học ở bản xa
{SENTENCE}
{SENTENCE.replace("Sáng", "Trưa")}
{SENTENCE.replace("Sáng", "Chiều")}
Đang truy cập: 12
Hôm nay: 340
Tháng này: 9.000
Bản quyền © Cổng thông tin điện tử xã Suối Rút
"""


def write_page(folder: Path) -> None:
    (folder / "suoi-rut.txt").write_text(PAGE, encoding="utf-8")


async def open_page(driver: Driver) -> None:
    library = driver.screen.session.library
    ids = [library.id_at(position) for position in range(len(library))]
    titles = [library.title_at(position) for position in range(len(library))]
    page = ids[next(n for n, title in enumerate(titles) if "bản xa" in title)]
    driver.screen.reader.open_article(page)
    await driver.until(lambda: driver.open_id == page)
    await driver.until(lambda: "lines folded" in driver.shown_text())
    driver.screen.reader.view.focus()
    await driver.until(lambda: driver.screen.reader.view.has_focus)


async def test_what_is_folded_opens_with_a_key_and_is_still_open_later(own_articles: Paths) -> None:
    write_page(own_articles.articles)
    async with running(own_articles) as driver:
        await open_page(driver)
        assert "Tháng này" not in driver.shown_text()
        await driver.press("end", "right_curly_bracket")
        await driver.press("enter")
        await driver.until(lambda: "Tháng này" in driver.shown_text())
        page = driver.open_id
        await driver.press("K")
        await driver.until(lambda: driver.open_id != page)
        await driver.press("J")
        await driver.until(lambda: driver.open_id == page)
        await driver.until(lambda: "Tháng này" in driver.shown_text())
        await driver.press("f")
        await driver.until(lambda: "Tháng này" not in driver.shown_text())


async def test_finding_in_the_article_opens_the_fold_of_a_match(own_articles: Paths) -> None:
    write_page(own_articles.articles)
    async with running(own_articles) as driver:
        await open_page(driver)
        await driver.press("ctrl+f")
        await driver.type("thang nay")
        await driver.until(lambda: "Tháng này" in driver.shown_text())


async def test_a_closed_fold_takes_no_mark(own_articles: Paths) -> None:
    write_page(own_articles.articles)
    async with running(own_articles) as driver:
        await open_page(driver)
        await driver.press("end", "right_curly_bracket", "h")
        await driver.until(lambda: "Open what is folded here first" in driver.shown_text())
        assert driver.screen.reader._placed == ()
