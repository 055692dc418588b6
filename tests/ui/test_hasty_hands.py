"""Keys and clicks that come while something else is being done end nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import AsyncMock

import pytest
from rich.style import Style
from textual.events import Click, MouseDown
from textual.geometry import Offset
from textual.screen import Screen
from textual.widgets import OptionList, Static

from bulletin_tui.ui.screens.article_data import ArticleData
from bulletin_tui.ui.screens.import_preview import ImportPreview
from bulletin_tui.ui.screens.picker import Choice, PickerScreen
from bulletin_tui.ui.screens.source_prompt import SourcePrompt
from bulletin_tui.ui.screens.tag_picker import TagPicker
from ui.driving import running

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths
    from ui.driving import Driver


async def click_the_third_row_late(
    driver: Driver, picker: PickerScreen | TagPicker, typed: str
) -> OptionList:
    """Click while what was typed narrows the list to one row; gives the list."""
    await driver.until(lambda: picker.query(OptionList) and picker.query_one(OptionList).options)
    options = picker.query_one(OptionList)
    late = OptionList.OptionSelected(options, options.get_option_at_index(2), 2)
    await driver.type(typed)
    await driver.until(lambda: options.option_count == 1)
    options.post_message(late)
    return options


async def test_a_click_on_a_row_that_is_filtered_away_chooses_that_row(paths: Paths) -> None:
    chosen: list[str | None] = []
    async with running(paths) as driver:
        picker = PickerScreen("Màu", (Choice("x", "xanh"), Choice("d", "đỏ"), Choice("v", "vàng")))
        driver.app.push_screen(picker, chosen.append)
        await click_the_third_row_late(driver, picker, "xanh")
        await driver.until(lambda: chosen)
    assert chosen == ["v"]


async def test_a_click_on_a_tag_that_is_filtered_away_changes_none(paths: Paths) -> None:
    async with running(paths) as driver:
        picker = TagPicker(("chè", "ong", "nước"), ((),))
        driver.app.push_screen(picker)
        options = await click_the_third_row_late(driver, picker, "ong")
        await driver.pilot.pause()
        assert options.get_option_at_index(0).prompt.plain == "□ ong"  # type: ignore[union-attr]


async def test_a_tag_of_signs_alone_is_not_taken_for_another_one(paths: Paths) -> None:
    async with running(paths) as driver:
        picker = TagPicker(("chè", "ong"), ((),))
        driver.app.push_screen(picker)
        await driver.until(lambda: picker.query(OptionList) and picker._shown)
        await driver.type("⭐")
        await driver.until(lambda: picker._shown == ("⭐",))


async def test_a_click_on_a_line_that_is_gone_takes_none(paths: Paths) -> None:
    async with running(paths) as driver:
        picker = PickerScreen("", (Choice("a", "chè"), Choice("b", "ong")))
        driver.app.push_screen(picker)
        await driver.until(lambda: picker.query(OptionList) and picker._shown)
        options = picker.query_one(OptionList)
        style = Style(meta={"option": 1})
        await driver.type("che")
        await driver.until(lambda: options.option_count == 1)
        click = Click(options, 0, 0, 0, 0, 1, False, False, False, style=style)
        options.post_message(click)
        await driver.pilot.pause()
        assert driver.app.screen is picker


async def test_the_mouse_on_a_widget_that_has_just_gone_selects_nothing(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(paths) as driver:
        gone = Static("Đã lưu.")
        monkeypatch.setattr(Screen, "get_widget_and_offset_at", lambda *_: (gone, Offset(0, 0)))
        press = MouseDown(None, 5, 5, 0, 0, 1, False, False, False, 5, 5)
        driver.app.screen._forward_event(press)
        assert driver.app.screen._select_state is None


async def test_a_dialog_is_over_once_nothing_stands_in_it(paths: Paths) -> None:
    async with running(paths) as driver:
        picker = PickerScreen("", (Choice("a", "chè"),))
        driver.app.push_screen(picker)
        await driver.until(lambda: picker.query(OptionList) and picker._shown)
        assert not picker.is_finished
        await picker.query_one(".dialog").remove_children()
        picker.on_mount()
        assert picker.is_finished


async def test_a_command_that_comes_while_the_program_ends_is_no_error(paths: Paths) -> None:
    async with running(paths) as driver:
        driver.app.call_later(driver.screen.action_annotations)
        driver.app.exit()


@pytest.mark.parametrize("key", ["pagedown", "pageup"])
async def test_a_list_without_room_can_be_paged_through(paths: Paths, key: str) -> None:
    async with running(paths) as driver:
        await driver.press("i")
        await driver.until(lambda: driver.app.screen.query(OptionList))
        options = driver.app.screen.query_one(OptionList)
        await driver.until(lambda: options.highlighted is not None)
        await driver.pilot.resize_terminal(10, 2)
        await driver.until(lambda: not options.scrollable_content_region)
        await driver.press(key)
        assert driver.app.is_running


async def test_keys_for_a_dialog_that_is_not_there_yet_or_any_more_do_nothing(paths: Paths) -> None:
    async with running(paths) as driver:
        article = driver.screen.reader.article
        assert article is not None
        data = ArticleData(article, AsyncMock(), AsyncMock())
        data.action_take_back()
        prompt = SourcePrompt(str)
        await prompt.action_complete()
        prompt.action_move(1)
        preview = ImportPreview((paths.articles,), driver.screen.session.importing)
        preview.action_move(1)
