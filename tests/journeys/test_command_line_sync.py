"""Two people's devices, or one person's two, exchange marks through a folder."""

from __future__ import annotations

import json
import shutil
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journeys.conftest import Answer, CommandLine

QUOTE = "Huyện đầu tư ba trạm bơm mới."


@pytest.fixture
def on(
    bulletin: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Answer]:
    """Runs a command on the device of this name."""

    def run(device: str, *argv: str) -> Answer:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / device))
        return bulletin(*argv)

    return run


def notes(answer: Answer) -> list[str]:
    """The notes of the marks that were listed."""
    return [mark["note"] for mark in answer.json["annotations"]]


def test_marks_travel_both_ways(on: Callable[..., Answer], tmp_path: Path) -> None:
    shared = str(tmp_path / "chung")
    on("may-ban", "annotate", "cap-nuoc", "--quote", QUOTE, "--note", "kinh phí?")
    assert on("may-ban", "sync", shared).status == 0
    assert on("may-xach", "sync", shared).out == "1 change taken in\n"
    assert notes(on("may-xach", "annotations", "--json")) == ["kinh phí?"]
    on("may-xach", "annotate", "doc-sach", "--quote", "chủ nhật", "--note", "mở cửa")
    on("may-xach", "sync")
    on("may-ban", "sync")
    assert notes(on("may-ban", "annotations", "--json")) == ["mở cửa", "kinh phí?"]
    assert on("may-ban", "sync").out == "Nothing new here or there.\n"


def test_a_folder_that_had_to_be_made_is_named(on: Callable[..., Answer], tmp_path: Path) -> None:
    shared = tmp_path / "chugn"
    said = f"The folder {shared} was not there and has been made.\n"
    answer = on("may-ban", "sync", str(shared), "--json")
    assert (answer.err, answer.json["received"]) == (said, 0)
    assert on("may-xach", "sync", str(shared)).err == ""


def test_a_log_that_cannot_be_understood_is_told_and_the_rest_exchanged(
    on: Callable[..., Answer], tmp_path: Path
) -> None:
    shared = tmp_path / "chung"
    on("may-ban", "annotate", "cap-nuoc", "--quote", QUOTE)
    on("may-ban", "sync", str(shared))
    (shared / "0123456789abcdef.jsonl").write_text("rác\n{}\n", encoding="utf-8")
    answer = on("may-xach", "sync", str(shared))
    assert (answer.status, answer.out) == (1, "1 change taken in\n")
    assert answer.err == (
        "2 lines of other devices' logs are damaged; they are read again once mended."
        " `bulletin sync --status` says in which of them.\n"
    )
    assert "  unknown device · 0 changes · 2 bad lines" in on("may-xach", "sync", "--status").out


def test_files_of_other_programs_in_the_folder_are_no_logs(
    on: Callable[..., Answer], tmp_path: Path
) -> None:
    shared = tmp_path / "chung"
    (shared / "thư mục.jsonl").mkdir(parents=True)
    (shared / "data.jsonl").write_text('{"x": 1}\n', encoding="utf-8")
    answer = on("may-ban", "sync", str(shared))
    assert (answer.status, answer.err) == (0, "")
    assert on("may-ban", "sync", "--status", "--json").json["logs"] == []


def test_the_status_says_what_came_from_where(on: Callable[..., Answer], tmp_path: Path) -> None:
    shared = str(tmp_path / "chung")
    on("may-ban", "annotate", "cap-nuoc", "--quote", QUOTE)
    on("may-ban", "sync", shared)
    on("may-xach", "sync", shared)
    on("may-xach", "annotate", "doc-sach", "--quote", "chủ nhật")
    on("may-xach", "sync")
    on("may-ban", "sync")
    status = on("may-ban", "sync", "--status", "--json").json
    assert status["fault"] is None
    assert sorted((log["own"], log["changes"], log["unread_bytes"]) for log in status["logs"]) == [
        (False, 1, 0),
        (True, 1, 0),
    ]
    assert "this device · 1 change · " in on("may-ban", "sync", "--status").out


def test_a_wiped_folder_takes_nothing_away_and_is_filled_again(
    on: Callable[..., Answer], tmp_path: Path
) -> None:
    shared = tmp_path / "chung"
    on("may-ban", "annotate", "cap-nuoc", "--quote", QUOTE)
    on("may-ban", "sync", str(shared))
    for file in shared.iterdir():
        file.unlink()
    on("may-ban", "sync")
    assert len(list(shared.iterdir())) == 1
    assert len(on("may-ban", "annotations", "--json").json["annotations"]) == 1


def test_a_folder_that_is_gone_is_said_and_marks_are_saved_all_the_same(
    on: Callable[..., Answer], tmp_path: Path
) -> None:
    shared = tmp_path / "chung"
    on("may-ban", "sync", str(shared))
    shutil.rmtree(shared)
    answer = on("may-ban", "sync")
    assert answer.status == 1
    assert str(shared) in answer.err
    assert on("may-ban", "annotate", "cap-nuoc", "--quote", QUOTE).status == 0
    assert on("may-ban", "sync", "--status").status == 1


def test_both_notes_of_a_conflict_are_there(on: Callable[..., Answer], tmp_path: Path) -> None:
    shared = str(tmp_path / "chung")
    for device in ("may-ban", "may-xach"):
        on(device, "annotate", "cap-nuoc", "--quote", QUOTE, "--note", device)
    for device in ("may-ban", "may-xach", "may-ban"):
        on(device, "sync", shared)
    assert sorted(notes(on("may-ban", "annotations", "--json"))) == ["may-ban", "may-xach"]


def test_two_notes_on_one_mark_are_both_listed(
    on: Callable[..., Answer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared, file = str(tmp_path / "chung"), tmp_path / "all.json"
    on("may-ban", "annotate", "cap-nuoc", "--quote", QUOTE, "--note", "kinh phí?")
    for device in ("may-ban", "may-xach"):
        on(device, "sync", shared)
    exported = on("may-ban", "export", "--format", "json").out
    for device in ("may-ban", "may-xach"):
        marks = json.loads(exported)
        for mark in marks["articles"][0]["annotations"]:
            mark |= {"note": f"hỏi {device}", "updated_at": datetime.now(UTC).isoformat()}
        file.write_text(json.dumps(marks), encoding="utf-8")
        assert on(device, "restore", str(file)).status == 0
    for device in ("may-ban", "may-xach"):
        on(device, "sync")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    listed = on("may-xach", "annotations").out
    assert "  hỏi may-xach\n  ⇄ other version from " in listed
    assert ": hỏi may-ban\n" in listed
    on("may-ban", "sync")
    own = on("may-ban", "annotations").out
    assert "  hỏi may-xach\n  ⇄ other version from this device: hỏi may-ban\n" in own


def test_without_a_folder_it_says_how_to_choose_one(on: Callable[..., Answer]) -> None:
    answer = on("may-ban", "sync")
    assert answer.status == 2
    assert "bulletin sync FOLDER" in answer.err


def test_the_folder_of_the_marks_themselves_is_refused(
    on: Callable[..., Answer], tmp_path: Path
) -> None:
    own = tmp_path / "may-ban" / "bulletin" / "journal"
    assert on("may-ban", "sync", str(own)).status == 2


def test_exchanging_can_be_ended(on: Callable[..., Answer], tmp_path: Path) -> None:
    on("may-ban", "sync", str(tmp_path / "chung"))
    answer = on("may-ban", "sync", "--off")
    assert (answer.status, answer.err) == (0, "")
    assert "no more" in answer.out
    assert str(tmp_path / "chung") in answer.out
    assert on("may-ban", "sync", "--off").out.endswith("so there is nothing to end.\n")
    assert on("may-ban", "sync", "--off", "--json").json == {"stopped": None}
    assert on("may-ban", "sync").status == 2


def test_the_doctor_tells_of_the_folder(on: Callable[..., Answer], tmp_path: Path) -> None:
    shared = tmp_path / "chung"
    on("may-ban", "sync", str(shared))
    assert f"Marks are exchanged through {shared}: 0 logs" in on("may-ban", "doctor").out
    shutil.rmtree(shared)
    answer = on("may-ban", "doctor")
    assert answer.status == 1
    assert f"{shared}, cannot be used" in answer.out
