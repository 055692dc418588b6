"""A folder gives its article files in order; what cannot be had is named with its reason."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.library.files import LARGEST_FILE
from bulletin_tui.library.shelf import find_article_files, has_more_bytes, has_newer

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = frozenset({".md", ".txt"})


def test_files_of_known_suffixes_are_found_at_any_depth_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b.md", "a/z.txt", "a/b/c.MD", "a.pdf", "README")
    assert names(tmp_path) == ["a/b/c.MD", "a/z.txt", "b.md"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, ".git/a.md", ".a.md", "a.md")
    assert names(tmp_path) == ["a.md"]


@pytest.mark.parametrize(
    ("changed", "is_newer"),
    [("a.md", True), ("b", True), ("b/c.md", True), ("a.pdf", False), (".git/a.md", False)],
)
def test_something_newer_is_noticed_where_articles_can_be(
    tmp_path: Path, changed: str, is_newer: bool
) -> None:
    write(tmp_path, "a.md", "b/c.md", "a.pdf", ".git/a.md")
    for path in (*tmp_path.rglob("*"), tmp_path):
        os.utime(path, ns=(5, 5))
    os.utime(tmp_path / changed, ns=(9, 9))
    assert has_newer([tmp_path], SUFFIXES, 7, 60) is is_newer
    assert not has_newer([tmp_path], SUFFIXES, 9, 60)


def test_a_folder_named_like_an_article_is_a_folder(tmp_path: Path) -> None:
    write(tmp_path, "x.md/y.md")
    assert names(tmp_path) == ["x.md/y.md"]


def test_a_pipe_is_left_to_the_reader_of_files_to_refuse(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.md")
    assert names(tmp_path) == ["x.md"]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "in/a.md")
    (tmp_path / "in" / "again").symlink_to(tmp_path)
    assert names(tmp_path) == ["in/a.md"]


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    write(tmp_path, "real/a.md", "real/.store/b.md")
    (tmp_path / "real" / "b.md").symlink_to(tmp_path / "real" / ".store" / "b.md")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert names(tmp_path / "link") == ["a.md", "b.md"]


def test_a_link_adds_only_what_was_not_found_otherwise(tmp_path: Path) -> None:
    write(tmp_path, "z.md", ".store/hidden.md")
    (tmp_path / "a.md").symlink_to("z.md")
    (tmp_path / "b.md").symlink_to(".store/hidden.md")
    (tmp_path / "c.md").symlink_to(".store/hidden.md")
    assert names(tmp_path) == ["b.md", "z.md"]


def test_two_names_of_one_file_are_found_once(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    (tmp_path / "b.md").hardlink_to(tmp_path / "a.md")
    assert names(tmp_path) == ["a.md"]


def test_a_link_out_of_the_folder_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, "in/a.md", "out.md")
    (tmp_path / "in" / "b.md").symlink_to(tmp_path / "out.md")
    assert names(tmp_path / "in") == ["a.md"]
    assert reasons(tmp_path / "in") == {"b.md": "The link leads out of the folder."}


@pytest.mark.parametrize("target", ["gone.md", "x.md"])
def test_a_link_to_nothing_is_a_problem(tmp_path: Path, target: str) -> None:
    (tmp_path / "x.md").symlink_to(target)
    assert reasons(tmp_path) == {"x.md": "The link leads nowhere."}


def test_bytes_are_counted_of_article_files_alone(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "sau/b.txt", "anh.png", ".c.md")
    for path in tmp_path.rglob("*.*"):
        path.write_bytes(b"12345")
    (tmp_path / "mat.md").symlink_to("khong-co")
    (tmp_path / "qua-lon.txt").touch()
    os.truncate(tmp_path / "qua-lon.txt", LARGEST_FILE + 1)
    assert has_more_bytes([tmp_path], SUFFIXES, 9)
    assert not has_more_bytes([tmp_path], SUFFIXES, 10)
    assert not has_more_bytes([tmp_path / "a.md"], SUFFIXES, 0)


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    assert find_article_files([tmp_path / "gone"], SUFFIXES).files == ()
    assert reasons(tmp_path / "gone") == {".": "There is no such folder."}


def test_a_file_of_another_kind_in_the_place_of_the_folder_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, "a.jpg")
    assert reasons(tmp_path / "a.jpg") == {".": "It is not a folder."}


def test_the_walk_goes_on_past_a_folder_that_may_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a/a.md", "b/b.md")
    really_scan = os.scandir

    def deny_b(path: str) -> object:
        if Path(path).name == "b":
            raise PermissionError(13, "Permission denied")
        return really_scan(path)

    monkeypatch.setattr(os, "scandir", deny_b)
    assert names(tmp_path) == ["a/a.md"]
    assert reasons(tmp_path) == {"b": "The folder may not be read: permission denied."}


def test_the_walk_goes_on_past_an_entry_that_cannot_be_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a.md", "b.md")
    really_scan = os.scandir

    class Broken:
        name = "c.md"
        path = str(tmp_path / "c.md")

        def is_dir(self, *, follow_symlinks: bool) -> bool:
            raise OSError(errno.EIO, "Input/output error")

    @contextmanager
    def scan(path: str) -> Iterator[list[os.DirEntry[str] | Broken]]:
        with really_scan(path) as entries:
            yield [*entries, Broken()]

    monkeypatch.setattr(os, "scandir", scan)
    assert names(tmp_path) == ["a.md", "b.md"]
    assert reasons(tmp_path) == {"c.md": "The file cannot be read: Input/output error."}


def write(folder: Path, *relative: str) -> None:
    """Make files that differ, with their folders."""
    for name in relative:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)


def names(folder: Path) -> list[str]:
    """What is found, relative to the folder."""
    found = find_article_files([folder], SUFFIXES)
    return [str(Path(file.path).relative_to(folder)) for file in found.files]


def reasons(folder: Path) -> dict[str, str]:
    """What is not found and why, relative to the folder."""
    found = find_article_files([folder], SUFFIXES)
    problems = (*found.absent, *found.problems)
    return {str(Path(problem.path).relative_to(folder)): problem.reason for problem in problems}


def test_a_single_file_may_stand_in_the_place_of_a_folder(tmp_path: Path) -> None:
    file = tmp_path / "tin.txt"
    file.write_text("Tin")
    (tmp_path / "khac.txt").write_text("Khác")
    assert [found.path for found in find_article_files([file], SUFFIXES).files] == [str(file)]
    picture = tmp_path / "anh.jpg"
    picture.write_bytes(b"\xff")
    assert find_article_files([picture], SUFFIXES).files == ()
