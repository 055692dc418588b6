"""What an import would bring, as the rows of its preview."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bulletin_tui.importers.parsing import parse
from bulletin_tui.library.articles import make_article
from bulletin_tui.services.importing.report import ImportedFile, ImportReport, Outcome, counted
from bulletin_tui.ui.rendering.import_rows import import_row, in_order, warnings_of


def imported(outcome: Outcome, title: str = "Tin một", reason: str = "") -> ImportedFile:
    if outcome is Outcome.SKIPPED:
        return ImportedFile(f"/tmp/{title}", outcome, reason=reason)
    data = f"{title}\n\nNội dung của {title} gồm vài câu ngắn.".encode()
    article = make_article(parse(data, "tin.txt"), Path("tin.txt"))
    other = None if outcome is Outcome.ADDED else article.summary
    return ImportedFile("tin.txt", outcome, article, other=other)


def test_what_is_new_comes_first_and_pictures_last() -> None:
    picture = ImportedFile("anh.jpg", Outcome.SKIPPED, is_no_article=True)
    files = (picture, *map(imported, reversed(Outcome)))
    report = ImportReport(files, is_complete=True)
    assert [file.outcome for file in in_order(report)] == [*Outcome, Outcome.SKIPPED]
    assert in_order(report)[-1] is picture
    assert counted(report) == "1 new · 1 newer · 1 already there · 2 left out"


def test_what_was_there_already_is_said_to_be_put_under_the_source_too() -> None:
    report = ImportReport((imported(Outcome.ADDED), imported(Outcome.DUPLICATE)), is_complete=True)
    assert counted(report, "Báo cáo") == "1 new · 1 already there, put under “Báo cáo”"


def test_a_row_says_what_became_of_its_file() -> None:
    lines = {
        outcome: [line.text for line in import_row(imported(outcome), 60).lines]
        for outcome in Outcome
    }
    assert lines[Outcome.ADDED][0] == "+ Tin một"
    assert lines[Outcome.DUPLICATE][0] == "= Tin một"
    assert "the same text as “Tin một”" in lines[Outcome.DUPLICATE][1]
    assert "a newer version; marks go along" in lines[Outcome.UPDATED][1]


def test_what_is_left_out_is_named_with_its_reason() -> None:
    file = imported(Outcome.SKIPPED, "trống.txt", reason="There is no text in the file.")
    name, reason = import_row(file, 60).lines
    assert (name.text, reason.text) == ("× trống.txt", "  There is no text in the file.")


def test_a_row_counts_the_warnings_that_are_said_in_full_below() -> None:
    file = imported(Outcome.ADDED)
    assert file.article is not None
    document = replace(file.article.document, warnings=("Một điều.", "Hai điều."))
    doubtful = replace(file, article=replace(file.article, document=document))
    assert import_row(doubtful, 60).lines[1].text.startswith("  ! 2 warnings · ")
    assert warnings_of(doubtful) == "Một điều.\nHai điều."
    assert warnings_of(imported(Outcome.SKIPPED)) == ""
