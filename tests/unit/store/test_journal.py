"""The journal has everything that was saved, and from it alone everything can be had again."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.store.events import DeviceEvent, MarkEvent, TextEvent
from bulletin_tui.store.journal import read_log
from bulletin_tui.store.log_lines import MOST_LINE_BYTES, LineReader
from bulletin_tui.store.store import open_store
from bulletin_tui.store.tending import mend_journals
from unit.store.samples import ARTICLE, OTHER, make_annotation

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.paths import Paths
    from bulletin_tui.store.events import Event
    from bulletin_tui.store.store import Store

MARK = make_annotation(ARTICLE, note="Hỏi lại trưởng bản")


def add(store: Store, annotation: Annotation = MARK) -> None:
    """Save a mark."""
    with store.act() as act:
        act.add(ARTICLE if annotation.article_id == ARTICLE.id else OTHER, annotation)


def write_note(store: Store, note: str) -> None:
    """Save another note on the mark."""
    with store.act() as act:
        act.revise(replace(MARK, note=note))


def journal_file(paths: Paths) -> Path:
    """The one log."""
    (file,) = paths.journal.iterdir()
    return file


def events(paths: Paths) -> list[Event]:
    """What is in the log, all of it sound."""
    reader = LineReader()
    found = list(read_log(journal_file(paths), reader))
    assert reader.bad == 0
    return found


def notes(paths: Paths) -> list[str]:
    """The notes of the marks in the log, in order."""
    return [each.revision.annotation.note for each in events(paths) if isinstance(each, MarkEvent)]


def test_every_act_is_in_the_journal_once_it_is_saved(store: Store, paths: Paths) -> None:
    add(store)
    write_note(store, "Đã hỏi")
    store.undo()
    assert notes(paths) == ["Hỏi lại trưởng bản", "Đã hỏi", "Hỏi lại trưởng bản"]


def test_a_text_is_in_the_journal_once_and_ahead_of_its_marks(store: Store, paths: Paths) -> None:
    add(store)
    add(store, replace(MARK, id="second"))
    found = [event for event in events(paths) if not isinstance(event, MarkEvent)]
    assert [event.text for event in found if isinstance(event, TextEvent)] == [ARTICLE.text]
    assert isinstance(events(paths)[-1], MarkEvent)


def test_a_clock_that_was_centuries_ahead_keeps_nothing_out_of_the_journal(paths: Paths) -> None:
    for number, year in enumerate((2026, 2200, 2026, 1971)):
        now = datetime(year, 11, 29, tzinfo=UTC)
        with closing(open_store(paths, now=iter([now]).__next__)) as store:
            add(store, replace(MARK, id=f"m{number}", note=str(number)))
    assert notes(paths) == ["0", "1", "2", "3"]


def test_a_last_line_that_was_cut_short_is_written_anew(store: Store, paths: Paths) -> None:
    add(store)
    write_note(store, "Đã hỏi")
    file = journal_file(paths)
    os.truncate(file, file.stat().st_size - 30)
    write_note(store, "Đã trả lời")
    assert notes(paths) == ["Hỏi lại trưởng bản", "Đã hỏi", "Đã trả lời"]


def test_a_journal_that_is_gone_is_written_anew(store: Store, paths: Paths) -> None:
    add(store)
    journal_file(paths).unlink()
    write_note(store, "Đã hỏi")
    assert notes(paths) == ["Hỏi lại trưởng bản", "Đã hỏi"]


def test_the_device_introduces_itself_once(store: Store, paths: Paths) -> None:
    add(store)
    write_note(store, "Đã hỏi")
    assert sum(isinstance(event, DeviceEvent) for event in events(paths)) == 1


@pytest.mark.parametrize("length", [100_000, 400_000])
def test_an_event_of_several_lines_is_written_once(store: Store, paths: Paths, length: int) -> None:
    letters = Random(1).choices("aăâbcdđeêghiklmnoôơpqrstuưvxy", k=length)
    add(store)
    write_note(store, "".join(letters))
    written = journal_file(paths).read_bytes()
    assert len(written) > MOST_LINE_BYTES
    store.follow_with_journal()
    assert journal_file(paths).read_bytes() == written
    write_note(store, "Đã hỏi")
    assert notes(paths)[-2:] == ["".join(letters), "Đã hỏi"]


def test_two_windows_write_one_journal(store: Store, paths: Paths) -> None:
    with closing(open_store(paths)) as other:
        add(store)
        add(other, make_annotation(OTHER, "cá xếp", mark_id="second", note="hai"))
        write_note(store, "Đã hỏi")
    assert notes(paths) == ["Hỏi lại trưởng bản", "hai", "Đã hỏi"]


def test_a_line_that_is_missing_is_written_again_and_what_was_there_is_kept(
    store: Store, paths: Paths
) -> None:
    add(store)
    write_note(store, "Đã hỏi")
    write_note(store, "Đã trả lời")
    lines = journal_file(paths).read_bytes().splitlines(keepends=True)
    found = b"".join(line for line in lines if "Đã hỏi".encode() not in line)
    journal_file(paths).write_bytes(found)
    assert mend_journals(paths) == 0
    assert sorted(notes(paths)) == sorted(["Hỏi lại trưởng bản", "Đã hỏi", "Đã trả lời"])
    assert [file.read_bytes() for file in paths.damaged.iterdir()] == [found]


def test_a_journal_that_cannot_be_written_stops_no_saving(store: Store, paths: Paths) -> None:
    paths.journal.write_text("ở đây không phải thư mục", encoding="utf-8")
    add(store)
    assert store.journal_fault
    assert len(store.annotations()) == 1
    paths.journal.unlink()
    write_note(store, "Đã hỏi")
    assert store.journal_fault == ""
    assert notes(paths) == ["Hỏi lại trưởng bản", "Đã hỏi"]


def test_a_disk_that_fills_up_leaves_the_journal_as_it_was(
    store: Store, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store)
    before = journal_file(paths).read_bytes()
    real_write = os.write

    def full(file: int, data: bytes) -> int:
        if len(data) > 10:
            return real_write(file, data[:10])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        write_note(store, "Đã hỏi")
    assert "No space" in store.journal_fault
    assert journal_file(paths).read_bytes() == before
    write_note(store, "Đã trả lời")
    assert notes(paths)[1:] == ["Đã hỏi", "Đã trả lời"]
