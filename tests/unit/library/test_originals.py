"""The imported originals: kept whole, never over one another, earlier versions beside them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.errors import NotSavedError
from bulletin_tui.importers.formats import SUFFIXES
from bulletin_tui.library.originals import EARLIER, Originals, safe_name
from bulletin_tui.library.shelf import find_article_files

if TYPE_CHECKING:
    from pathlib import Path


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


def test_what_an_ended_import_left_is_swept_away(originals: Originals) -> None:
    kept = originals.keep("Báo", "tin.txt", b"1")
    (kept.parent / ".under-way-1").write_bytes(b"half")
    originals.sweep()
    assert list(kept.parent.iterdir()) == [kept]


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


def test_the_names_of_devices_are_no_files(originals: Originals) -> None:
    assert safe_name("CON.txt") == "_CON.txt"
    assert safe_name("console.txt") == "console.txt"
    assert originals.keep(None, "nul", b"").name == "_nul"
