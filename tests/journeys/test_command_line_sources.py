"""`bulletin add`, `sources` and `remove`: from a folder to its articles, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.workers.builder_lock import builder_lock
from unit.workers.folders import write_articles

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.conftest import CommandLine


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six articles of the reader's own."""
    write_articles(tmp_path / "ghi chép", 6)
    return tmp_path / "ghi chép"


def test_a_folder_is_added_found_in_and_removed_with_its_marks_kept(
    bulletin: CommandLine, folder: Path
) -> None:
    answer = bulletin("add", str(folder))
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == f"{folder} was added.\n6 articles\n"
    assert len(bulletin("list").rows) == 9
    assert bulletin("search", "cho phien", "title:ao").status == 0
    (article,) = bulletin("list", "--source", "ao sen", "--json").json["articles"]
    quote = ("--quote", "Gạo mới bán hết trước trưa")
    assert bulletin("annotate", article["id"], *quote).status == 0
    answer = bulletin("remove", str(folder))
    assert (answer.status, answer.err) == (0, "")
    assert "your marks are kept" in answer.out
    assert len(bulletin("list").rows) == 3
    (mark,) = bulletin("annotations", "--state", "elsewhere", "--json").json["annotations"]
    assert (mark["quote"], mark["state"]) == ("Gạo mới bán hết trước trưa", "elsewhere")
    assert bulletin("annotations").rows[0][-1] == "elsewhere"
    assert bulletin("annotations", "--state", "orphan").status == 1
    said = bulletin("doctor").out
    assert "✓ 1 mark is on an article in a folder that is not in the library.\n" in said
    assert "no place in today's texts" not in said
    bulletin("add", str(folder))
    (mark,) = bulletin("annotations", "--json").json["annotations"]
    assert mark["state"] == "kept"


def test_sources_are_named_as_rows_and_as_json(bulletin: CommandLine, folder: Path) -> None:
    (folder / "rong.txt").write_text("")
    assert bulletin("add", str(folder)).status == 1
    bundled, added = bulletin("sources").rows
    assert bundled[:4] == ["bundled", str(bulletin.articles), "3", "0"]
    assert added[:4] == ["folder", str(folder), "6", "1"]
    named = bulletin("sources", "--json").json["sources"][1]
    assert named["seen_at"]
    assert {key: named[key] for key in ("kind", "path", "articles", "unreadable", "problem")} == {
        "kind": "folder",
        "path": str(folder),
        "articles": 6,
        "unreadable": 1,
        "problem": "",
    }


def test_what_cannot_be_added_is_named_and_the_rest_is_added(
    bulletin: CommandLine, folder: Path
) -> None:
    file = str(folder / "phien-0000.txt")
    answer = bulletin("add", str(folder / "vang"), file, str(folder), str(folder))
    assert answer.status == 1
    assert f"There is no folder {folder / 'vang'}." in answer.err
    assert f"{file} is a file, not a folder." in answer.err
    assert answer.out.splitlines() == [
        f"{folder} was added.",
        f"{folder} is in the library already.",
        "6 articles",
    ]


def test_unreadable_files_are_named_when_their_folder_is_added(
    bulletin: CommandLine, folder: Path
) -> None:
    (folder / "rong.txt").write_text("")
    answer = bulletin("add", str(folder))
    assert answer.status == 1
    assert answer.out.endswith("6 articles\n")
    assert f"{folder / 'rong.txt'}: There is no text in the file." in answer.err


def test_a_whole_home_is_only_added_when_that_is_meant(
    bulletin: CommandLine, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(folder.parent))
    answer = bulletin("add", "~")
    assert answer.status == 1
    assert "9 files would be read" in answer.err
    assert "--yes" in answer.err
    assert len(bulletin("sources").rows) == 1
    assert bulletin("add", "~", "--yes").out.endswith("9 articles\n")


def test_the_bundled_reports_are_removed_from_view_and_added_again(bulletin: CommandLine) -> None:
    assert bulletin("remove", "bundled").status == 0
    assert bulletin("list").status == 1
    assert bulletin("sources").rows == []
    assert bulletin("add", "bundled").status == 0
    assert len(bulletin("list").rows) == 3


def test_a_folder_that_is_away_keeps_its_articles_and_is_named_by_sources(
    bulletin: CommandLine, folder: Path
) -> None:
    bulletin("add", str(folder))
    folder.rename(folder.with_name("thao ra"))
    assert bulletin("index").status == 0
    assert len(bulletin("list").rows) == 9
    answer = bulletin("sources")
    assert answer.status == 1
    assert f"{folder}: There is no such folder." in answer.err
    assert bulletin("remove", str(folder)).status == 0
    assert len(bulletin("list").rows) == 3


def test_what_is_not_in_the_library_cannot_be_removed(bulletin: CommandLine, folder: Path) -> None:
    answer = bulletin("remove", str(folder))
    assert answer.status == 1
    assert "is not in the library" in answer.err
    bulletin("add", str(folder))
    write_articles(folder / "trong", 1, first=9)
    assert f"inside {folder}" in bulletin("remove", str(folder / "trong")).err


def test_a_folder_comes_and_goes_while_another_window_builds_the_index(
    bulletin: CommandLine, folder: Path
) -> None:
    bulletin("add", str(folder))
    (index,) = bulletin.home.rglob("index.db")
    for command in ("remove", "add"):
        with builder_lock(index):
            answer = bulletin(command, str(folder))
        assert answer.status == 0
        assert answer.out.count("\n") == 1
        assert "what has changed follows" in answer.err
    assert len(bulletin("list").rows) == 9
