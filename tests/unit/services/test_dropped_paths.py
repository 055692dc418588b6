"""Files that are dropped on the terminal together are understood one by one."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from bulletin_tui.services.dropped_paths import look_like_paths, understand_paths


@pytest.mark.parametrize(
    "typed",
    [
        "'/khong có/một.txt' '/khong có/hai.txt' ",
        "/khong\\ có/một.txt /khong\\ có/hai.txt",
        "'/khong có/một.txt'\n'/khong có/hai.txt'\n",
        "file:///khong%20c%C3%B3/một.txt file:///khong%20c%C3%B3/hai.txt",
        "\"/khong có/một.txt\" '/khong có/hai.txt'",
    ],
)
def test_every_path_of_several_is_understood(typed: str) -> None:
    assert understand_paths(typed) == (Path("/khong có/một.txt"), Path("/khong có/hai.txt"))
    assert look_like_paths(typed)


@pytest.mark.parametrize("name", ["bài /tập.txt", "bài 'mới'.txt", "một hai.txt"])
def test_one_path_with_blanks_stays_one(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.touch()
    assert understand_paths(str(path)) == (path,)
    assert understand_paths(shlex.quote(str(path))) == (path,)


@pytest.mark.parametrize("typed", ["/khong có/một hai.txt", "/khong-co/'mot", "/khong-co"])
def test_what_is_not_several_paths_is_one(typed: str) -> None:
    assert understand_paths(typed) == (Path(typed),)


@pytest.mark.parametrize("pasted", ["", "\n", "nghị quyết 29", "/a\nnghị quyết"])
def test_other_words_are_no_paths(pasted: str) -> None:
    assert not look_like_paths(pasted)
