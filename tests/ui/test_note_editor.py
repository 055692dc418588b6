"""The note editor, while what was typed is being saved."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from textual.events import Key, Paste

from bulletin_tui.errors import NotSavedError
from bulletin_tui.model.annotation import OtherNote
from bulletin_tui.services import annotating
from bulletin_tui.ui.screens import note_editor
from bulletin_tui.ui.screens.note_editor import NoteEditor
from bulletin_tui.ui.widgets.note_area import NoteArea
from ui.driving import running

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths


PATIENCE_S = 20.0
"""Only ever spent by a test that fails."""


async def forget(_note: str) -> None:
    """For a note of which no draft is kept."""


class SlowDisk:
    """Saves notes, or fails to, but not before it may."""

    def __init__(self, *, fails: bool) -> None:
        self.saved: list[str] = []
        self.fails = fails
        self.may_end = asyncio.Event()

    async def save(self, note: str) -> None:
        await self.may_end.wait()
        if self.fails:
            raise NotSavedError("Đĩa đầy.")
        self.saved.append(note)


async def test_nothing_is_typed_into_a_note_that_is_being_saved(paths: Paths) -> None:
    disk = SlowDisk(fails=True)
    async with running(paths) as driver:
        editor = NoteEditor("một câu", "", disk.save, forget)
        await driver.app.push_screen(editor)
        await driver.type("truoc")
        area = editor.query_one(NoteArea)
        await driver.press("escape", "x", "backspace", "backspace")
        area.post_message(Paste("dán"))
        await driver.pilot.pause()
        assert area.text == "truoc"
        disk.may_end.set()
        await driver.until(lambda: not area.read_only)
        disk.fails = False
        await driver.type(" sau")
        await driver.press("escape")
        await driver.until(lambda: editor.is_finished)
    assert disk.saved == ["truoc sau"]


async def test_saving_that_takes_long_is_told_of_until_it_has_ended(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(note_editor, "SOON_S", 0.01)
    disk = SlowDisk(fails=True)
    async with running(paths) as driver:
        await driver.app.push_screen(NoteEditor("một câu", "", disk.save, forget))
        await driver.type("truoc")
        await driver.press("escape")
        await driver.until(lambda: "is being saved" in driver.shown_text())
        disk.may_end.set()
        await driver.until(lambda: "Đĩa đầy." in driver.shown_text())
        assert "is being saved" not in driver.shown_text()
        await driver.press("ctrl+g")


@pytest.mark.parametrize("key", ["escape", "ctrl+s"])
async def test_either_key_saves_a_note(paths: Paths, key: str) -> None:
    saved: list[str] = []

    async def save(note: str) -> None:
        saved.append(note)

    async with running(paths) as driver:
        await driver.app.push_screen(NoteEditor("một câu", "", save, forget))
        await driver.type("hoi lai")
        await driver.press(key)
        await driver.until(lambda: driver.app.screen is driver.screen)
    assert saved == ["hoi lai"]


@pytest.mark.parametrize("fails", [True, False])
async def test_a_note_that_is_given_up_while_it_is_being_saved_is_closed_behind_that(
    paths: Paths, *, fails: bool
) -> None:
    disk = SlowDisk(fails=fails)
    async with running(paths) as driver:
        editor = NoteEditor("một câu", "", disk.save, forget)
        await driver.app.push_screen(editor)
        await driver.type("truoc")
        await driver.press("escape", "ctrl+g")
        await driver.until(lambda: "is being saved" in driver.shown_text())
        assert not editor.is_finished
        disk.may_end.set()
        await driver.until(lambda: driver.app.screen is driver.screen)
    assert disk.saved == ([] if fails else ["truoc"])


@pytest.mark.parametrize("typed", [Key("x", "x"), Paste("x")])
async def test_who_leaves_right_behind_the_words_keeps_them(
    paths: Paths, typed: Key | Paste
) -> None:
    saved: list[str] = []

    async def save(note: str) -> None:
        saved.append(note)

    async with running(paths) as driver:
        await driver.app.push_screen(NoteEditor("một câu", "", save, forget))
        driver.app.post_message(typed)
        driver.app.post_message(Key("ctrl+q", None))
        await driver.until(lambda: saved)
    assert saved == ["x"]


async def test_a_draft_that_waits_for_the_disk_keeps_nobody_in_the_dialog(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits, may_end = asyncio.Event(), asyncio.Event()

    async def keep(_note: str) -> None:
        waits.set()
        await may_end.wait()

    monkeypatch.setattr(note_editor, "KEEP_EVERY_S", 0.01)
    async with running(paths) as driver:
        editor = NoteEditor("một câu", "", forget, keep)
        await driver.app.push_screen(editor)
        driver.app.post_message(Key("x", "x"))
        await asyncio.wait_for(waits.wait(), PATIENCE_S)
        driver.app.post_message(Key("ctrl+g", None))
        try:
            async with asyncio.timeout(PATIENCE_S):
                while not editor.is_finished:
                    await asyncio.sleep(0)
        finally:
            may_end.set()


async def test_what_another_window_wrote_while_one_typed_stands_in_the_note_too(
    paths: Paths,
) -> None:
    async with running(paths) as driver:
        await driver.press("h")
        await driver.until(lambda: driver.screen.reader._placed)
        mark_id = driver.screen.reader._placed[0].annotation.id
        await driver.press("a")
        await driver.until(lambda: driver.app.screen.query(NoteArea))
        session = driver.screen.session
        await session.call(annotating.edit_note, mark_id, "cửa sổ hai", begun_with="")
        await driver.type("cua so mot")
        await driver.press("escape")
        await driver.until(lambda: not driver.app.screen.query(NoteArea))
        (placed,) = await session.call(annotating.list_annotations)
        assert {"cửa sổ hai", "cua so mot"} <= set(placed.annotation.note.splitlines())


@pytest.mark.parametrize(
    ("others", "settled"),
    [
        (("5 trường", "15 trường\n\nhỏi lại"), "15 trường\n\n5 trường\n\nhỏi lại"),
        (("15 trường",), "15 trường"),
    ],
)
async def test_what_other_devices_wrote_stands_there_once_and_is_settled_also_without_a_change(
    paths: Paths, others: tuple[str, ...], settled: str
) -> None:
    saved: list[str] = []

    async def save(note: str) -> None:
        saved.append(note)

    written = datetime(2024, 5, 1, tzinfo=UTC)
    notes = tuple(OtherNote(note, "3f2a9c", written) for note in others)
    async with running(paths) as driver:
        editor = NoteEditor("một câu", "15 trường", save, forget, notes)
        await driver.app.push_screen(editor)
        await driver.press("escape")
        await driver.until(lambda: editor.is_finished)
    assert saved == [settled]


async def test_what_is_unsaved_is_what_was_typed_until_the_dialog_has_gone(paths: Paths) -> None:
    async with running(paths) as driver:
        editor = NoteEditor("một câu", "cũ", forget, forget)
        await driver.app.push_screen(editor)
        assert editor.unsaved() == ""
        await driver.type(" moi")
        await driver.until(lambda: editor.unsaved() == "cũ moi")
        await driver.press("escape")
        await driver.until(lambda: not editor.is_attached)
        assert editor.unsaved() == ""
        assert await editor.can_leave()
