"""Paths are understood as people type, paste and drop them, and completed as far as is sure."""

from __future__ import annotations

import shlex
import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.services.typed_paths import (
    as_spelt,
    complete_path,
    expanded,
    looks_like_path,
    understand_path,
)

PLAIN = st.text("abc ộđ'\"\\()&%#", min_size=1).map(lambda name: f"/x/{name}")


@given(PLAIN)
def test_a_path_that_a_shell_would_quote_is_that_path(path: str) -> None:
    assert understand_path(shlex.quote(path)) == Path(path)


@given(PLAIN.filter(lambda path: not path.endswith(" ")))
def test_an_address_of_a_file_is_its_path(path: str) -> None:
    assert understand_path(Path(path).as_uri()) == Path(path)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/a/ghi\\ ch\\(é\\)p ", "/a/ghi ch(é)p"),
        ("'/a/b c'\n", "/a/b c"),
        ('"/a/b c"', "/a/b c"),
        ("/a/b c", "/a/b c"),
        ("/a/it's", "/a/it's"),
        ("'/a/b", "'/a/b"),
        ("file:///a/b%20c", "/a/b c"),
        ("file://localhost/a", "/a"),
    ],
)
def test_what_terminals_add_is_taken_off(typed: str, meant: str) -> None:
    assert understand_path(typed) == Path(meant)


def test_a_tilde_is_the_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/nha")
    assert understand_path("~/bài") == Path("/nha/bài")


@pytest.mark.parametrize("typed", ["~khong-ai-ten-nay", "~khong-ai-ten-nay/x", "file://[x", "~\0"])
def test_what_cannot_be_expanded_stays_as_typed(typed: str) -> None:
    assert understand_path(typed) == expanded(typed) == Path(typed)
    assert complete_path(typed).candidates == ()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_file_is_found_however_its_accents_are_spelt(
    tmp_path: Path, form: Literal["NFC", "NFD"]
) -> None:
    spelt = tmp_path / unicodedata.normalize("NFD", "Tài liệu") / "Báo cáo.md"
    spelt.parent.mkdir()
    spelt.write_text("")
    typed = unicodedata.normalize(form, str(spelt))
    assert as_spelt(Path(typed)) == spelt
    assert complete_path(f"{Path(typed).parent}/").candidates == ("Báo cáo.md",)


@pytest.mark.parametrize("name", ["/x" * 3000, "x" * 5000, "ế/../ế", "a\0b"])
def test_a_path_that_is_nowhere_stays_as_it_is(tmp_path: Path, name: str) -> None:
    path = tmp_path / name.lstrip("/")
    assert as_spelt(path) == path


@pytest.mark.parametrize("pasted", ["/a/b", "'/a b'", "~/a", "file:///a", "/a\\ b\n"])
def test_a_dropped_path_is_known(pasted: str) -> None:
    assert looks_like_path(pasted)


@pytest.mark.parametrize("pasted", ["", "nghị quyết 29", "a/b", "/a\n/b", "http://a/b"])
def test_other_words_are_no_path(pasted: str) -> None:
    assert not looks_like_path(pasted)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with folders and files."""
    for name in ("Tài liệu", "Tài sản", "Ảnh", ".kin"):
        (tmp_path / name).mkdir()
    for name in ("tản mạn.md", "tản mạn.png"):
        (tmp_path / name).write_text("")
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_a_home_is_listed_folders_first_and_only_what_can_be_read(home: Path) -> None:
    for typed in ("", "~", "~/", f"{home}/"):
        assert complete_path(typed).candidates == ("Ảnh/", "Tài liệu/", "Tài sản/", "tản mạn.md")


def test_a_beginning_is_completed_as_far_as_there_is_no_choice(home: Path) -> None:
    assert complete_path("~/tai").completed == f"{home}/Tài "
    assert complete_path("~/tai l").completed == f"{home}/Tài liệu/"
    assert complete_path("~/.k").candidates == (".kin/",)


def test_what_nothing_begins_with_stays_as_it_is(home: Path) -> None:
    completion = complete_path("~/xyz")
    assert (completion.completed, completion.candidates) == ("~/xyz", ())
    assert complete_path("/khong/co/").candidates == ()
