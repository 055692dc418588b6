"""`bulletin remove` of an imported article: its file is moved aside, and its marks wait for it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.cli import confirming

if TYPE_CHECKING:
    from journeys.conftest import CommandLine

TEXT = "Thêm một trạm y tế\n\nTrạm y tế mới của xã đã mở cửa và khám cho hai trăm người."


@pytest.fixture
def kept_path(bulletin: CommandLine, tmp_path: Path) -> Path:
    """The file of an imported article in the library."""
    (tmp_path / "tram.txt").write_text(TEXT)
    done = bulletin("import", str(tmp_path / "tram.txt"), "--source", "Xã", "--json")
    return Path(done.json["files"][0]["kept_path"])


def imported_id(bulletin: CommandLine) -> str:
    (article,) = bulletin("list", "--source", "Xã", "--json").json["articles"]
    return str(article["id"])


@pytest.mark.parametrize("by", ["id", "beginning", "file"])
def test_its_file_is_moved_aside_and_its_marks_come_back_with_it(
    bulletin: CommandLine, kept_path: Path, tmp_path: Path, by: str
) -> None:
    article_id = imported_id(bulletin)
    bulletin("annotate", article_id, "--quote", "đã mở cửa", "--note", "tháng nào?")
    name = {"id": article_id, "beginning": article_id[:6], "file": str(kept_path)}[by]
    answer = bulletin("remove", name, "--yes")
    moved = bulletin.home / "data" / "bulletin" / "removed" / "Xã" / "tram.txt"
    assert (answer.status, answer.err) == (0, "")
    assert "your marks are kept" in answer.out
    assert str(moved) in answer.out
    assert moved.read_text() == TEXT
    assert not kept_path.exists()
    assert bulletin("show", article_id).status == 1
    assert bulletin("annotations", "--json").json["annotations"][0]["note"] == "tháng nào?"
    bulletin("import", str(tmp_path / "tram.txt"))
    (mark,) = bulletin("annotations", "--json").json["annotations"]
    assert (mark["article_id"], mark["state"]) == (article_id, "kept")


@pytest.mark.parametrize(("typed", "is_there"), [("yes\n", False), ("\n", True)])
def test_on_a_terminal_a_person_is_asked(
    bulletin: CommandLine,
    kept_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    *,
    is_there: bool,
) -> None:
    monkeypatch.setattr(confirming, "can_ask", lambda _out: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    answer = bulletin("remove", imported_id(bulletin))
    assert "“Thêm một trạm y tế”" in answer.out
    assert kept_path.exists() is is_there
    assert answer.status == int(is_there)


def test_without_a_terminal_it_has_to_be_said(bulletin: CommandLine, kept_path: Path) -> None:
    answer = bulletin("remove", imported_id(bulletin))
    assert answer.status == 2
    assert "--yes" in answer.err
    assert kept_path.exists()


def test_an_article_that_was_not_imported_is_left_where_it_is(bulletin: CommandLine) -> None:
    answer = bulletin("remove", "cap-dien", "--yes")
    assert answer.status == 1
    assert "was not imported" in answer.err
    assert bulletin("show", "cap-dien").status == 0


def test_a_file_without_an_article_is_said_to_have_none(
    bulletin: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "la.txt").write_text("Không nhập.")
    answer = bulletin("remove", str(tmp_path / "la.txt"), "--yes")
    assert answer.status == 1
    assert "There is no article" in answer.err


def test_a_text_that_stands_in_a_folder_too_is_still_read_from_there(
    bulletin: CommandLine, kept_path: Path, tmp_path: Path
) -> None:
    (tmp_path / "xã").mkdir()
    (tmp_path / "xã" / "tram.txt").write_text(TEXT)
    bulletin("add", str(tmp_path / "xã"))
    article_id = imported_id(bulletin)
    answer = bulletin("remove", article_id, "--yes")
    assert f"still read from {tmp_path / 'xã' / 'tram.txt'}" in answer.out
    assert not kept_path.exists()
    assert bulletin("show", article_id).status == 0


def test_an_article_is_taken_out_by_its_id_from_before_it_was_edited(
    bulletin: CommandLine, kept_path: Path
) -> None:
    before = imported_id(bulletin)
    bulletin("annotate", before, "--quote", "đã mở cửa")
    kept_path.write_text(TEXT.replace("hai trăm", "ba trăm"))
    (mark,) = bulletin("annotations", "--json").json["annotations"]
    assert mark["article_id"] != before
    assert bulletin("remove", before, "--yes").status == 0
    assert not kept_path.exists()
