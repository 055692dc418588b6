"""Files whose bytes are kept already, also where another encoding was chosen for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.services.encodings import choose
from bulletin_tui.services.importing.importing import ImportOptions, import_files
from bulletin_tui.services.importing.report import Outcome
from unit.services.importing.taking_in import REPORT, outcomes, take_in

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.services.importing.report import ImportReport
    from bulletin_tui.services.workspace import Workspace


TCVN3 = "N\xad\xedc s\xb9ch v\xd2 x\xb7 An B\xd7nh".encode()
"""`Nước sạch về xã An Bình`, as Unicode that was shown by the wrong table: left until chosen."""


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
    write_tcvn3(file, "Het.  ")
    (same,) = take_in(workspace, file).files
    assert same.outcome is Outcome.DUPLICATE
    file.write_text("Nước sạch về xã An Bình\n\nĐây là một văn bản khác hẳn, bằng Unicode.")
    (other,) = take_in(workspace, file).files
    assert other.outcome is Outcome.ADDED


def test_bytes_that_are_kept_and_cannot_be_read_any_more_are_no_article(
    workspace: Workspace, inbox: Path
) -> None:
    for folder in (workspace.paths.imported / "_", inbox):
        folder.mkdir(exist_ok=True)
        (folder / "trong.txt").write_text(" \n")
    (done,) = take_in(workspace, inbox).files
    assert (done.outcome, done.article) == (Outcome.SKIPPED, None)
    assert done.reason


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


def test_the_same_bytes_in_another_format_are_read_as_that(
    workspace: Workspace, inbox: Path
) -> None:
    page = "<html><body><h1>Nước về</h1><p>Nước đã về chín bản.</p></body></html>"
    for name in ("nuoc.txt", "nuoc.html"):
        (inbox / name).write_text(page)
    report = take_in(workspace, inbox / "nuoc.txt")
    again = take_in(workspace, inbox / "nuoc.html")
    assert outcomes(report) + outcomes(again) == [
        ("nuoc.txt", Outcome.ADDED),
        ("nuoc.html", Outcome.ADDED),
    ]
