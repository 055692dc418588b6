"""What all dialogs share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Key, Paste
from textual.widgets import Static
from textual.widgets._toast import Toast

from bulletin_tui.settings import Settings
from bulletin_tui.ui import turns
from bulletin_tui.ui.commands import COMMANDS
from bulletin_tui.ui.screens.dialog import Dialog
from bulletin_tui.ui.screens.picker import Choice, PickerScreen
from bulletin_tui.ui.widgets.choice_list import ChoiceList
from bulletin_tui.ui.widgets.note_area import NoteArea
from bulletin_tui.ui.widgets.text_fields import LineField
from ui.driving import running

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bulletin_tui.paths import Paths
    from ui.driving import Driver


def type_at_once(driver: Driver, keys: Iterable[str]) -> None:
    """As a terminal hands over what was pasted, or typed while the line was slow."""
    for key in keys:
        driver.app.post_message(Key(key, key))


def dialogs(driver: Driver) -> list[Dialog[object]]:
    return [screen for screen in driver.app.screen_stack if isinstance(screen, Dialog)]


async def test_a_dialog_stands_in_the_middle_of_what_it_was_opened_over(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("i")
        await driver.until(lambda: driver.app.screen.query(".dialog"))
        await driver.until(lambda: driver.app.screen.query_one(".dialog").region)
        region = driver.app.screen.query_one(".dialog").region
        assert region.x == (120 - region.width) // 2
        assert driver.app.screen.styles.background.a < 1


@pytest.mark.parametrize("keys", ["aaa", "iii", "tat", "ia", "ai", "iTa"])
async def test_of_dialogs_whose_keys_come_at_once_one_is_opened(paths: Paths, keys: str) -> None:
    async with running(paths) as driver:
        type_at_once(driver, keys)
        await driver.until(lambda: dialogs(driver))
        for _each in keys:
            await driver.pilot.pause()
        assert len(dialogs(driver)) == 1


async def test_what_is_typed_right_behind_the_key_for_a_note_is_the_note(paths: Paths) -> None:
    async with running(paths) as driver:
        type_at_once(driver, "abhx")
        driver.app.post_message(Paste(" dán"))
        await driver.until(lambda: driver.app.screen.query(NoteArea))
        area = driver.app.screen.query_one(NoteArea)
        await driver.until(lambda: area.text == "bhx dán")
        assert not driver.screen.reader._placed


async def test_where_nothing_fits_enter_leaves_what_is_typed_to_be_corrected(paths: Paths) -> None:
    chosen: list[str | None] = []
    async with running(paths) as driver:
        driver.app.push_screen(PickerScreen("Màu", (Choice("x", "xanh"),)), chosen.append)
        await driver.until(lambda: driver.app.screen.query(LineField))
        await driver.type("xanhh")
        await driver.until(lambda: "Nothing fits." in driver.shown_text())
        await driver.press("enter", "backspace")
        await driver.until(lambda: "Nothing fits." not in driver.shown_text())
        await driver.press("enter")
        await driver.until(lambda: chosen)
    assert chosen == ["x"]


async def test_what_is_typed_right_behind_a_key_for_a_dialog_is_no_command(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "LOST_AFTER_S", 60)
    async with running(paths) as driver:
        for key in ("f1", "colon", "t", "i", "f8", "a", "T"):
            type_at_once(driver, (key, "z"))  # z would put everything but the text away
            await driver.until(lambda: dialogs(driver))
            await driver.until(lambda: not driver.app._is_amid_turn)
            await driver.pilot.pause()
            assert not driver.screen.has_class("-zen"), key
            dialogs(driver)[0].finish()
            await driver.until(lambda: not dialogs(driver))


async def test_a_key_that_opened_nothing_lets_the_next_one_open_its_dialog(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "LOST_AFTER_S", 60)
    async with running(paths) as driver:
        driver.screen.set_focus(driver.screen.sidebar.list)
        type_at_once(driver, "xiz")  # the article was not imported, and `x` opens nothing
        await driver.until(lambda: dialogs(driver))
        await driver.until(lambda: not driver.app._is_amid_turn)
        await driver.pilot.pause()
        assert not driver.screen.has_class("-zen")


def test_what_opens_dialogs_are_commands() -> None:
    assert {command.name for command in COMMANDS} > turns.OPENING


async def test_a_key_is_no_longer_waited_for_when_its_widget_has_gone(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(paths) as driver:
        monkeypatch.setattr(turns, "LOST_AFTER_S", 0.01)
        monkeypatch.setattr(turns.TurnsApp, "_go_round", lambda *_nothing_comes_back: None)
        driver.screen.set_focus(driver.screen.sidebar.list)
        type_at_once(driver, "xx")  # the article was not imported, and no dialog comes
        await driver.until(lambda: driver.app._turn == 2 and not driver.app._is_amid_turn)


async def test_what_comes_late_of_a_key_ends_no_waiting_for_another_one(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(paths) as driver:
        monkeypatch.setattr(turns.TurnsApp, "_go_round", lambda *_nothing_comes_back: None)
        monkeypatch.setattr(turns, "LOST_AFTER_S", 60)
        driver.screen.set_focus(driver.screen.sidebar.list)
        type_at_once(driver, "x")
        await driver.until(lambda: driver.app._turn)
        await driver.app._end_turn(driver.app._turn - 1)
        assert driver.app._is_amid_turn


async def test_other_buttons_of_the_mouse_choose_nothing_in_a_dialog(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("f8")
        await driver.until(lambda: dialogs(driver))
        await driver.pilot.pause()
        for button in (3, 2):
            await driver.pilot.click(ChoiceList, offset=(2, 1), button=button)
        assert len(dialogs(driver)) == 1
        await driver.pilot.click(ChoiceList, offset=(2, 1))
        await driver.until(lambda: not dialogs(driver))


async def test_letters_for_a_field_wait_for_no_dialog_whose_keys_they_are(paths: Paths) -> None:
    settings = Settings(language="en", keys={"help": ("m",)})
    async with running(paths, settings) as driver:
        opens_a_dialog = driver.app._opens_a_dialog
        assert opens_a_dialog(Key("m", "m"))
        await driver.press("slash")
        assert not opens_a_dialog(Key("m", "m"))
        assert not opens_a_dialog(Key("a", "a"))
        assert opens_a_dialog(Key("f8", None))


async def test_what_is_typed_behind_an_own_key_for_exporting_all_marks_is_for_its_dialog(
    paths: Paths,
) -> None:
    settings = Settings(language="en", keys={"export_all_annotations": ("m",)})
    async with running(paths, settings) as driver:
        await driver.press("h")
        marks = driver.screen.session.marks
        await driver.until(lambda: marks.arranged is not None and marks.arranged.count)
        type_at_once(driver, "mxh")
        await driver.until(lambda: dialogs(driver))
        await driver.until(lambda: "xh" in dialogs(driver)[0].query_one(LineField).value)


async def begin_turn(driver: Driver) -> None:
    """Have a key for a dialog be acted on, of which nothing is heard any more."""
    driver.screen.set_focus(driver.screen.sidebar.list)
    type_at_once(driver, "x")
    await driver.until(lambda: driver.app._turn)


async def test_a_key_whose_widget_closes_meanwhile_is_waited_for_no_more(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(paths) as driver:
        monkeypatch.setattr(turns, "LOST_AFTER_S", 60)
        gone = Static()
        await driver.screen.mount(gone)
        await gone.remove()
        with monkeypatch.context() as patch:
            patch.setattr(turns.TurnsApp, "_go_round", lambda *_nothing_comes_back: None)
            await begin_turn(driver)
        driver.app._go_round(turns._CameThrough(driver.app._turn, turns.ROUNDS, gone))
        await driver.until(lambda: not driver.app._is_amid_turn)


async def test_once_a_dialog_is_there_it_is_waited_for_until_it_has_been_painted(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(paths) as driver:
        monkeypatch.setattr(turns, "LOST_AFTER_S", 60)
        monkeypatch.setattr(turns.TurnsApp, "_go_round", lambda *_nothing_comes_back: None)
        await begin_turn(driver)
        driver.app._typed_on = None
        driver.app._came_through(turns._CameThrough(driver.app._turn, 1, driver.screen))
        await driver.pilot.pause()
        assert driver.app._is_amid_turn


async def test_a_notice_stands_on_the_topmost_screen_alone(paths: Paths) -> None:
    async with running(paths) as driver:
        driver.app.notify("Đã thêm một thư mục.", timeout=1000)
        await driver.until(lambda: driver.shown_text().count("Đã thêm một thư mục.") == 1)
        await driver.press("a")
        await driver.until(lambda: dialogs(driver))
        await driver.until(lambda: driver.app.screen.query(Toast))
        await driver.until(lambda: not driver.screen.query(Toast))
        await driver.press("ctrl+g")
        await driver.until(lambda: driver.screen.query(Toast))
