"""`bulletin import`: files from anywhere become articles, and every file is accounted for."""

from __future__ import annotations

import io
import sys
from importlib.metadata import metadata
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.cli import importing
from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.workers.builder_lock import builder_lock

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.conftest import CommandLine

NEW = "Thêm một trạm y tế\n\nTrạm y tế mới của xã đã mở cửa và khám cho hai trăm người."


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with an article, a picture and a file that is empty."""
    folder = tmp_path / "tải về"
    folder.mkdir()
    (folder / "tram.txt").write_text(NEW)
    (folder / "anh.jpg").write_bytes(b"\xff\xd8")
    (folder / "trong.txt").write_text("")
    return folder


def test_each_file_is_accounted_for(bulletin: CommandLine, inbox: Path) -> None:
    done = bulletin("import", str(inbox))
    assert done.status == 1
    outcome, article_id, title, path = done.rows[0]
    assert (outcome, title, path) == ("added", "Thêm một trạm y tế", str(inbox / "tram.txt"))
    assert done.out.splitlines()[-1] == "1 new · 2 left out"
    assert f"{inbox / 'trong.txt'}: There is no text in the file." in done.err
    assert "anh.jpg: Files ending in “.jpg” cannot be read." in done.err
    assert bulletin("show", article_id).status == 0


def test_what_was_imported_stays_when_the_file_goes(bulletin: CommandLine, inbox: Path) -> None:
    (inbox / "trong.txt").unlink()
    assert bulletin("import", str(inbox)).status == 0
    (inbox / "tram.txt").unlink()
    assert bulletin("search", "tram y te", "--limit", "1").status == 0


def test_a_second_import_adds_nothing(bulletin: CommandLine, inbox: Path) -> None:
    bulletin("import", str(inbox / "tram.txt"))
    again = bulletin("import", str(inbox / "tram.txt"), "--json").json
    assert (again["added"], again["duplicate"]) == (0, 1)
    (file,) = again["files"]
    assert file["other_id"] == file["article"]["id"]


def test_a_text_is_known_also_where_the_index_is_still_to_be_built(
    bulletin: CommandLine, inbox: Path
) -> None:
    bulletin("import", str(inbox / "tram.txt"))
    (inbox.parent / "thêm").mkdir()
    (inbox.parent / "thêm" / "nuoc.txt").write_text("Nước về\n\nNước đã về đến chín bản.")
    bulletin("add", str(inbox.parent / "thêm"))
    (index,) = bulletin.home.rglob("index.db")
    index.unlink()
    (inbox / "tram.txt").write_text(NEW.replace(" ", "  "))
    assert bulletin("import", str(inbox / "tram.txt"), "--json").json["duplicate"] == 1


def test_what_was_taken_in_is_said_also_when_the_index_cannot_be_built(
    bulletin: CommandLine, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bulletin("add", str(inbox))
    (inbox.parent / "nuoc.txt").write_text("Nước về\n\nNước đã về đến chín bản của xã.")

    def refused(*_args: object, **_how: object) -> None:
        raise IndexUnavailableError("The disk is full.")

    monkeypatch.setattr(importing, "bring_up_to_date", refused)
    done = bulletin("import", str(inbox.parent / "nuoc.txt"))
    assert done.rows[0][0] == "added"
    assert "The disk is full." in done.err
    assert done.status != 0


def test_trying_writes_nothing(bulletin: CommandLine, inbox: Path) -> None:
    tried = bulletin("import", str(inbox), "--dry-run", "--json").json
    assert (tried["dry_run"], tried["added"], tried["skipped"]) == (True, 1, 2)
    assert "Thêm một trạm y tế" not in bulletin("list").out


def test_stdin_is_a_file_too(bulletin: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(f"# {NEW}".encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    (file,) = bulletin("import", "-", "--name", "tram.md", "--json").json["files"]
    assert file["article"]["title"] == "Thêm một trạm y tế"
    assert file["kept_path"].endswith("/tram.md")
    assert file["path"] == "-"


@pytest.mark.parametrize("text", [NEW, ""])
def test_stdin_is_called_so_in_the_report(
    bulletin: CommandLine, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    answer = bulletin("import", "-")
    assert "standard input" in (answer.out if text else answer.err)
    assert "stdin.txt" not in answer.out + answer.err


def test_marks_go_along_with_a_newer_version(bulletin: CommandLine, inbox: Path) -> None:
    longer = NEW + "".join(f" Tổ y tế số {n} nhận thêm {n * 3} giường bệnh." for n in range(9))
    (inbox / "tram.txt").write_text(longer)
    done = bulletin("import", str(inbox / "tram.txt"))
    old_id = done.rows[0][1]
    bulletin("annotate", old_id, "--quote", "đã mở cửa", "--note", "tháng nào?")
    (inbox / "tram.txt").write_text(longer.replace("hai trăm", "ba trăm"))
    (file,) = bulletin("import", str(inbox / "tram.txt"), "--json").json["files"]
    assert (file["outcome"], file["other_id"]) == ("updated", old_id)
    (mark,) = bulletin("annotations", "--json").json["annotations"]
    assert mark["article_id"] == file["article"]["id"]
    assert mark["state"] == "kept"


def test_an_empty_folder_has_nothing_to_import(bulletin: CommandLine, tmp_path: Path) -> None:
    empty = tmp_path / "trống"
    empty.mkdir()
    answer = bulletin("import", str(empty))
    assert (answer.status, answer.err) == (1, "There are no files in it.\n")


def test_what_is_imported_can_be_put_under_a_source(bulletin: CommandLine, inbox: Path) -> None:
    (inbox / "ve-nuoc.md").write_text("---\nsource: Báo Xã\n---\n\n# Nước về\n\nNước đã về.\n")
    bulletin("import", str(inbox / "tram.txt"))
    bulletin("import", str(inbox), "--source", "Y tế cơ sở")
    listed = {title: source for _id, _dated, source, title in bulletin("list").rows}
    assert listed["Nước về"] == listed["Thêm một trạm y tế"] == "Y tế cơ sở"
    assert listed["Ngày hội đọc sách"] == "Thư viện tỉnh Tiền Châu"
    assert len(bulletin("list", "--source", "Y tế cơ sở").rows) == 2


def test_the_source_that_was_given_is_backed_up_at_once(bulletin: CommandLine, inbox: Path) -> None:
    bulletin("import", str(inbox), "--source", "Báo Mai")
    assert len(list(bulletin.home.rglob("state-*.db"))) == 1


@pytest.mark.parametrize("verb", ["import", "add"])
def test_where_a_library_is_missing_the_command_that_installs_it_is_told(
    bulletin: CommandLine, inbox: Path, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    (inbox / "bai.pdf").write_bytes(b"%PDF-1.4\n")
    hiding = inbox.parent / "hiding"
    hiding.mkdir()
    (hiding / "pypdf.py").write_text("raise ModuleNotFoundError")
    monkeypatch.setenv("PYTHONPATH", str(hiding))
    assert (
        "bai.pdf: PDF files need a library: pip install 'bulletin-tui[pdf]'"
        in bulletin(verb, str(inbox)).err
    )
    assert "pdf" in (metadata("bulletin-tui").get_all("Provides-Extra") or ())


def test_what_is_taken_in_while_another_window_builds_the_index_is_done(
    bulletin: CommandLine, inbox: Path
) -> None:
    (inbox / "trong.txt").unlink()
    assert bulletin("add", str(inbox)).status == 0
    (inbox.parent / "nuoc.txt").write_text("Nước về\n\nNước đã về đến chín bản của xã.")
    (index,) = bulletin.home.rglob("index.db")
    with builder_lock(index) as is_locked:
        assert is_locked
        done = bulletin("import", str(inbox.parent / "nuoc.txt"))
    assert (done.status, done.rows[0][0]) == (0, "added")
    assert "Another window or command is building the search index" in done.err
    assert "Nước về" in bulletin("list").out
