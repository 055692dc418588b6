"""Of a file system that may never answer it is known after a moment that it does not."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.library import answering
from bulletin_tui.library.answering import status_in_time

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator


@pytest.fixture
def back(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Set when what is named `away` is to answer; until then it does not."""
    is_back, status_of = threading.Event(), Path.stat

    def stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if "away" in path.parts:
            is_back.wait()
        return status_of(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", stat)
    monkeypatch.setattr(answering, "PATIENCE_S", 0.01)
    yield is_back
    is_back.set()


def asking() -> int:
    return sum(thread.name == "asking" for thread in threading.enumerate())


@pytest.mark.usefixtures("back")
def test_a_file_that_is_there_or_not_is_told_as_ever(tmp_path: Path) -> None:
    (tmp_path / "bài.md").write_bytes(b"Tram")
    assert status_in_time(tmp_path / "bài.md").st_size == len(b"Tram")
    with pytest.raises(FileNotFoundError):
        status_in_time(tmp_path / "không.md")


@pytest.mark.usefixtures("back")
def test_a_folder_that_owes_an_answer_is_not_asked_another_question(tmp_path: Path) -> None:
    for name in ("một.md", "hai.md", "ba.md"):
        with pytest.raises(ArticleUnreadableError, match="away does not answer"):
            status_in_time(tmp_path / "away" / name)
    assert asking() == 1


def test_a_folder_that_has_come_back_answers(tmp_path: Path, back: threading.Event) -> None:
    file = tmp_path / "away" / "bài.md"
    file.parent.mkdir()
    file.write_bytes(b"Tram")
    with pytest.raises(ArticleUnreadableError):
        status_in_time(file)
    back.set()
    for thread in threading.enumerate():
        if thread.name == "asking":
            thread.join()
    assert status_in_time(file).st_size == len(b"Tram")
