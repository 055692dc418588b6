"""Commands that read the library follow its folders; what was corrected goes along with files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.services import lagging
from unit.workers.folders import write_articles

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.conftest import CommandLine

NOTE = """# Ghi chép ở chợ phiên

Chợ phiên họp từ tờ mờ sáng, bên gốc đa đầu làng.

Gạo mới bán hết trước trưa, cá khô và rau vườn bán tới chiều.

Người mua từ các xã bên kia sông sang bằng đò ngang.
"""


@pytest.fixture
def folder(bulletin: CommandLine, tmp_path: Path) -> Path:
    """A folder of the reader's own, with a note that has no id, in the library."""
    folder = tmp_path / "ghi-chep"
    write_articles(folder, 2)
    (folder / "cho.md").write_text(NOTE, encoding="utf-8")
    bulletin("add", str(folder))
    return folder


def sources_said(bulletin: CommandLine, article_id: str) -> list[str]:
    """The source of an article, as the commands that show it say it."""
    listed = next(row[2] for row in bulletin("list").rows if row[0] == article_id)
    shown = bulletin("show", article_id, "--json").json["source"]
    edited = bulletin("edit", article_id, "--json").json["source"]
    return [listed, shown, edited]


def note_id(bulletin: CommandLine) -> str:
    """The id that the note has today."""
    rows = bulletin("list").rows
    return next(row[0] for row in rows if row[3] == "Ghi chép ở chợ phiên")


def test_a_file_that_is_new_is_found_listed_and_counted(
    bulletin: CommandLine, folder: Path
) -> None:
    (folder / "n.txt").write_text("Con ngựa vằn zebrathree ở sở thú.", encoding="utf-8")
    found = bulletin("search", "zebrathree")
    assert (found.status, found.err) == (0, "")
    assert "zebrathree" in found.out
    assert len(bulletin("list").rows) == 7
    assert bulletin("sources").rows[1][2] == "4"


def test_a_file_that_was_renamed_is_shown(bulletin: CommandLine, folder: Path) -> None:
    article_id = note_id(bulletin)
    (folder / "cho.md").rename(folder / "cho-phien.md")
    shown = bulletin("show", article_id)
    assert (shown.status, shown.err) == (0, "")
    assert "bên gốc đa đầu làng" in shown.out


def test_a_file_that_is_gone_is_listed_no_more(bulletin: CommandLine, folder: Path) -> None:
    (folder / "cho.md").unlink()
    assert len(bulletin("list").rows) == 5


def test_the_index_is_left_alone_while_nothing_changed(
    bulletin: CommandLine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "rong.txt").write_text("")
    bulletin("index")
    monkeypatch.setattr("bulletin_tui.cli.indexing.bring_up_to_date", None)
    assert len(bulletin("list").rows) == 6


def test_a_large_library_is_read_as_its_index_has_it_and_that_is_said(
    bulletin: CommandLine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lagging, "MOST_KEPT_UP", 3)
    assert bulletin("list").err == ""
    (folder / "n.txt").write_text("Con ngựa vằn zebrathree ở sở thú.", encoding="utf-8")
    answer = bulletin("list", "--json")
    assert len(answer.json["articles"]) == 6
    sentence = "The folders are newer than the index; `bulletin index` reads what is new.\n"
    assert answer.err == sentence
    bulletin("index")
    answer = bulletin("list")
    assert (len(answer.rows), answer.err) == (7, "")


@pytest.mark.parametrize("command", [("index",), ("list",)])
def test_a_correction_counts_after_the_file_was_edited(
    bulletin: CommandLine, folder: Path, command: tuple[str, ...]
) -> None:
    before = note_id(bulletin)
    bulletin("edit", before, "--source", "Nguồn X")
    (folder / "cho.md").write_text(NOTE.replace("chiều", "tối"), encoding="utf-8")
    bulletin(*command)
    today = note_id(bulletin)
    assert today != before
    assert sources_said(bulletin, today) == ["Nguồn X"] * 3


def test_a_correction_counts_after_the_file_was_edited_and_renamed(
    bulletin: CommandLine, folder: Path
) -> None:
    bulletin("edit", note_id(bulletin), "--source", "Nguồn X")
    (folder / "cho.md").unlink()
    (folder / "cho-phien.md").write_text(NOTE.replace("chiều", "tối"), encoding="utf-8")
    today = note_id(bulletin)
    assert sources_said(bulletin, today) == ["Nguồn X"] * 3


def test_an_article_is_known_by_the_id_from_before_its_file_was_edited(
    bulletin: CommandLine, folder: Path
) -> None:
    before = note_id(bulletin)
    bulletin("annotate", before, "--quote", "Gạo mới bán hết trước trưa")
    (folder / "cho.md").write_text(NOTE.replace("chiều", "tối"), encoding="utf-8")
    today = note_id(bulletin)
    assert before != today
    for typed in (before, before[:8]):
        assert "bán tới tối" in bulletin("show", typed).out
    assert bulletin("edit", before, "--source", "Nguồn X").status == 0
    assert "Nguồn X" in bulletin("show", today).out
    (mark,) = bulletin("annotations", "--article", before, "--json").json["annotations"]
    assert mark["article_id"] == today
    exported = bulletin("export", "--article", before).out
    assert exported == bulletin("export", "--article", today).out
    assert bulletin("annotate", before, "--quote", "đò ngang").status == 0


def test_why_a_file_cannot_be_read_is_said_in_the_language_in_use(
    bulletin: CommandLine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "rong.txt").write_text("")
    assert "rong.txt: There is no text in the file." in bulletin("sources").err
    monkeypatch.setenv("LANGUAGE", "vi")
    for command in ("doctor", "list"):
        answer = bulletin(command)
        assert "rong.txt: Tệp không có chữ nào." in answer.out + answer.err
