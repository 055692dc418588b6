"""Folders that cannot even be looked into are said in words, whatever is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journeys.shell import shell

if TYPE_CHECKING:
    from pathlib import Path

NO_FOLDER = "x" * 300
"""A name that no file system takes: the system answers with an error, as for a closed folder."""
ARTICLE = "lai-chau-boi-duong-chinh-tri-he-2023"


@pytest.mark.parametrize("place", ["XDG_DATA_HOME", "XDG_CACHE_HOME"])
def test_the_library_is_read_without_them(tmp_path: Path, place: str) -> None:
    answer = shell("bulletin list", tmp_path, **{place: str(tmp_path / NO_FOLDER)})
    assert answer.returncode == 0
    assert ARTICLE in answer.stdout


@pytest.mark.parametrize(
    "line",
    [
        f"bulletin annotate {ARTICLE} --quote 'gần 10.000 giáo viên'",
        f"bulletin edit {ARTICLE} --title 'Bồi dưỡng hè'",
    ],
)
def test_nothing_is_said_to_be_saved_that_is_not(tmp_path: Path, line: str) -> None:
    answer = shell(line, tmp_path, XDG_DATA_HOME=str(tmp_path / NO_FOLDER))
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.startswith("Nothing will be saved: ")
