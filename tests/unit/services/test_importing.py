"""Importing files: what is new, newer, there already, or cannot be read."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import IndexUnavailableError, NotSavedError
from bulletin_tui.library.originals import Originals
from bulletin_tui.services.encodings import choose
from bulletin_tui.services.importing.importing import ImportOptions, import_files
from bulletin_tui.services.importing.judging import Judge, Verdict
from bulletin_tui.services.importing.report import Outcome
from bulletin_tui.services.workspace import open_workspace, reload_library
from bulletin_tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bulletin_tui.model.article import Article
    from bulletin_tui.paths import Paths
    from bulletin_tui.services.importing.report import ImportReport
    from bulletin_tui.services.workspace import Workspace

REPORT = "Nước sạch về xã An Bình\n\n" + " ".join(
    f"Xã thứ {number} đã nối đường ống chính và có {number * 37} hộ dùng nước sạch hằng ngày."
    for number in range(1, 12)
)


@pytest.fixture
def workspace(paths: Paths) -> Iterator[Workspace]:
    """A library of what is imported, and of nothing else."""
    only_imported = replace(paths, articles=paths.imported)
    paths.imported.mkdir(parents=True)
    with open_workspace(only_imported, Settings()) as opened:
        yield opened


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "tải về"
    folder.mkdir()
    return folder


def take_in(workspace: Workspace, *wanted: Path, **options: object) -> ImportReport:
    folder, how = workspace.paths.imported, ImportOptions(**options)  # type: ignore[arg-type]
    chosen = workspace.store.encodings.all()
    report = import_files(workspace.stacks, folder, wanted, how, encodings=chosen)
    reload_library(workspace)
    return report


def outcomes(report: ImportReport) -> list[tuple[str, Outcome]]:
    return [(file.path.rpartition("/")[2], file.outcome) for file in report.files]


def test_a_file_becomes_an_article_and_its_bytes_are_kept(
    workspace: Workspace, inbox: Path
) -> None:
    file = inbox / "nuoc.txt"
    file.write_text(REPORT)
    report = take_in(workspace, file)
    (done,) = report.files
    assert (done.outcome, report.is_complete) == (Outcome.ADDED, True)
    assert done.kept_at is not None
    assert done.kept_at.read_bytes() == file.read_bytes()
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


def test_a_newer_version_takes_the_place_of_the_one_that_is_there(
    workspace: Workspace, inbox: Path
) -> None:
    file = inbox / "nuoc.txt"
    file.write_text(REPORT)
    (first,) = take_in(workspace, file).files
    file.write_text(REPORT + " Xã thứ 12 nối đường ống cuối cùng trong tháng tới.")
    (second,) = take_in(workspace, file).files
    assert second.outcome is Outcome.UPDATED
    assert second.kept_at == first.kept_at
    assert first.article is not None
    assert second.other is not None
    assert second.other.id == first.article.id
    assert len(workspace.library) == 1


def test_another_text_of_the_same_name_is_another_article(
    workspace: Workspace, inbox: Path
) -> None:
    file = inbox / "bao-cao.txt"
    file.write_text(REPORT)
    take_in(workspace, file)
    file.write_text("Lớp học bơi mùa hè\n\nBốn mươi em nhỏ học bơi ở hồ của huyện mỗi sáng.")
    (other,) = take_in(workspace, file).files
    assert other.outcome is Outcome.ADDED
    assert len(workspace.library) == 2


def write_page(path: Path, title: str, report: str) -> None:
    """A page of a site, with the menu and the footer that all of them have."""
    menu = "".join(f'<li><a href="/{n}">Chuyên mục {n}</a></li>' for n in range(40))
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f"<html><head><title>{title}</title></head><body><nav><ul>{menu}</ul></nav>"
        f"<article><h1>{title}</h1><p>{report}</p></article>"
        "<footer><p>Bản quyền thuộc về Trang tin huyện. Giấy phép số 12/GP-TTĐT.</p>"
        "<p>Điện thoại: 024 3456 7890 - Email: toasoan@trangtin.example</p></footer></body></html>"
    )


@pytest.mark.parametrize(("title", "length"), [("Bản tin huyện", 6), ("Bản tin về {subject}", 1)])
def test_pages_of_one_site_are_articles_of_their_own(
    workspace: Workspace, inbox: Path, title: str, length: int
) -> None:
    for number, subject in enumerate(("học sinh vùng cao", "vụ lúa mùa", "đường liên xã")):
        report = "</p><p>".join(
            f"Hôm nay huyện bàn về {subject} lần thứ {number * 10 + at}, và {subject} sẽ được "
            f"{at * 7 + number} người của các xã bàn tiếp sau Tết, khi mọi người đã về đủ."
            for at in range(length)
        )
        write_page(inbox / str(number) / "index.html", title.format(subject=subject), report)
    pages = sorted(inbox.iterdir())
    (first,) = take_in(workspace, pages[0]).files
    others = take_in(workspace, *pages[1:]).files
    assert [file.outcome for file in (first, *others)] == [Outcome.ADDED] * 3
    assert len(workspace.library) == 3


def test_only_one_file_of_an_import_takes_an_older_ones_place(
    workspace: Workspace, inbox: Path
) -> None:
    (inbox / "nuoc.txt").write_text(REPORT)
    take_in(workspace, inbox / "nuoc.txt")
    for folder, ending in (("a", "Đã xong."), ("b", "Còn ba xã nữa.")):
        (inbox / folder).mkdir()
        (inbox / folder / "nuoc.txt").write_text(f"{REPORT} {ending}")
    report = take_in(workspace, inbox / "a", inbox / "b")
    assert [file.outcome for file in report.files] == [Outcome.UPDATED, Outcome.ADDED]
    assert len(workspace.library) == 2


def test_a_text_whose_place_was_just_taken_comes_back_as_another_article(
    workspace: Workspace, inbox: Path
) -> None:
    (inbox / "nuoc.txt").write_text(REPORT)
    take_in(workspace, inbox / "nuoc.txt")
    (inbox / "nuoc.txt").write_text(f"{REPORT} Đã xong.")
    (inbox / "nuoc-cu.txt").write_text(REPORT)
    report = take_in(workspace, inbox / "nuoc.txt", inbox / "nuoc-cu.txt")
    assert [file.outcome for file in report.files] == [Outcome.UPDATED, Outcome.ADDED]
    assert len(workspace.library) == 2


def test_a_like_name_with_another_title_needs_more_of_the_text(
    workspace: Workspace, inbox: Path
) -> None:
    sentences = REPORT.split("\n\n")[1].split(". ")
    (inbox / "nuoc.txt").write_text(REPORT)
    take_in(workspace, inbox / "nuoc.txt")
    half = ". ".join([*sentences[:7], "Phần còn lại của văn bản này thì không giống chút nào"])
    (inbox / "nuoc.txt").write_text(f"Điện về bản Mường\n\n{half}")
    (other,) = take_in(workspace, inbox / "nuoc.txt").files
    assert other.outcome is Outcome.ADDED
    (inbox / "nuoc.txt").write_text(f"Nước sạch về xã An Bình\n\n{half}")
    (newer,) = take_in(workspace, inbox / "nuoc.txt").files
    assert newer.outcome is Outcome.UPDATED


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


TCVN3 = "N\xad\xedc s\xb9ch v\xd2 x\xb7 An B\xd7nh".encode("latin-1")
"""`Nước sạch về xã An Bình`, in an encoding of the time before Unicode."""


def write_tcvn3(path: Path, *endings: str) -> None:
    lines = [TCVN3 + f" {n} {n * 37} {n * 91}.".encode() for n in range(30)]
    path.write_bytes(b"\n\n".join([TCVN3, *lines, *map(str.encode, endings)]))


def choose_tcvn3(workspace: Workspace, report: ImportReport) -> None:
    (file,) = report.files
    assert file.article is not None
    choose(workspace, workspace.get_article(file.article.id), "tcvn3")


def test_the_bytes_of_a_file_whose_encoding_was_chosen_are_there_already(
    workspace: Workspace, inbox: Path
) -> None:
    file = inbox / "nuoc.txt"
    write_tcvn3(file)
    choose_tcvn3(workspace, take_in(workspace, file))
    file.rename(inbox / "nuoc-2.txt")
    (again,) = take_in(workspace, inbox / "nuoc-2.txt").files
    assert again.outcome is Outcome.DUPLICATE
    assert again.article is not None
    assert again.other == workspace.stacks.find_summary(again.article.id)
    assert [workspace.library.title_at(0)] == ["Nước sạch về xã An Bình"]


def test_a_newer_version_is_read_by_the_encoding_that_was_chosen(
    workspace: Workspace, inbox: Path
) -> None:
    file = inbox / "nuoc.txt"
    write_tcvn3(file)
    choose_tcvn3(workspace, take_in(workspace, file))
    write_tcvn3(file, "Het.")
    (newer,) = take_in(workspace, file).files
    assert newer.outcome is Outcome.UPDATED
    assert newer.article is not None
    assert newer.article.summary.title == "Nước sạch về xã An Bình"
    assert len(workspace.library) == 1
    file.write_text("Nước sạch về xã An Bình\n\nĐây là một văn bản khác hẳn, bằng Unicode.")
    (other,) = take_in(workspace, file).files
    assert other.outcome is Outcome.ADDED


def test_what_was_kept_is_known_by_its_bytes_before_the_library_is_read_again(
    workspace: Workspace, inbox: Path
) -> None:
    (inbox / "nuoc.txt").write_text(REPORT)
    folder = workspace.paths.imported
    outcomes_in_turn = [
        import_files(workspace.stacks, folder, [inbox], ImportOptions()).files[0].outcome
        for _turn in range(2)
    ]
    assert outcomes_in_turn == [Outcome.ADDED, Outcome.DUPLICATE]


def test_the_place_of_a_file_that_has_changed_since_is_not_taken(
    workspace: Workspace, inbox: Path
) -> None:
    (inbox / "nuoc.txt").write_text(REPORT)
    take_in(workspace, inbox)
    folder = workspace.paths.imported
    kept: list[Path | None] = []
    for ending in ("Đã xong.", "Còn ba xã nữa."):
        (inbox / "nuoc.txt").write_text(f"{REPORT} {ending}")
        report = import_files(workspace.stacks, folder, [inbox], ImportOptions())
        kept += [file.kept_at for file in report.files]
    assert len(set(kept)) == 2
    assert len(reload_library(workspace)) == 2


def test_trying_says_the_same_and_writes_nothing(workspace: Workspace, inbox: Path) -> None:
    (inbox / "nuoc.txt").write_text(REPORT)
    (inbox / "anh.jpg").write_bytes(b"\xff\xd8")
    tried = take_in(workspace, inbox, only_tries=True)
    assert not tried.changes_library
    assert list(workspace.paths.imported.iterdir()) == []
    assert outcomes(tried) == outcomes(take_in(workspace, inbox))


def test_an_import_that_is_stopped_keeps_what_it_took(workspace: Workspace, inbox: Path) -> None:
    for number in range(6):
        (inbox / f"{number}.txt").write_text(f"Bản tin số {number}\n\nNội dung {number}.")
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
    assert len(report.files) == 3
    assert len(reload_library(workspace)) == 3


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


def test_a_file_that_is_not_there_is_skipped_with_its_reason(
    workspace: Workspace, inbox: Path
) -> None:
    (done,) = take_in(workspace, inbox / "không có.txt").files
    assert (done.outcome, done.reason) == (Outcome.SKIPPED, "The file is not there.")
