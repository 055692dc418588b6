"""What is missing of the library is said along with every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.cli import incomplete
from bulletin_tui.services import opening, unindexed

if TYPE_CHECKING:
    from journeys.conftest import CommandLine

QUESTIONS = [("search", "sach"), ("list",), ("show", "cap-dien")]


@pytest.fixture
def large(bulletin: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """A library that is too large to be held in memory, with two files that cannot be read."""
    monkeypatch.setattr(opening, "MOST_IN_MEMORY", 2)
    for name in ("rong.md", "trong.md"):
        (bulletin.articles / name).write_text("")
    monkeypatch.setattr(opening, "bundled_articles", lambda: None)
    return bulletin


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_files_that_the_index_could_not_take_are_named(
    large: CommandLine, question: tuple[str, ...]
) -> None:
    large("index")
    answer = large(*question)
    assert answer.out
    assert "rong.md: There is no text in the file." in answer.err
    assert "trong.md: There is no text in the file." in answer.err


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_is_an_answer_whatever_else_could_not_be_read(
    large: CommandLine, question: tuple[str, ...]
) -> None:
    large("index")
    assert large(*question).status == 0


def test_nothing_found_is_said_by_the_exit_status_alone(large: CommandLine) -> None:
    large("index")
    assert large("search", "zzzxxyy").status == 1
    assert large("list", "--source", "zzzxxyy").status == 1


def test_of_many_files_only_some_are_named(
    large: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incomplete, "MOST_NAMED_IN_PASSING", 1)
    monkeypatch.setattr(incomplete, "MOST_NAMED", 1)
    large("index")
    sentence = "2 files could not be read; `bulletin sources` names them.\n"
    assert large("search", "sach").err == sentence
    named = large("sources").err
    assert "rong.md: " in named
    assert "trong.md: " not in named
    assert "1 more file\n" in named


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_index_that_cannot_be_kept_is_said_with_what_follows(
    large: CommandLine, monkeypatch: pytest.MonkeyPatch, question: tuple[str, ...]
) -> None:
    monkeypatch.setattr(unindexed, "MOST_UNINDEXED", 4)
    large.home.mkdir()
    (large.home / "cache").write_text("")
    answer = large(*question)
    assert answer.out
    assert "cannot be kept in" in answer.err
    assert "Only the first 4 files are read" in answer.err


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_folder_in_the_place_of_the_index_keeps_nobody_from_an_answer(
    large: CommandLine, question: tuple[str, ...]
) -> None:
    (large.home / "cache" / "bulletin" / "index.db").mkdir(parents=True)
    answer = large(*question)
    assert answer.out
    assert "A folder is in the place of the search index" in answer.err
    assert "Remove it" in answer.err
