"""`bulletin doctor`: what works here and what does not."""

from __future__ import annotations

import json
import os
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

    from journeys.conftest import CommandLine


def findings(bulletin: CommandLine) -> dict[str, list[str]]:
    """The sentences of the doctor, each with its health, by topic."""
    found: dict[str, list[str]] = {}
    for finding in bulletin("doctor", "--json").json["findings"]:
        words = f"{finding['health']}: {finding['sentence']}"
        found.setdefault(finding["topic"], []).append(words)
    return found


def test_a_sound_installation_has_no_problem(bulletin: CommandLine) -> None:
    answer = bulletin("doctor")
    assert answer.status == 0
    assert "✓ 3 articles" in answer.out
    assert "✓ 0 marks" in answer.out
    assert "✗" not in answer.out


def test_an_unreadable_article_is_a_problem(bulletin: CommandLine) -> None:
    (bulletin.articles / "hong.md").write_text("", encoding="utf-8")
    assert bulletin("doctor").status == 1
    assert len(findings(bulletin)["articles"]) == 2


def test_what_could_not_be_used_of_an_article_is_a_warning(bulletin: CommandLine) -> None:
    odd = bulletin.articles / "ngay.md"
    odd.write_text("---\nid: ngay\ndate: hôm qua\n---\n\nMột đoạn.\n", encoding="utf-8")
    _count, warning = findings(bulletin)["articles"]
    assert warning.startswith(f"warning: {odd}: ")
    assert "hôm qua" in warning
    assert bulletin("doctor").status == 0


def test_the_version_of_sqlite_is_named(bulletin: CommandLine) -> None:
    assert findings(bulletin)["sqlite"] == [f"ok: SQLite {sqlite3.sqlite_version}"]


def test_a_mark_without_a_place_is_counted(bulletin: CommandLine) -> None:
    bulletin("annotate", "cap-dien", "--quote", "Đường quê")
    (bulletin.articles / "khong-ro.md").unlink()
    assert findings(bulletin)["marks"] == [
        "ok: 1 mark",
        "warning: 1 mark has no place in today's texts.",
    ]


def test_a_database_that_was_set_aside_is_remembered(bulletin: CommandLine) -> None:
    data = bulletin.home / "data" / "bulletin"
    data.mkdir(parents=True)
    (data / "state.db").write_bytes(b"not a database at all" * 100)
    set_aside, begun_anew = findings(bulletin)["state"]
    assert set_aside.startswith("warning: ")
    assert str(data / "damaged") in set_aside
    assert begun_anew.startswith("ok: ")
    assert findings(bulletin)["damaged"][0].startswith("warning: ")


def test_the_copies_of_the_marks_are_told(bulletin: CommandLine) -> None:
    assert findings(bulletin)["backups"] == ["ok: There is no backup yet; marks bring the first."]
    bulletin("annotate", "cap-dien", "--quote", "Đường quê")
    (backups,) = findings(bulletin)["backups"]
    assert backups.startswith("ok: 1 backup, made on ")
    assert findings(bulletin)["journal"] == ["ok: The journal has all that was marked here."]


def test_files_where_folders_are_expected_are_no_trouble(bulletin: CommandLine) -> None:
    bulletin("annotate", "cap-dien", "--quote", "Đường quê")
    for name in ("damaged", "imported"):
        (bulletin.home / "data" / "bulletin" / name).write_text("", encoding="utf-8")
    assert bulletin("doctor").status == 0


def test_a_damaged_line_of_the_journal_is_told_and_mended(bulletin: CommandLine) -> None:
    bulletin("annotate", "cap-dien", "--quote", "Đường quê")
    bulletin("annotate", "doc-sach", "--quote", "Bạn đọc nhỏ tuổi")
    (journal,) = (bulletin.home / "data" / "bulletin" / "journal").iterdir()
    before = journal.read_bytes()
    journal.write_bytes(before.replace("Đường quê".encode(), b"?", 1))
    assert findings(bulletin)["journal"] == [
        "warning: 1 line of the journal was damaged; it has been written anew."
    ]
    assert sorted(journal.read_bytes().splitlines()) == sorted(before.splitlines())
    assert findings(bulletin)["journal"] == ["ok: The journal has all that was marked here."]


def test_a_backup_that_cannot_be_made_is_a_problem(bulletin: CommandLine) -> None:
    data = bulletin.home / "data" / "bulletin"
    data.mkdir(parents=True)
    (data / "backups").write_text("một tệp ở chỗ của thư mục", encoding="utf-8")
    made = bulletin("annotate", "cap-dien", "--quote", "Đường quê")
    assert made.status == 0
    assert "no backup could be made" in made.err
    assert findings(bulletin)["state"][-1].startswith("problem: Your marks are saved, but no")


def test_a_disk_that_is_full_is_a_problem(
    bulletin: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = os.statvfs_result((4096, 4096, 1000, 0, 0, 0, 0, 0, 0, 255))
    monkeypatch.setattr(os, "statvfs", lambda _path: full)
    found = findings(bulletin)["state"]
    assert any("hardly any room left for marks" in sentence for sentence in found)
    assert not any("Marks are saved" in sentence for sentence in found)


def test_a_journal_that_cannot_be_written_is_a_problem(bulletin: CommandLine) -> None:
    data = bulletin.home / "data" / "bulletin"
    data.mkdir(parents=True)
    (data / "journal").write_text("một tệp ở chỗ của thư mục", encoding="utf-8")
    made = bulletin("annotate", "cap-dien", "--quote", "Đường quê")
    assert made.status == 0
    assert "their journal cannot be written" in made.err
    assert findings(bulletin)["state"][-1].startswith("problem: Your marks are saved, but their")


def test_what_was_mended_is_told(bulletin: CommandLine) -> None:
    bulletin("annotate", "cap-dien", "--quote", "Đường quê")
    (bulletin.home / "data" / "bulletin" / "state.db").write_bytes(b"")
    mended, _kept = findings(bulletin)["state"]
    assert mended.startswith("warning: Your notes were mended (the file was empty): 1 mark")
    assert findings(bulletin)["marks"] == ["ok: 1 mark"]


def test_a_data_folder_that_cannot_be_used_is_a_problem(bulletin: CommandLine) -> None:
    bulletin.home.write_text("", encoding="utf-8")
    assert bulletin("doctor").status == 1
    assert findings(bulletin)["state"][0].startswith("problem: Nothing will be saved: ")


def test_what_the_settings_cannot_mean_is_named(bulletin: CommandLine) -> None:
    config = bulletin.home / "config" / "bulletin"
    config.mkdir(parents=True)
    (config / "config.toml").write_text("measure = 7\n", encoding="utf-8")
    assert findings(bulletin)["settings"] == [
        "warning: config.toml: “measure” is left out: it must be a whole number from 40 to 120."
    ]


def test_a_note_that_nobody_has_saved_is_told_of(bulletin: CommandLine) -> None:
    drafts = bulletin.home / "data" / "bulletin" / "drafts"
    drafts.mkdir(parents=True)
    draft = {"note": "hỏi lại", "begun_with": "", "mark": "chua-ve"}
    (drafts / "1.json").write_text(json.dumps(draft), encoding="utf-8")
    marks, waiting = findings(bulletin)["marks"]
    assert marks == "ok: 0 marks"
    assert waiting.startswith(f"warning: 1 note that was being written waits in {drafts}: ")
