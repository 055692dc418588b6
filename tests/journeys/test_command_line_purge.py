"""`bulletin purge`: a mark removed for good, and a person asked first."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.cli import confirming

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.conftest import CommandLine

SECRET = "Mật khẩu két sắt là 4711"


@pytest.fixture
def mark_id(bulletin: CommandLine) -> str:
    """A highlight with a secret in its note."""
    made = bulletin("annotate", "cap-dien", "--quote", "Đường quê", "--note", SECRET)
    return made.rows[0][0]


def files_with_the_secret(bulletin: CommandLine) -> list[Path]:
    """Everything the program keeps that has the secret."""
    files = (path for path in bulletin.home.rglob("*") if path.is_file())
    return [path for path in files if SECRET.encode() in path.read_bytes()]


def test_a_purged_mark_is_in_no_file_any_more(bulletin: CommandLine, mark_id: str) -> None:
    assert len(files_with_the_secret(bulletin)) == 3
    answer = bulletin("purge", mark_id, "--yes")
    assert (answer.status, answer.err) == (0, "")
    assert "Exports that you made" in answer.out
    assert files_with_the_secret(bulletin) == []
    assert bulletin("annotations").status == 1
    assert bulletin("doctor").status == 0


def test_the_log_that_other_devices_see_is_written_anew(
    bulletin: CommandLine, mark_id: str, tmp_path: Path
) -> None:
    shared = tmp_path / "chung"
    bulletin("sync", str(shared))
    (log,) = shared.iterdir()
    copy = log.with_name(f"{log.stem}.sync-conflict-20260301.jsonl")
    copy.write_bytes(log.read_bytes())
    document = bulletin("purge", mark_id, "--yes", "--json").json
    assert SECRET.encode() not in log.read_bytes()
    assert document["out_of_reach"] == [str(copy)]


def test_a_removed_mark_can_be_purged_too(bulletin: CommandLine, mark_id: str) -> None:
    document = bulletin("purge", mark_id, "--yes", "--json").json
    assert document == {"purged": mark_id, "left_in": [], "out_of_reach": []}
    assert bulletin("purge", mark_id, "--yes").status == 0


def test_without_a_terminal_it_has_to_be_said(bulletin: CommandLine, mark_id: str) -> None:
    answer = bulletin("purge", mark_id)
    assert answer.status == 2
    assert "--yes" in answer.err
    assert len(files_with_the_secret(bulletin)) == 3


@pytest.mark.parametrize("options", [(), ("--yes",)])
def test_an_unknown_mark_is_said_to_be_unknown(
    bulletin: CommandLine, mark_id: str, options: tuple[str, ...]
) -> None:
    answer = bulletin("purge", mark_id[:-1], *options)
    assert answer.status == 1
    assert "no mark" in answer.err


@pytest.mark.parametrize(("typed", "left"), [("yes\n", 0), ("có\n", 3), ("", 3)])
def test_on_a_terminal_a_person_is_asked(
    bulletin: CommandLine, mark_id: str, monkeypatch: pytest.MonkeyPatch, typed: str, left: int
) -> None:
    monkeypatch.setattr(confirming, "can_ask", lambda _out: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    answer = bulletin("purge", mark_id)
    assert SECRET in answer.out
    assert answer.status == (1 if left else 0)
    assert len(files_with_the_secret(bulletin)) == left


def test_what_still_has_it_is_named(bulletin: CommandLine, mark_id: str) -> None:
    data = bulletin.home / "data" / "bulletin"
    (data / "damaged").mkdir()
    old = data / "damaged" / "state-cũ.db"
    old.write_bytes((data / "state.db").read_bytes())
    answer = bulletin("purge", mark_id, "--yes")
    assert str(old) in answer.out


def test_an_export_does_not_bring_it_back(
    bulletin: CommandLine, mark_id: str, tmp_path: Path
) -> None:
    exported = tmp_path / "marks.jsonld"
    exported.write_text(bulletin("export", "--format", "jsonld").out, encoding="utf-8")
    bulletin("purge", mark_id, "--yes")
    answer = bulletin("restore", str(exported))
    assert answer.out == "1 removed here for good and left out\n"
    assert files_with_the_secret(bulletin) == []


def test_a_shared_folder_that_is_away_is_named_for_it_still_has_it(
    bulletin: CommandLine, mark_id: str, tmp_path: Path
) -> None:
    shared = tmp_path / "chung"
    bulletin("sync", str(shared))
    shared.rename(tmp_path / "đã-tháo")
    document = bulletin("purge", mark_id, "--yes", "--json").json
    assert document["left_in"] == [str(shared)]
