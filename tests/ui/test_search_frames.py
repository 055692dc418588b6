"""What opening the search paints, and what it leaves as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.css.stylesheet import Stylesheet
from textual.widget import Widget

from bulletin_tui.ui.app import BulletinApp
from bulletin_tui.ui.screens.layout import Left
from bulletin_tui.ui.screens.main import MainScreen
from bulletin_tui.ui.widgets.search_box import SearchBox
from ui.driving import running

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest
    from textual.dom import DOMNode
    from textual.geometry import Region
    from textual.screen import Screen

    from bulletin_tui.paths import Paths


async def test_the_first_letter_of_a_search_does_not_wait_for_the_whole_screen(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    frames: list[tuple[str, set[type[Widget]]]] = []
    display = BulletinApp._display

    def watched(app: BulletinApp, screen: Screen[object], frame: object) -> None:
        display(app, screen, frame)  # type: ignore[arg-type]
        if frame is not None:
            painted = {type(widget) for widget in screen._dirty_widgets}
            frames.append((screen.query_one(SearchBox).value, painted))

    async with running(paths) as driver:
        monkeypatch.setattr(BulletinApp, "_display", watched)
        for _again in range(2):
            await driver.press("slash", "ctrl+u")
            await driver.until(lambda: driver.screen.left is not Left.RESULTS)
            await driver.pilot.pause()
            frames.clear()
            await driver.press("d")
            assert MainScreen not in next(
                painted for typed, painted in frames if typed == "d" and SearchBox in painted
            )
            await driver.until(lambda: driver.hits)


async def test_what_opens_on_the_left_of_a_wide_terminal_restyles_only_itself(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    restyled: list[DOMNode] = []
    update_nodes = Stylesheet.update_nodes

    def watched(sheet: Stylesheet, nodes: Iterable[DOMNode], animate: bool = False) -> None:
        every = list(nodes)
        restyled.extend(every)
        update_nodes(sheet, every, animate)

    async with running(paths) as driver:
        await driver.search("giao duc")
        await driver.press("escape")
        await driver.until(lambda: driver.screen.left is not Left.RESULTS)
        await driver.pilot.pause()
        monkeypatch.setattr(Stylesheet, "update_nodes", watched)
        await driver.press("slash", "d")
        await driver.until(lambda: driver.screen.results in restyled)
        assert driver.screen.has_class("-left-open")
        assert driver.screen not in restyled


async def test_a_letter_after_which_as_much_is_found_lays_nothing_out_anew(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[Widget] = []
    refresh = Widget.refresh

    def watched(widget: Widget, *regions: Region, layout: bool = False, **others: bool) -> Widget:
        if layout:
            laid_out.append(widget)
        return refresh(widget, *regions, layout=layout, **others)

    async with running(paths) as driver:
        await driver.search("gia")
        await driver.pilot.pause()
        before = driver.hits
        monkeypatch.setattr(Widget, "refresh", watched)
        await driver.type("o")
        await driver.until(lambda: driver.hits != before)
        await driver.pilot.pause()
        assert len(driver.hits) == len(before)
        assert laid_out == []


async def test_a_search_keeps_its_hits_in_sight_when_the_terminal_becomes_narrow(
    paths: Paths,
) -> None:
    async with running(paths, size=(120, 40)) as driver:
        await driver.search("giao duc")
        await driver.pilot.resize_terminal(60, 40)
        await driver.until(lambda: not driver.screen.reader.display)
        assert driver.screen.results is not None
        assert driver.screen.results.size.width == 60
        await driver.press("escape")
        await driver.until(lambda: driver.screen.reader.size.width == 60)
