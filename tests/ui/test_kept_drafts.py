"""Notes that are being written, as they are kept and as they are found at the next start."""

from __future__ import annotations

import json
from contextlib import suppress
from threading import Event
from typing import TYPE_CHECKING

import pytest
from textual.worker import WorkerCancelled

from bulletin_tui.errors import NotSavedError
from bulletin_tui.model.annotation import HighlightColor
from bulletin_tui.services import drafting
from bulletin_tui.ui.screens import note_editor
from bulletin_tui.ui.widgets.note_area import NoteArea
from ui.driving import Driver, running

if TYPE_CHECKING:
    from typing import NoReturn

    from bulletin_tui.paths import Paths
    from bulletin_tui.services.workspace import Workspace


@pytest.fixture(autouse=True)
def kept_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for a second."""
    monkeypatch.setattr(note_editor, "KEEP_EVERY_S", 0.01)


def drafts(paths: Paths) -> list[str]:
    """What is kept of each note."""
    return [json.loads(file.read_bytes())["note"] for file in paths.drafts.glob("*.json")]


async def until_kept(driver: Driver, paths: Paths, note: str) -> None:
    await driver.until(lambda: drafts(paths) == [note])


def area(driver: Driver) -> NoteArea:
    return driver.app.screen.query_one(NoteArea)


async def begin_note(driver: Driver) -> None:
    await driver.press("a")
    await driver.until(lambda: driver.app.screen.query(NoteArea))


async def test_a_draft_is_there_for_as_long_as_the_note_is_neither_saved_nor_given_up(
    paths: Paths,
) -> None:
    async with running(paths) as driver:
        for leave, note in (("escape", "so ong"), ("ctrl+g", "so ong ba")):
            await begin_note(driver)
            assert drafts(paths) == []
            await driver.type(note.removeprefix(area(driver).text))
            await until_kept(driver, paths, note)
            await driver.press(leave)
            await driver.until(lambda: not drafts(paths))


async def test_nothing_is_left_of_a_note_that_is_saved_by_leaving(paths: Paths) -> None:
    async with running(paths) as driver:
        await begin_note(driver)
        await driver.type("so ong")
        await until_kept(driver, paths, "so ong")
        await driver.press("ctrl+q")
        await driver.until(lambda: driver.app._exit)
    assert drafts(paths) == []


async def test_what_is_kept_follows_what_is_written_also_back_to_nothing(paths: Paths) -> None:
    async with running(paths) as driver:
        await begin_note(driver)
        for key, kept in (("x", "x"), ("y", "xy"), ("backspace", "x"), ("backspace", "")):
            await driver.press(key)
            await until_kept(driver, paths, kept)
        await driver.press("ctrl+g")
        await driver.until(lambda: not drafts(paths))


async def test_what_is_written_is_kept_also_while_the_database_lets_others_wait(
    paths: Paths,
) -> None:
    async with running(paths) as driver:
        await begin_note(driver)
        is_free = Event()
        driver.screen.session.after_all(is_free.wait)
        try:
            await driver.type("so ong")
            await until_kept(driver, paths, "so ong")
        finally:
            is_free.set()
        await driver.press("escape")
        await driver.until(lambda: not drafts(paths))


async def test_nothing_is_kept_of_a_note_once_its_dialog_is_closed(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[str] = []

    async def keep(note: str) -> None:
        kept.append(note)

    monkeypatch.setattr(note_editor, "KEEP_EVERY_S", 1000)
    async with running(paths) as driver:
        editor = note_editor.NoteEditor("một câu", "", keep, keep)
        await driver.app.push_screen(editor)
        await driver.type("so ong")
        editor.finish()
        with suppress(WorkerCancelled):
            await editor._keep_typed().wait()
        assert kept == []


async def test_what_was_left_behind_is_a_note_at_the_next_start(paths: Paths) -> None:
    async with running(paths) as driver:
        await driver.press("3")
        await driver.until(lambda: driver.screen.reader._placed)
        await driver.press("x")
        await driver.until(lambda: not driver.screen.reader._placed)
        await begin_note(driver)
        await driver.type("so ong")
        await until_kept(driver, paths, "so ong")
        (file,) = paths.drafts.glob("*.json")
        content = file.read_bytes()
        await driver.press("ctrl+g")
        await driver.until(lambda: not drafts(paths))
    file.write_bytes(content)
    async with running(paths) as driver:
        await driver.until(lambda: "undoes" in driver.shown_text())
        await driver.until(lambda: driver.screen.reader._placed)
        (placed,) = driver.screen.reader._placed
        assert (placed.annotation.note, placed.annotation.color) == ("so ong", HighlightColor.BLUE)


async def test_a_note_without_a_place_is_told_of(paths: Paths) -> None:
    paths.drafts.mkdir(parents=True)
    draft = {"note": "hỏi lại", "begun_with": "", "mark": "chua-ve"}
    (paths.drafts / "1.json").write_text(json.dumps(draft), encoding="utf-8")
    async with running(paths, size=(200, 40)) as driver:
        await driver.until(lambda: "1 note that was being written" in driver.shown_text())


async def test_a_note_that_cannot_be_saved_at_the_start_is_told_of_with_the_reason(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_workspace: Workspace) -> NoReturn:
        raise NotSavedError("Đĩa đầy.")

    paths.drafts.mkdir(parents=True)
    draft = {"note": "hỏi lại", "begun_with": "", "mark": "chua-ve"}
    (paths.drafts / "1.json").write_text(json.dumps(draft), encoding="utf-8")
    monkeypatch.setattr(drafting, "save_drafts_left_behind", refuse)
    async with running(paths, size=(200, 40)) as driver:
        await driver.until(lambda: "Đĩa đầy." in driver.shown_text())
        await driver.until(lambda: "1 note that was being written" in driver.shown_text())
