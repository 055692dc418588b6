"""The imported originals: kept whole, never over one another, earlier versions beside them."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.errors import NotSavedError
from bulletin_tui.importers.formats import SUFFIXES
from bulletin_tui.library.originals import EARLIER, Originals, safe_name
from bulletin_tui.library.shelf import find_article_files


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    return Originals(tmp_path / "library")


def test_a_file_is_kept_byte_for_byte_below_its_source(originals: Originals) -> None:
    path = originals.keep("Sở Giáo dục", "báo cáo.txt", b"\xff\x00abc")
    assert path == originals.folder / "Sở Giáo dục" / "báo cáo.txt"
    assert path.read_bytes() == b"\xff\x00abc"
    assert originals.holds(str(path))
    assert not originals.holds(str(originals.folder.parent / "báo cáo.txt"))


def test_files_of_one_name_are_told_by_a_number(originals: Originals) -> None:
    paths = [originals.keep(None, "tin.html", data) for data in (b"1", b"2", b"3")]
    assert [path.name for path in paths] == ["tin.html", "tin-2.html", "tin-3.html"]
    assert [path.read_bytes() for path in paths] == [b"1", b"2", b"3"]


def test_a_file_that_two_windows_import_is_kept_once(originals: Originals) -> None:
    *_first, numbered = [originals.keep(None, "tin.html", data) for data in (b"1", b"2")]
    assert originals.keep(None, "tin.html", b"2") == numbered


def test_a_newer_version_takes_the_place_and_the_earlier_one_stays(originals: Originals) -> None:
    path = originals.keep("Báo", "tin.txt", "bản một".encode())
    assert originals.replace(path, "tai-ve.txt", "bản hai".encode()) == path
    assert path.read_bytes() == "bản hai".encode()
    (earlier,) = (path.parent / EARLIER).iterdir()
    assert earlier.read_bytes() == "bản một".encode()
    found = find_article_files([originals.folder], SUFFIXES)
    assert [file.path for file in found.files] == [str(path)]


def test_a_newer_version_in_another_format_takes_its_suffix(originals: Originals) -> None:
    path = originals.keep("Báo", "tin.txt", b"1")
    kept = originals.replace(path, "tin.MD", b"2")
    assert kept == path.with_suffix(".md")
    assert not path.exists()


def test_nothing_is_left_of_what_could_not_be_written(
    originals: Originals, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotSavedError, match="No space left"):
        originals.keep("Báo", "tin.txt", b"1")
    assert list((originals.folder / "Báo").iterdir()) == []


@pytest.fixture
def ended() -> str:
    """The number of a process that is no more."""
    process = subprocess.Popen([sys.executable, "-S", "-c", ""])
    process.wait()
    return str(process.pid)


def test_what_an_ended_import_left_is_swept_away(originals: Originals, ended: str) -> None:
    kept = originals.keep("Báo", "tin.txt", b"1")
    originals.replace(kept, "tin.txt", b"2")
    earlier = kept.parent / EARLIER
    before = sorted(originals.folder.rglob("*"))
    for folder in (kept.parent, earlier):
        (folder / f".under-way-{ended}").write_bytes(b"half")
    originals.sweep()
    assert sorted(originals.folder.rglob("*")) == before


def test_what_another_import_is_writing_stays(originals: Originals) -> None:
    kept = originals.keep("Báo", "tin.txt", b"1")
    theirs = kept.parent / f".under-way-{os.getppid()}"
    theirs.write_bytes(b"half")
    originals.sweep()
    assert theirs.read_bytes() == b"half"


def test_what_cannot_be_swept_away_is_said(
    originals: Originals, ended: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = originals.keep("Báo", "tin.txt", b"1")
    (kept.parent / f".under-way-{ended}").write_bytes(b"half")

    def refused(_path: Path, **_how: bool) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refused)
    with pytest.raises(NotSavedError, match="Permission denied"):
        originals.sweep()


def no_links(_source: Path, _target: Path) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_where_files_have_one_name_only_they_are_kept_as_well(
    originals: Originals, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_links)
    paths = [originals.keep(None, "tin.html", data) for data in (b"1", b"2")]
    assert [path.read_bytes() for path in paths] == [b"1", b"2"]
    assert sorted(originals.folder.glob("*/*")) == sorted(paths)


def test_no_empty_file_stays_where_a_name_could_not_be_given(
    originals: Originals, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _target: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(NotSavedError, match="Input/output"):
        originals.keep("Báo", "tin.txt", b"1")
    assert list((originals.folder / "Báo").iterdir()) == []


def test_a_file_that_is_set_out_has_its_new_name_only(originals: Originals, tmp_path: Path) -> None:
    path = originals.keep("Báo", "tin.txt", b"1")
    moved = originals.set_out(path, tmp_path / "aside")
    assert (moved, moved.read_bytes()) == (tmp_path / "aside" / "Báo" / "tin.txt", b"1")
    assert not path.exists()


@pytest.fixture
def far_away(originals: Originals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that no file of the library can be linked to or renamed into."""

    def refuse(old: Path, new: Path) -> None:
        if originals.holds(str(old)) != originals.holds(str(new)):
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    def link(old: Path, new: Path) -> None:
        refuse(old, new)
        real_link(old, new)

    def replace(old: Path, new: Path) -> Path:
        refuse(old, new)
        return real_replace(old, new)

    real_link, real_replace = os.link, Path.replace
    monkeypatch.setattr(os, "link", link)
    monkeypatch.setattr(Path, "replace", replace)
    return tmp_path / "aside"


def test_a_file_is_set_out_to_another_file_system(originals: Originals, far_away: Path) -> None:
    (far_away / "Báo").mkdir(parents=True)
    (far_away / "Báo" / "tin.txt").write_bytes(b"other")
    path = originals.keep("Báo", "tin.txt", b"abc")
    os.utime(path, ns=(0, 1_000_000_000))
    moved = originals.set_out(path, far_away)
    assert moved == far_away / "Báo" / "tin-2.txt"
    assert (moved.read_bytes(), moved.stat().st_mtime_ns) == (b"abc", 1_000_000_000)
    assert sorted(each.name for each in moved.parent.iterdir()) == ["tin-2.txt", "tin.txt"]
    assert not path.exists()


def test_a_file_that_cannot_be_copied_whole_stays_where_it_is(
    originals: Originals, far_away: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = originals.keep("Báo", "tin.txt", b"abc")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotSavedError) as caught:
        originals.set_out(path, far_away)
    assert caught.value.advice == "Make room on the disk; then take it out again."
    assert path.read_bytes() == b"abc"
    assert list((far_away / "Báo").iterdir()) == []


def test_a_newer_version_that_comes_while_a_file_is_copied_stays(
    originals: Originals, far_away: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_and_import(old: Path) -> bytes:
        data = real_read(old)
        monkeypatch.undo()
        originals.replace(old, "tin.txt", b"newer")
        return data

    path = originals.keep("Báo", "tin.txt", b"abc")
    real_read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", read_and_import)
    assert originals.set_out(path, far_away).read_bytes() == b"abc"
    assert path.read_bytes() == b"newer"


def test_what_is_in_the_place_of_the_folder_is_said(originals: Originals, tmp_path: Path) -> None:
    path = originals.keep("Báo", "tin.txt", b"abc")
    aside = tmp_path / "aside"
    aside.write_text("")
    with pytest.raises(NotSavedError, match=f"{aside} is not a folder") as caught:
        originals.set_out(path, aside)
    assert "another name" in caught.value.advice
    aside.unlink()
    aside.symlink_to(tmp_path / "nowhere")
    with pytest.raises(NotSavedError, match=f"{aside} is a link that leads nowhere") as caught:
        originals.set_out(path, aside)
    assert "Remove the link" in caught.value.advice
    assert path.read_bytes() == b"abc"


def test_a_newer_version_that_comes_while_a_file_is_set_out_stays(
    originals: Originals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = originals.keep("Báo", "tin.txt", b"1")
    link = os.link

    def link_and_import(source: Path, target: Path) -> None:
        link(source, target)
        originals.replace(path, "tin.txt", b"2")

    monkeypatch.setattr(os, "link", link_and_import)
    moved = originals.set_out(path, tmp_path / "aside")
    assert (moved.read_bytes(), path.read_bytes()) == (b"1", b"2")


@given(st.text())
def test_any_name_becomes_one_that_is_a_name_everywhere(name: str) -> None:
    safe = safe_name(name)
    assert safe not in ("", ".", "..")
    assert not safe.startswith((".", "-"))
    assert "/" not in safe
    assert "\x00" not in safe
    assert len(safe.encode()) <= 255
    assert safe_name(safe) == safe


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "..\\..\\a.txt"])
def test_no_name_leads_out_of_the_library(originals: Originals, name: str) -> None:
    kept = originals.keep(name, name, b"1")
    assert kept.resolve().is_relative_to(originals.folder.resolve())
    assert kept.parent.parent == originals.folder


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("*.txt", "_.txt"),
        (" .txt", "_.txt"),
        (".md", "_.md"),
        ("???.html", "_.html"),
        ("- .txt", "_.txt"),
        ("Tiêu đề.", "Tiêu đề"),
        ("29-NQ/TW.txt", "29-NQ-TW.txt"),
        ("x." + "y" * 200, "x." + "y" * 118),
    ],
)
def test_a_file_keeps_its_suffix_whatever_is_left_of_its_name(name: str, kept: str) -> None:
    assert safe_name(name) == kept


@given(st.text(), st.sampled_from(sorted(SUFFIXES)))
def test_no_file_loses_the_suffix_that_tells_its_format(stem: str, suffix: str) -> None:
    assert safe_name(stem + suffix).endswith(suffix)


def test_the_names_of_devices_are_no_files(originals: Originals) -> None:
    assert safe_name("CON.txt") == "_CON.txt"
    assert safe_name("console.txt") == "console.txt"
    assert originals.keep(None, "nul", b"").name == "_nul"


def test_what_is_set_out_is_moved_and_never_over_another(
    originals: Originals, tmp_path: Path
) -> None:
    for data in (b"1", b"2"):
        originals.set_out(originals.keep("Báo", "tin.txt", data), tmp_path / "removed")
    moved = sorted((tmp_path / "removed" / "Báo").iterdir())
    assert [(path.name, path.read_bytes()) for path in moved] == [
        ("tin-2.txt", b"2"),
        ("tin.txt", b"1"),
    ]
    assert find_article_files([originals.folder], SUFFIXES).files == ()
