"""An index is what the files are: built once, brought up to date, and gone on with."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.model.indexing import IndexProgress, IndexState
from bulletin_tui.search.built_from import (
    built_at,
    count_articles,
    known_files,
    known_problems,
)
from bulletin_tui.search.opening import open_index
from bulletin_tui.workers import building
from bulletin_tui.workers.build_order import BuildOrder
from bulletin_tui.workers.building import IndexBuild
from unit.workers.folders import OVER_TIME, build, contents, write_articles, write_stuck


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of forty articles."""
    write_articles(tmp_path / "bai", 40)
    return tmp_path / "bai"


def problems(index_path: Path) -> dict[str, str]:
    with open_index(index_path) as index:
        return {problem.path: problem.reason for problem in known_problems(index)}


def test_every_file_is_in_the_index_once(folder: Path, index_path: Path) -> None:
    last = build(index_path, folder)
    assert (last.done, last.total, last.changed) == (40, 40, 40)
    with open_index(index_path) as index:
        assert count_articles(index) == 40
        assert sorted(known_files(index)) == sorted(map(str, folder.iterdir()))
        assert built_at(index) is not None


def test_what_has_not_changed_is_not_read_again(folder: Path, index_path: Path) -> None:
    build(index_path, folder)
    before = contents(index_path)
    assert build(index_path, folder).changed == 0
    assert contents(index_path) == before


def test_an_index_brought_up_to_date_is_the_one_that_is_built_anew(
    folder: Path, index_path: Path, tmp_path: Path
) -> None:
    build(index_path, folder)
    files = sorted(folder.iterdir())
    files[0].unlink()
    files[7].write_text("Bài đã viết lại từ đầu.", encoding="utf-8")
    files[8].write_bytes(files[9].read_bytes())
    write_articles(folder / "moi", 3, first=100)
    assert build(index_path, folder).changed == 6
    build(tmp_path / "anew.db", folder)
    assert contents(index_path) == contents(tmp_path / "anew.db")


def test_a_build_that_was_stopped_goes_on_where_it_was(
    folder: Path, index_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "BATCH_FILES", 7)
    monkeypatch.setattr(building, "BATCH_S", float("inf"))
    monkeypatch.setattr(building, "FIRST_BATCH_S", float("inf"))
    done: list[int] = []
    for most in range(7, 50, 7):
        reports: list[IndexProgress] = []

        def is_stopped(most: int = most, reports: list[IndexProgress] = reports) -> bool:
            return bool(reports) and reports[-1].done >= most

        with open_index(index_path, for_writing=True) as index:
            last = IndexBuild(
                index, BuildOrder((folder,)), reports.append, is_stopped, processes=1
            ).run()
        done.append(last.done)
    assert done == [7, 14, 21, 28, 35, 40, 40]
    assert last.state is IndexState.DONE
    build(tmp_path / "at-once.db", folder)
    assert contents(index_path) == contents(tmp_path / "at-once.db")


def write_twins(folder: Path) -> list[Path]:
    """One text in three files, each with a title of its own."""
    paths = [folder / f"{name}.md" for name in ("a-sinh-ba", "m-sinh-ba", "z-sinh-ba")]
    for path in paths:
        path.write_text(f"---\ntitle: Tựa {path.stem[0]}\n---\nBa tệp một lời.", encoding="utf-8")
    return paths


def twin_titles(index_path: Path) -> list[tuple[str, list[str]]]:
    """The title of each article with the title Tựa, and the first letters of its files."""
    rows = [row for row in contents(index_path)["articles"] if str(row[2]).startswith("Tựa")]
    return [(str(row[2]), [Path(each).name[0] for each in json.loads(str(row[7]))]) for row in rows]


def test_files_of_one_text_are_one_article_as_the_first_of_them_says(
    folder: Path, index_path: Path, tmp_path: Path
) -> None:
    a, m, z = write_twins(folder)
    build(index_path, folder)
    assert twin_titles(index_path) == [("Tựa a", ["a", "m", "z"])]
    z.write_text(z.read_text(encoding="utf-8").replace("Tựa z", "Tựa khác"), encoding="utf-8")
    build(index_path, folder)
    assert twin_titles(index_path) == [("Tựa a", ["a", "m", "z"])]
    a.unlink()
    build(index_path, folder)
    assert twin_titles(index_path) == [("Tựa m", ["m", "z"])]
    build(tmp_path / "anew.db", folder)
    assert contents(index_path) == contents(tmp_path / "anew.db")
    m.write_text("Nay lời khác.", encoding="utf-8")
    build(index_path, folder)
    assert twin_titles(index_path) == [("Tựa khác", ["z"])]
    write_twins(folder)
    build(index_path, folder)
    assert twin_titles(index_path) == [("Tựa a", ["a", "m", "z"])]
    for path in (a, m, z):
        path.unlink()
    build(index_path, folder)
    assert twin_titles(index_path) == []


def test_a_twin_is_read_again_by_the_next_build_if_this_one_was_stopped(
    folder: Path, index_path: Path
) -> None:
    a, *_others = write_twins(folder)
    build(index_path, folder)
    a.unlink()
    reports: list[IndexProgress] = []
    with open_index(index_path, for_writing=True) as index:
        last = IndexBuild(
            index,
            BuildOrder((folder,)),
            reports.append,
            lambda: any(each.changed for each in reports),
        ).run()
    assert last.state is IndexState.STOPPED
    build(index_path, folder)
    assert twin_titles(index_path) == [("Tựa m", ["m", "z"])]


def test_the_setting_of_a_text_may_change_though_its_words_do_not(
    folder: Path, index_path: Path
) -> None:
    path = folder / "nhay.md"
    for text in ("Lời “trong ngoặc”.", 'Lời "trong ngoặc".'):
        path.write_text(text, encoding="utf-8")
        build(index_path, folder)
        assert text in [row[2] for row in contents(index_path)["passages"]]


def test_an_id_that_moves_to_another_file_is_found_there_at_once(
    folder: Path, index_path: Path, tmp_path: Path
) -> None:
    a, b, c = (folder / f"{name}.md" for name in "abc")
    a.write_text("---\nid: mot\n---\nBài thứ nhất.", encoding="utf-8")
    b.write_text("---\nid: hai\n---\nBài thứ hai.", encoding="utf-8")
    c.write_text("---\nid: ba\n---\nBài thứ ba.", encoding="utf-8")
    build(index_path, folder)
    a.write_text("---\nid: hai\n---\nBài hai, đã dời.", encoding="utf-8")
    b.write_text("---\nid: ba\n---\nBài ba, đã dời.", encoding="utf-8")
    c.write_text("---\nid: bon\n---\nBài thứ tư.", encoding="utf-8")
    last = build(index_path, folder)
    assert (last.changed, last.done, last.total) == (3, 43, 43)
    assert problems(index_path) == {}
    build(tmp_path / "anew.db", folder)
    assert contents(index_path) == contents(tmp_path / "anew.db")


def test_an_id_that_another_file_has_is_told_until_it_is_free(
    folder: Path, index_path: Path
) -> None:
    first, second = folder / "a.md", folder / "b.md"
    first.write_text("---\nid: trung\n---\nBài giữ mã.", encoding="utf-8")
    second.write_text("---\nid: trung\n---\nBài đến sau.", encoding="utf-8")
    build(index_path, folder)
    assert problems(index_path) == {str(second): f"Its id “trung” is already that of {first}."}
    first.unlink()
    build(index_path, folder)
    assert problems(index_path) == {}


@pytest.mark.usefixtures("stuck_parser")
def test_files_that_cannot_be_read_are_named_and_the_rest_found(
    folder: Path, index_path: Path
) -> None:
    slow, empty, away = write_stuck(folder, OVER_TIME), folder / "rong.txt", folder / "lac.md"
    empty.write_text("\n")
    away.symlink_to(folder / "khong-co.md")
    build(index_path, folder)
    assert problems(index_path) == {
        str(slow): "Reading it took too long.",
        str(empty): "There is no text in the file.",
        str(away): "The link leads nowhere.",
    }
    with open_index(index_path) as index:
        assert count_articles(index) == 40


def test_a_file_that_spoilt_takes_its_article_along(folder: Path, index_path: Path) -> None:
    build(index_path, folder)
    path = min(folder.iterdir())
    path.write_text("")
    build(index_path, folder)
    assert list(problems(index_path)) == [str(path)]
    with open_index(index_path) as index:
        assert count_articles(index) == 39


def test_a_bad_file_is_not_read_again_until_it_changes(folder: Path, index_path: Path) -> None:
    path = folder / "rong.txt"
    path.write_text("\n")
    assert build(index_path, folder).changed == 41
    assert build(index_path, folder).changed == 0
    path.write_text("Nay đã có chữ.", encoding="utf-8")
    assert build(index_path, folder).changed == 1
    assert problems(index_path) == {}


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX only")
def test_a_name_that_is_not_utf_8_is_told(folder: Path, index_path: Path) -> None:
    (folder / os.fsdecode(b"b\xe0i.md")).write_text("Tên cũ.", encoding="utf-8")
    build(index_path, folder)
    assert problems(index_path) == {f"{folder}/b\\xe0i.md": "Its name is not in UTF-8."}


def test_a_folder_that_is_away_leaves_the_index_as_it_is(folder: Path, index_path: Path) -> None:
    build(index_path, folder)
    before = contents(index_path)
    folder.rename(folder.with_name("di-vang"))
    with pytest.raises(IndexUnavailableError, match="no such folder"):
        build(index_path, folder)
    assert contents(index_path) == before


def test_what_another_version_has_read_is_read_again_once(
    folder: Path, index_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = min(folder.iterdir())
    status = path.stat()
    text = path.read_bytes()
    path.write_bytes(text.upper())
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    build(index_path, folder)
    path.write_bytes(text)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    monkeypatch.setattr(building, "reading_version", lambda: "another")
    assert build(index_path, folder).changed == 40
    build(tmp_path / "anew.db", folder)
    assert contents(index_path) == contents(tmp_path / "anew.db")
    assert build(index_path, folder).changed == 0


def test_removing_what_is_gone_ends_when_the_build_is_stopped(
    folder: Path, index_path: Path
) -> None:
    build(index_path, folder)
    for path in folder.iterdir():
        path.rename(path.with_suffix(".old"))
    asked = 0

    def is_stopped() -> bool:
        nonlocal asked
        asked += 1
        return asked > 10

    with open_index(index_path, for_writing=True) as index:
        last = IndexBuild(index, BuildOrder((folder,)), lambda _progress: None, is_stopped).run()
        assert last.state is IndexState.STOPPED
        assert 40 - last.changed == count_articles(index) > 20
    assert build(index_path, folder).total == 0
    with open_index(index_path) as index:
        assert count_articles(index) == 0


def test_an_index_in_memory_takes_the_first_files_only(folder: Path) -> None:
    with open_index(None) as index:
        last = IndexBuild(
            index, BuildOrder((folder,)), lambda _progress: None, limit=10, processes=1
        ).run()
        assert (last.total, count_articles(index)) == (10, 10)
