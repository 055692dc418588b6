"""`bulletin restore`: what was exported comes back, also when everything here is gone."""

from __future__ import annotations

import io
import json
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.conftest import CommandLine


@pytest.fixture
def exported(bulletin: CommandLine, tmp_path: Path) -> Path:
    """A file of two marks, which are still here."""
    bulletin("annotate", "cap-dien", "--quote", "Đường quê", "--note", "đẹp", "--tag", "điện")
    bulletin("annotate", "doc-sach-2021", "--quote", "chủ nhật", "--color", "green")
    file = tmp_path / "marks.jsonld"
    assert bulletin("export", "--format", "jsonld", "-o", str(file)).status == 0
    return file


def wipe(bulletin: CommandLine) -> None:
    """Lose everything that was ever marked."""
    shutil.rmtree(bulletin.home / "data")


def test_what_was_wiped_comes_back(bulletin: CommandLine, exported: Path) -> None:
    before = bulletin("annotations", "--json").json
    wipe(bulletin)
    restored = bulletin("restore", str(exported))
    assert (restored.status, restored.err) == (0, "")
    assert restored.out == "2 added\n2 placed\n"
    assert bulletin("annotations", "--json").json == before
    again = bulletin("export", "--format", "jsonld")
    assert again.out == exported.read_text(encoding="utf-8")
    assert bulletin("restore", str(exported)).out == "2 already there\n"


def test_json_tells_what_became_of_every_mark(bulletin: CommandLine, exported: Path) -> None:
    wipe(bulletin)
    (bulletin.articles / "khong-ro.md").unlink()
    answer = bulletin("restore", str(exported), "--json").json
    assert (answer["format"], answer["dry_run"]) == ("jsonld", False)
    assert (answer["added"], answer["already_there"], answer["refused"]) == (2, 0, 0)
    assert answer["states"] == {"kept": 1, "moved": 0, "changed": 0, "orphan": 1}
    assert [(mark["article_id"], mark["outcome"], mark["state"]) for mark in answer["marks"]] == [
        ("cap-dien", "added", "orphan"),
        ("doc-sach-2021", "added", "kept"),
    ]


def test_a_trial_writes_nothing(bulletin: CommandLine, exported: Path) -> None:
    wipe(bulletin)
    tried = bulletin("restore", str(exported), "--dry-run")
    assert (tried.status, tried.out) == (0, "2 added\n2 placed\n")
    assert tried.err == "Nothing was written. Without --dry-run:\n"
    assert bulletin("annotations").status == 1


def test_a_file_can_come_through_a_pipe(
    bulletin: CommandLine, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wipe(bulletin)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(exported.read_bytes())))
    assert bulletin("restore", "-").out == "2 added\n2 placed\n"


def test_what_is_refused_is_named_and_the_rest_comes_back(
    bulletin: CommandLine, exported: Path
) -> None:
    document = json.loads(exported.read_text(encoding="utf-8"))
    document["first"]["items"].insert(0, {"target": "\x1b[2J"})
    exported.write_text(json.dumps(document), encoding="utf-8")
    wipe(bulletin)
    restored = bulletin("restore", str(exported))
    assert restored.status == 1
    assert restored.out == "2 added · 1 refused\n2 placed\n"
    assert restored.err == "mark 1: it is not a record\n"


def test_of_many_that_are_refused_the_first_are_named(
    bulletin: CommandLine, exported: Path
) -> None:
    document = json.loads(exported.read_text(encoding="utf-8"))
    document["first"]["items"] = [{"target": "không rõ"}] * 52
    exported.write_text(json.dumps(document), encoding="utf-8")
    lines = bulletin("restore", str(exported)).err.splitlines()
    assert (len(lines), lines[-1]) == (51, "… and 2 more")


@pytest.mark.parametrize(
    ("content", "status", "message"),
    [
        ("Hôm nay trời mưa.", 2, "The file is in no format that marks can be restored from.\n"),
        ('{"format": "bulletin-annotations", "version": 9}', 2, "The file is of a version that"),
        ('{"format": "bulletin-annotations", "version": 1}', 1, "There are no marks in the file."),
    ],
)
def test_a_file_that_is_no_export_is_said_to_be_none(
    bulletin: CommandLine, tmp_path: Path, content: str, status: int, message: str
) -> None:
    file = tmp_path / "khác.txt"
    file.write_text(content, encoding="utf-8")
    answer = bulletin("restore", str(file))
    assert (answer.status, answer.out) == (status, "")
    assert answer.err.startswith(message)


def test_a_file_that_cannot_be_read_is_said_to_be_so(bulletin: CommandLine, tmp_path: Path) -> None:
    gone = bulletin("restore", str(tmp_path / "không có"))
    assert gone.status == 1
    assert gone.err.endswith("không có could not be read: No such file or directory.\n")
    assert bulletin("restore", str(tmp_path)).status == 1
