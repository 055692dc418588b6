"""Marks go to other devices and come from there, and each device writes a log of its own."""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import BulletinError, UsageError
from bulletin_tui.library import answering
from bulletin_tui.services import annotating, syncing
from bulletin_tui.services.marks.keeping import MarkKeeper
from bulletin_tui.store import clocks, devices
from unit.store.samples import ARTICLE, OTHER, ROAD, highlight, make_workspace, marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bulletin_tui.services.workspace import Workspace


def exchange(folder: Path, *workspaces: Workspace) -> None:
    """Each in its turn, and once more the first ones, which were too early."""
    for each in (*workspaces, *workspaces[:-1]):
        syncing.use_folder(each, folder)
        syncing.sync(each)


def test_a_folder_whose_name_cannot_be_kept_is_refused(
    workspace: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="not in UTF-8"):
        syncing.use_folder(workspace, tmp_path / os.fsdecode(b"chung\xff"))
    assert syncing.plan(workspace) is None


@pytest.fixture
def hanging(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """The folder that was chosen, which does not answer any more."""
    is_back, list_folder = threading.Event(), os.listdir
    folder = syncing.use_folder(workspace, tmp_path / "may-chu")

    def listdir(path: str | Path) -> list[str]:
        if Path(path) == folder:
            is_back.wait()
        return list_folder(path)

    monkeypatch.setattr(os, "listdir", listdir)
    monkeypatch.setattr(answering, "PATIENCE_S", 0.01)
    yield folder
    is_back.set()


def test_of_a_folder_that_does_not_answer_it_is_said(workspace: Workspace, hanging: Path) -> None:
    with pytest.raises(BulletinError, match="may-chu does not answer"):
        syncing.sync(workspace)
    status = syncing.sync_status(workspace)
    assert status is not None
    assert (status.folder, status.logs) == (hanging, ())
    assert "may-chu does not answer" in status.fault


def test_a_device_that_another_one_is_a_copy_of_writes_under_another_name_from_then_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(devices, "is_elsewhere", lambda *_: False)
    shared = tmp_path / "chung"
    with make_workspace(tmp_path / "may-ban", ARTICLE, OTHER) as desk:
        highlight(desk)
        shutil.copytree(desk.paths.data, tmp_path / "may-xach" / "data")
        highlight(desk, ROAD)
        exchange(shared, desk)
        (log,) = shared.iterdir()
        written = log.read_bytes()
        with make_workspace(tmp_path / "may-xach", ARTICLE, OTHER) as copy:
            highlight(copy, note="Ở máy xách tay")
            exchange(shared, copy)
            assert len(marks(copy)) == 2
    assert log.read_bytes() == written
    assert len(list(shared.iterdir())) == 2


def test_the_list_knows_which_of_several_notes_is_from_this_device(
    workspace: Workspace, elsewhere: Workspace, tmp_path: Path
) -> None:
    made = highlight(workspace, note="Hỏi lại")
    exchange(tmp_path / "chung", workspace, elsewhere)
    notes = {}
    for each, note in ((workspace, "Đã hỏi"), (elsewhere, "Đã trả lời")):
        annotating.edit_note(each, made.id, note)
        notes[each.store.exchange.device()] = note
    exchange(tmp_path / "chung", workspace, elsewhere)
    known = set()
    for each in (workspace, elsewhere):
        keeper = MarkKeeper(each)
        while keeper.step():
            pass
        found = keeper.renew()
        (other,) = found.marks[0].annotation.other_notes
        assert other.note == notes[other.device]
        known.add(found.device)
    assert known == notes.keys()


def test_a_note_that_is_written_anew_takes_the_place_of_both_that_were_there(
    workspace: Workspace, elsewhere: Workspace, tmp_path: Path
) -> None:
    shared = tmp_path / "chung"
    made = highlight(workspace, note="Hỏi lại")
    exchange(shared, workspace, elsewhere)
    annotating.edit_note(workspace, made.id, "Đã hỏi")
    annotating.edit_note(elsewhere, made.id, "Đã trả lời")
    exchange(shared, workspace, elsewhere)
    (both,) = marks(workspace)
    assert {both.note, *(other.note for other in both.other_notes)} == {"Đã hỏi", "Đã trả lời"}
    annotating.edit_note(workspace, made.id, "Đã hỏi, đã trả lời")
    exchange(shared, workspace, elsewhere)
    for each in (workspace, elsewhere):
        assert [(one.note, one.other_notes) for one in marks(each)] == [("Đã hỏi, đã trả lời", ())]


def test_what_another_device_wrote_waits_though_a_note_is_saved_that_was_begun_without_it(
    workspace: Workspace, elsewhere: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clocks, "_STRIDE", 1)  # so that who wrote twice wrote last
    shared = tmp_path / "chung"
    made = highlight(workspace, note="Hỏi lại")
    exchange(shared, workspace, elsewhere)
    annotating.edit_note(elsewhere, made.id, "Đã trả lời")
    for note in ("Đang hỏi", "Đã hỏi"):
        annotating.edit_note(workspace, made.id, note)
    exchange(shared, workspace, elsewhere)
    annotating.edit_note(workspace, made.id, "Đã hỏi hai lần", begun_with="Đã hỏi")
    exchange(shared, workspace, elsewhere)
    for each in (workspace, elsewhere):
        (both,) = marks(each)
        assert both.note == "Đã hỏi hai lần"
        assert [other.note for other in both.other_notes] == ["Đã trả lời"]
    annotating.edit_note(
        workspace, made.id, "Xong", begun_with="Đã hỏi hai lần", seen=both.other_notes
    )
    exchange(shared, workspace, elsewhere)
    for each in (workspace, elsewhere):
        assert [(one.note, one.other_notes) for one in marks(each)] == [("Xong", ())]
