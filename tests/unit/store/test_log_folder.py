"""What a shared folder has that was not read yet; and our own log in it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from bulletin_tui.store.documents import known_as
from bulletin_tui.store.events import MarkEvent
from bulletin_tui.store.log_folder import LogRead, News, publish, read_news, signature
from bulletin_tui.store.log_lines import lines_of
from bulletin_tui.store.revisions import Revision
from unit.store.samples import ARTICLE, make_annotation

OWN, OTHER = "0" * 16, "1" * 16
MARK = replace(make_annotation(ARTICLE), revision=0)


def line(number: int, device: str = OTHER) -> bytes:
    """A line of a log with a mark whose note is the number."""
    annotation = replace(MARK, id=f"mark-{number}", note=str(number))
    (found,) = lines_of(MarkEvent(Revision(annotation, device, number, ()), known_as(ARTICLE)))
    return found


class Folder:
    """A shared folder and a device that reads it."""

    def __init__(self, root: Path) -> None:
        self.path, self.journal = root / "shared", root / "journal"
        self.path.mkdir()
        self.journal.mkdir()
        self.log = self.path / f"{OTHER}.jsonl"
        self.known: dict[str, LogRead] = {}

    def read(self) -> list[str]:
        """The notes that are new."""
        news = list(read_news(self.path, self.known, self.journal, OWN))
        self.known.update({each.read.name: each.read for each in news if each.read})
        return [note for each in news for note in notes(each)]

    def publish(self) -> int:
        """Put our own log there."""
        return publish(self.path, self.journal, OWN)


def notes(news: News) -> list[str]:
    """The notes of the marks in a piece of news."""
    return [event.revision.annotation.note for event in news.events if isinstance(event, MarkEvent)]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An empty shared folder."""
    return Folder(tmp_path)


def test_only_what_is_new_is_read(folder: Folder) -> None:
    folder.log.write_bytes(line(1) + line(2))
    assert folder.read() == ["1", "2"]
    assert folder.read() == []
    folder.log.write_bytes(line(1) + line(2) + line(3))
    assert folder.read() == ["3"]


def test_a_line_that_has_not_wholly_arrived_is_read_later(folder: Folder) -> None:
    folder.log.write_bytes(line(1) + line(2)[:-9])
    assert folder.read() == ["1"]
    folder.log.write_bytes(line(1) + line(2))
    assert folder.read() == ["2"]


def test_an_event_of_several_lines_is_read_once_all_of_them_are_there(folder: Folder) -> None:
    note = "".join(Random(1).choices("aăâbcdđeêghiklmnoôơpqrstuưvxy", k=200_000))
    annotation = replace(MARK, note=note)
    lines = [*lines_of(MarkEvent(Revision(annotation, OTHER, 1, ()), known_as(ARTICLE)))]
    assert len(lines) > 1
    folder.log.write_bytes(lines[0])
    assert folder.read() == []
    folder.log.write_bytes(b"".join(lines))
    assert folder.read() == [note]


def test_a_bad_line_is_read_again_once_the_file_changes(folder: Folder) -> None:
    bad = line(2).replace(b"mark-2", b"mark-9")
    folder.log.write_bytes(line(1) + bad + line(3))
    assert folder.read() == ["1", "3"]
    assert folder.known[folder.log.name].bad == 1
    folder.log.write_bytes(line(1) + line(2) + line(3) + line(4))
    assert folder.read() == ["2", "3", "4"]
    assert folder.known[folder.log.name].bad == 0


def test_what_stands_behind_a_line_that_is_too_long_is_read(folder: Folder) -> None:
    folder.log.write_bytes(line(1) + b"x" * 200_000 + b"\n" + line(2))
    assert folder.read() == ["1", "2"]
    assert folder.known[folder.log.name].bad > 0


def test_a_log_that_was_written_anew_is_read_from_its_beginning(folder: Folder) -> None:
    folder.log.write_bytes(line(1) + line(2) + line(3))
    folder.read()
    folder.log.write_bytes(line(1) + line(3) + line(4) + line(5))
    assert folder.read() == ["1", "3", "4", "5"]


def test_conflict_copies_are_read_too(folder: Folder) -> None:
    folder.log.write_bytes(line(1))
    (folder.path / f"{OTHER}.sync-conflict-20260301-093000.jsonl").write_bytes(line(2))
    assert sorted(folder.read()) == ["1", "2"]


def test_other_files_and_what_is_no_file_are_passed_over(folder: Folder) -> None:
    (folder.path / "ghi-chu.txt").write_text("không phải của chúng ta", encoding="utf-8")
    (folder.path / "thu-muc.jsonl").mkdir()
    os.mkfifo(folder.path / "ong.jsonl")
    (folder.path / "treo.jsonl").symlink_to("khong-co")
    (folder.path / "vong.jsonl").symlink_to("vong.jsonl")
    (folder.path / "rac.jsonl").write_bytes(bytes(range(256)) * 400)
    folder.log.write_bytes(line(1))
    assert folder.read() == ["1"]
    looked_at = {Path(path).name for path, _size, _time in signature(folder.path, folder.journal)}
    assert looked_at == {folder.log.name, "rac.jsonl"}


def test_a_name_that_is_not_in_utf_8_is_known_again(folder: Folder) -> None:
    (folder.path / os.fsdecode(b"b\xffn.jsonl")).write_bytes(line(1))
    assert folder.read() == ["1"]
    assert [name.encode() for name in folder.known] == [b"b\\xffn.jsonl"]
    assert folder.read() == []


def test_our_log_goes_nowhere_but_into_the_folder(folder: Folder, tmp_path: Path) -> None:
    precious = tmp_path / "quy.txt"
    precious.write_text("giữ nguyên", encoding="utf-8")
    own = folder.journal / f"{OWN}.jsonl"
    own.write_bytes(line(1, OWN))
    (folder.path / own.name).symlink_to(precious)
    (folder.path / f".{own.name}.{os.getpid()}").symlink_to(precious)
    folder.publish()
    assert precious.read_text(encoding="utf-8") == "giữ nguyên"
    assert (folder.path / own.name).read_bytes() == own.read_bytes()


def test_a_folder_that_is_not_there_is_an_error(folder: Folder) -> None:
    folder.path.rmdir()
    with pytest.raises(FileNotFoundError):
        folder.read()
    with pytest.raises(FileNotFoundError):
        signature(folder.path, folder.journal)


def test_our_log_is_put_there_and_kept_up(folder: Folder) -> None:
    own = folder.journal / f"{OWN}.jsonl"
    own.write_bytes(line(1, OWN))
    assert (folder.publish(), folder.publish()) == (1, 0)
    own.write_bytes(line(1, OWN) + line(2, OWN))
    assert folder.publish() == 1
    assert (folder.path / own.name).read_bytes() == own.read_bytes()
    assert folder.read() == []


def test_our_log_is_put_back_when_it_is_gone_or_damaged(folder: Folder) -> None:
    own = folder.journal / f"{OWN}.jsonl"
    own.write_bytes(line(1, OWN) + line(2, OWN))
    folder.publish()
    (folder.path / own.name).unlink()
    assert folder.publish() == 1
    (folder.path / own.name).write_bytes(b"x" + own.read_bytes()[1:])
    assert folder.publish() == 1
    assert (folder.path / own.name).read_bytes() == own.read_bytes()


def test_what_another_device_wrote_under_our_name_is_read(folder: Folder) -> None:
    own = folder.journal / f"{OWN}.jsonl"
    own.write_bytes(line(1, OWN) + line(2, OWN))
    (folder.path / own.name).write_bytes(line(1, OWN) + line(7, OWN))
    assert folder.read() == ["1", "7"]


def test_logs_of_names_that_we_had_before_go_there_under_todays(folder: Folder) -> None:
    (folder.journal / f"{OTHER}.jsonl").write_bytes(line(1))
    folder.publish()
    assert [file.name for file in folder.path.iterdir()] == [f"{OWN}-{OTHER}.jsonl"]
