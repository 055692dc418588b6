"""Dialogs on a small terminal, in either language: what they offer is readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Button
from textual.widgets._toast import Toast

from bulletin_tui.services.encodings import propose
from bulletin_tui.settings import Settings
from bulletin_tui.ui.screens.encoding_choice import EncodingChoice
from bulletin_tui.ui.widgets.note_area import NoteArea
from bulletin_tui.words import _, use_language
from ui.driving import running

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("key", ["a", "t"])
@pytest.mark.parametrize("height", [12, 15])
async def test_both_ways_out_of_a_dialog_are_shown(
    paths: Paths, key: str, language: str, height: int
) -> None:
    use_language(language)
    async with running(paths, Settings(language=language), size=(40, height)) as driver:
        await driver.press("ctrl+down", key)
        await driver.until(lambda: _("Save (Esc)") in driver.shown_text())
        assert f"{_('Discard (Ctrl+G)')} " in driver.shown_text()


@pytest.mark.parametrize("height", range(5, 7))
async def test_what_is_typed_is_seen_however_few_lines_there_are(paths: Paths, height: int) -> None:
    async with running(paths, size=(20, height)) as driver:
        await driver.press("a")
        await driver.until(lambda: "Note" in driver.shown_text())
        await driver.type("so ong")
        await driver.until(lambda: "so ong" in driver.shown_text())
        await driver.press("ctrl+g")


async def test_a_notice_has_the_width_of_a_narrow_screen(paths: Paths) -> None:
    async with running(paths, size=(40, 15)) as driver:
        driver.screen.notify("Mười năm cấp nước sạch về các xã", markup=False)
        await driver.until(lambda: "Mười năm cấp nước sạch về các xã" in driver.shown_text())


async def test_what_the_keys_do_to_an_encoding_is_shown_on_twelve_lines(paths: Paths) -> None:
    async with running(paths, size=(40, 12)) as driver:
        article = driver.screen.reader.article
        assert article is not None
        driver.app.push_screen(EncodingChoice(propose(paths, article)))
        await driver.until(lambda: "Esc: back" in driver.shown_text())


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_notices_leave_a_dialogs_buttons_free(paths: Paths, size: tuple[int, int]) -> None:
    async with running(paths, size=size) as driver:
        await driver.press("a")
        await driver.until(lambda: isinstance(driver.app.focused, NoteArea))
        screen = driver.app.screen
        for count in range(9):
            driver.app.notify(f"{count} files could not be read, such as bao-cao.pdf, muc.pdf")
        await driver.until(lambda: len(screen.query(Toast)) == 9)
        await driver.until(lambda: all(toast.region for toast in screen.query(Toast)))
        for button in screen.query(Button):
            x, y = button.region.offset
            assert screen.get_widget_at(x + 1, y)[0] is button
