"""Files of drafts: whole at any moment, and in one hand at a time."""

from __future__ import annotations

import errno
import fcntl
import os
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.model.annotation import HighlightColor
from bulletin_tui.model.article import Span
from bulletin_tui.model.draft import Draft, DraftedPassage
from bulletin_tui.store import drafts
from bulletin_tui.store.drafts import DraftFile, drafts_left_behind

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO, NoReturn


def draft(note: str) -> Draft:
    return Draft(note, "", "abc")


def leave_behind(folder: Path, note: str) -> None:
    """As a process that is killed does: the lock goes with it, the file stays."""
    file = DraftFile.new(folder)
    file.keep(draft(note))
    file.close()


def left_behind(folder: Path) -> list[str]:
    """The words that nobody has in hand."""
    notes = []
    for file, found in drafts_left_behind(folder):
        notes.append(found.note)
        file.close()
    return notes


def passage(rest: bytes) -> bytes:
    """A draft for a passage of an article, as it stands in a file."""
    return b'{"note": "x", "begun_with": "", "article": "a", ' + rest + b"}"


@pytest.mark.parametrize(
    "at", ["abc", DraftedPassage("bài", Span(0, 1), "Đ", HighlightColor.GREEN)]
)
def test_a_draft_is_in_its_file_while_it_is_written_and_is_read_as_it_was(
    tmp_path: Path, at: str | DraftedPassage
) -> None:
    file = DraftFile.new(tmp_path)
    kept = Draft("đang\nviết", "đang", at)
    file.keep(kept)
    (tmp_path / "other.json").write_bytes(next(tmp_path.iterdir()).read_bytes())
    ((copy, found),) = drafts_left_behind(tmp_path)
    assert found == kept
    copy.close()
    file.close()


def test_a_file_system_without_locks_lets_everybody_have_a_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_file: int, _operation: int) -> NoReturn:
        raise OSError(errno.ENOLCK, "no locks here")

    leave_behind(tmp_path, "hai")
    monkeypatch.setattr(fcntl, "flock", refuse)
    assert left_behind(tmp_path) == ["hai"]


def refuse_for_want_of_room(_file: int) -> NoReturn:
    raise OSError(errno.ENOSPC, "no room")


def test_words_for_which_there_is_no_room_cost_nothing_of_those_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = DraftFile.new(tmp_path)
    file.keep(draft("ong"))
    monkeypatch.setattr(os, "fsync", refuse_for_want_of_room)
    with pytest.raises(OSError, match="no room"):
        file.keep(draft("ong mật " * 4000))
    monkeypatch.undo()
    assert len(list(tmp_path.iterdir())) == 1
    assert left_behind(tmp_path) == []
    file.close()
    assert left_behind(tmp_path) == ["ong"]


def test_who_looks_while_a_draft_is_written_takes_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = drafts._lock

    def look_first(file: BinaryIO) -> bool:
        monkeypatch.setattr(drafts, "_lock", lock)
        for found, _draft in drafts_left_behind(tmp_path):
            found.drop()
        return lock(file)

    file = DraftFile.new(tmp_path)
    for note in ("đang", "đang viết"):
        monkeypatch.setattr(drafts, "_lock", look_first)
        with pytest.raises(FileNotFoundError):
            file.keep(draft(note))
        file.keep(draft(note))
    file.close()
    assert left_behind(tmp_path) == ["đang viết"]


def test_a_draft_that_is_dropped_while_another_window_opens_it_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = DraftFile.new(tmp_path)
    file.keep(draft("hai"))
    lock = drafts._lock

    def drop_first(opened: BinaryIO) -> bool:
        file.drop()
        return lock(opened)

    monkeypatch.setattr(drafts, "_lock", drop_first)
    assert left_behind(tmp_path) == []


def test_what_a_killed_editor_had_not_finished_writing_is_taken_away(tmp_path: Path) -> None:
    unfinished = tmp_path / "0.new"
    unfinished.write_text('{"note": "bí m')
    assert left_behind(tmp_path) == []
    assert not unfinished.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\x00",
        b"[" * 100_000 + b"\n",
        b"9" * 100_000,
        b'{"note": "x", "begun_with": "", "mark": 7}\n',
        b'{"note": "x", "begun_with": "", "mark": "khong co"',
        b'{"note": "x", "begun_with": "", "mark": "\\ud800"}\n',
        (
            b'{"note": "x", "begun_with": "", "article": "\\ud800", "start": 0, "end": 1,'
            b' "quote": "b", "color": "yellow"}\n'
        ),
        passage(b'"start": -2, "end": -1, "quote": "b", "color": "yellow"'),
        passage(b'"start": 1, "end": 1, "quote": "b", "color": "yellow"'),
        passage(b'"start": 0, "end": 1, "quote": " ", "color": "yellow"'),
        passage(b'"start": 0, "end": 1, "quote": "b", "color": "no"'),
    ],
)
def test_what_is_no_draft_is_left_alone(tmp_path: Path, content: bytes) -> None:
    leave_behind(tmp_path, "hai")
    other = tmp_path / "0.json"
    other.write_bytes(content)
    assert left_behind(tmp_path) == ["hai"]
    assert other.read_bytes() == content


def test_nobody_else_may_read_it_and_no_link_is_followed(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "drafts", tmp_path / "elsewhere.json"
    leave_behind(folder, "hai")
    (file,) = folder.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    file.rename(elsewhere)
    (folder / "link.json").symlink_to(elsewhere)
    os.mkfifo(folder / "pipe.json")
    assert left_behind(folder) == []
