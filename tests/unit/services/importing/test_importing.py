"""Importing files: what is new, there already, or cannot be read."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.errors import IndexUnavailableError, NotSavedError
from bulletin_tui.library.originals import Originals
from bulletin_tui.services.importing.importing import ImportOptions, import_files
from bulletin_tui.services.importing.judging import Judge, Verdict
from bulletin_tui.services.importing.report import Outcome
from bulletin_tui.services.workspace import open_workspace, reload_library
from bulletin_tui.settings import Settings
from unit.services.importing.taking_in import REPORT, outcomes, take_in

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from bulletin_tui.model.article import Article
    from bulletin_tui.paths import Paths
    from bulletin_tui.services.workspace import Workspace


def test_a_file_becomes_an_article_and_its_bytes_are_kept(
    workspace: Workspace, inbox: Path
) -> None:
    file = inbox / "nuoc.txt"
    file.write_text(REPORT)
    report = take_in(workspace, file)
    (done,) = report.files
    assert (done.outcome, report.is_complete) == (Outcome.ADDED, True)
    assert done.kept_path is not None
    assert done.kept_path.read_bytes() == file.read_bytes()
    file.unlink()
    reload_library(workspace)
    assert workspace.library.title_at(0) == "Nước sạch về xã An Bình"


def test_a_folder_is_taken_with_what_cannot_be_read_named(
    workspace: Workspace, inbox: Path
) -> None:
    (inbox / "sâu" / "hơn").mkdir(parents=True)
    (inbox / "sâu" / "hơn" / "nuoc.txt").write_text(REPORT)
    (inbox / "trong.txt").write_text(" \n")
    (inbox / "anh.jpg").write_bytes(b"\xff\xd8")
    os.mkfifo(inbox / "ong.md")
    report = take_in(workspace, inbox)
    assert sorted(outcomes(report)) == [
        ("anh.jpg", Outcome.SKIPPED),
        ("nuoc.txt", Outcome.ADDED),
        ("ong.md", Outcome.SKIPPED),
        ("trong.txt", Outcome.SKIPPED),
    ]
    assert all(file.reason for file in report.files if file.outcome is Outcome.SKIPPED)
    assert report.has_failures
    assert len(workspace.library) == 1


def test_pictures_beside_the_reports_are_no_failure(workspace: Workspace, inbox: Path) -> None:
    (inbox / "nuoc.txt").write_text(REPORT)
    (inbox / "anh.jpg").write_bytes(b"\xff\xd8")
    assert not take_in(workspace, inbox).has_failures


def test_a_text_that_is_there_is_not_taken_twice(workspace: Workspace, inbox: Path) -> None:
    for name in ("mot.txt", "hai.txt"):
        (inbox / name).write_text(REPORT)
    first = take_in(workspace, inbox)
    assert [file.outcome for file in first.files] == [Outcome.ADDED, Outcome.DUPLICATE]
    (inbox / "mot.txt").write_text(REPORT.replace("Xã thứ", "Xã  thứ"))
    again = take_in(workspace, inbox)
    assert [file.outcome for file in again.files] == [Outcome.DUPLICATE] * 2
    assert not again.changes_library
    assert len(workspace.library) == 1


def test_what_could_not_be_kept_makes_no_duplicates(
    workspace: Workspace, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("mot.txt", "hai.txt"):
        (inbox / name).write_text(REPORT)
    keep = Originals.keep

    def full_for_the_first(self: Originals, source: str | None, name: str, data: bytes) -> Path:
        if name == "mot.txt":
            raise NotSavedError("Full.")
        return keep(self, source, name, data)

    monkeypatch.setattr(Originals, "keep", full_for_the_first)
    report = take_in(workspace, inbox / "mot.txt", inbox / "hai.txt")
    assert [file.outcome for file in report.files] == [Outcome.SKIPPED, Outcome.ADDED]


def test_trying_says_the_same_and_writes_nothing(workspace: Workspace, inbox: Path) -> None:
    (inbox / "nuoc.txt").write_text(REPORT)
    (inbox / "anh.jpg").write_bytes(b"\xff\xd8")
    tried = take_in(workspace, inbox, only_tries=True)
    assert not tried.changes_library
    assert list(workspace.paths.imported.iterdir()) == []
    assert outcomes(tried) == outcomes(take_in(workspace, inbox))


def test_what_an_ended_import_left_is_removed_by_the_next_but_not_by_a_trial(
    workspace: Workspace, inbox: Path
) -> None:
    (inbox / "nuoc.txt").write_text(REPORT)
    left = workspace.paths.imported / "_" / ".under-way-999999999"
    left.parent.mkdir()
    left.write_text("Nước sạch về xã")
    take_in(workspace, inbox, only_tries=True)
    assert left.exists()
    take_in(workspace, inbox)
    assert not left.exists()


def test_an_import_that_is_stopped_keeps_what_it_took(workspace: Workspace, inbox: Path) -> None:
    for number in range(6):
        (inbox / f"{number}.txt").write_text(f"Bản tin số {number}\n\nNội dung {number}.")
        (inbox / f"{number}.jpg").write_bytes(b"\xff\xd8")
    done: list[int] = []
    report = import_files(
        workspace.stacks,
        workspace.paths.imported,
        [inbox],
        ImportOptions(),
        on_progress=lambda count, _total: done.append(count),
        is_stopped=lambda: bool(done) and done[-1] >= 3,
    )
    assert not report.is_complete
    assert done == [0, 1, 2, 3]
    assert report.outcomes == {Outcome.ADDED: 3, Outcome.SKIPPED: 6}
    assert len(reload_library(workspace)) == 3


def test_a_file_that_changes_during_the_import_is_left_for_the_next_one(
    workspace: Workspace, inbox: Path
) -> None:
    for number in range(2):
        (inbox / f"{number}.txt").write_text(f"{REPORT} {number}")

    def change(done: int, _total: int) -> None:
        if done == 1:
            (inbox / "1.txt").write_text("Nước lên\n\nĐường ngập, xe dừng ở đầu cầu.")

    folder = workspace.paths.imported
    report = import_files(workspace.stacks, folder, [inbox], ImportOptions(), on_progress=change)
    assert outcomes(report) == [("0.txt", Outcome.ADDED), ("1.txt", Outcome.SKIPPED)]
    assert report.files[1].reason == "The file changed while it was being read."
    assert len(list(folder.rglob("*.txt"))) == 1


def test_an_import_that_cannot_go_on_reports_what_it_took(
    workspace: Workspace, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        (inbox / f"{number}.txt").write_text(f"Bản tin số {number}\n\nNội dung {number}.")
    judge = Judge.judge

    def gone_in_the_middle(self: Judge, article: Article, name: str, *how: str) -> Verdict:
        if name == "1.txt":
            raise IndexUnavailableError("The index is gone.")
        return judge(self, article, name, *how)

    monkeypatch.setattr(Judge, "judge", gone_in_the_middle)
    report = take_in(workspace, inbox)
    assert (report.is_complete, report.reason) == (False, "The index is gone.")
    assert outcomes(report) == [("0.txt", Outcome.ADDED)]
    assert len(workspace.library) == 1


def test_an_id_that_another_text_has_is_not_taken_over(
    paths: Paths, inbox: Path, tmp_path: Path
) -> None:
    theirs = tmp_path / "của người khác"
    theirs.mkdir()
    (theirs / "a.md").write_text("---\nid: so-1\n---\n\nBản tin thứ nhất.\n")
    (inbox / "b.md").write_text("---\nid: so-1\n---\n\nMột văn bản khác hẳn.\n")
    with open_workspace(replace(paths, articles=theirs), Settings()) as workspace:
        folder, how = paths.imported, ImportOptions()
        (refused,) = import_files(workspace.stacks, folder, [inbox / "b.md"], how).files
    assert refused.outcome is Outcome.SKIPPED
    assert "so-1" in refused.reason
    assert refused.article is None


def test_a_text_whose_file_has_gone_meanwhile_is_taken_again(
    workspace: Workspace, inbox: Path
) -> None:
    (inbox / "nuoc.txt").write_text(REPORT)
    (first,) = take_in(workspace, inbox).files
    assert first.kept_path is not None
    first.kept_path.unlink()
    (again,) = take_in(workspace, inbox).files
    assert (again.outcome, again.kept_path) == (Outcome.ADDED, first.kept_path)


def test_of_texts_with_one_id_an_import_takes_the_first(workspace: Workspace, inbox: Path) -> None:
    (inbox / "a.md").write_text("---\nid: so-1\n---\n\nBản tin thứ nhất.\n")
    (inbox / "b.md").write_text("---\nid: so-1\n---\n\nMột văn bản khác hẳn.\n")
    report = take_in(workspace, inbox)
    assert outcomes(report) == [("a.md", Outcome.ADDED), ("b.md", Outcome.SKIPPED)]
    assert report.files[1].reason == "Its id “so-1” is already that of a file of this import."


def test_a_file_that_is_not_there_is_skipped_with_its_reason(
    workspace: Workspace, inbox: Path
) -> None:
    (done,) = take_in(workspace, inbox / "không có.txt").files
    assert (done.outcome, done.reason) == (Outcome.SKIPPED, "The file is not there.")
