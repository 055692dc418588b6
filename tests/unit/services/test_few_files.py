"""Few files are read at once, foreign ones by a process of their own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.services import few_files
from bulletin_tui.services.few_files import read_articles
from bulletin_tui.workers.pool import PreparePool

if TYPE_CHECKING:
    from bulletin_tui.paths import Paths
    from bulletin_tui.workers.pool import Answer


@pytest.fixture
def foreign(paths: Paths, tmp_path: Path) -> Paths:
    folder = tmp_path / "của tôi"
    folder.mkdir()
    (folder / "nuoc.txt").write_text("Nước sạch\n\nNước đã về tới xã An Bình hôm qua.")
    return paths.for_folder(folder)


def test_foreign_files_are_not_parsed_in_this_process(
    foreign: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("parsed here")

    monkeypatch.setattr(few_files, "parse_guarded", refuse)
    (article,) = read_articles(foreign).articles
    assert article.summary.title == "Nước sạch"


def test_what_was_read_once_is_not_read_again(
    foreign: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    (foreign.articles / "cu.txt").write_bytes("Thông báo hỏng ".encode() + b"\xff")
    (foreign.articles / "rong.txt").write_bytes(b" ")
    first = read_articles(foreign)
    assert any(article.document.warnings for article in first.articles)
    assert [Path(each.path).name for each in first.library.problems] == ["rong.txt"]
    monkeypatch.setattr("bulletin_tui.workers.pool.PreparePool", None)
    again = read_articles(foreign)
    assert again.articles == first.articles
    assert again.library.problems == first.library.problems


def test_reading_ends_when_that_is_asked_for(foreign: Paths) -> None:
    stacks = read_articles(foreign, is_stopped=lambda: True)
    assert (stacks.articles, len(stacks.library.problems)) == ((), 1)
    assert len(read_articles(foreign).articles) == 1


def test_it_is_told_how_many_files_were_read(foreign: Paths) -> None:
    heard: list[tuple[int, int]] = []
    read_articles(foreign, on_read=lambda *counts: heard.append(counts))
    assert heard == [(0, 1), (1, 1)]
    heard.clear()
    read_articles(foreign, on_read=lambda *counts: heard.append(counts))
    assert heard == [(1, 1)]


def test_what_was_read_before_no_process_could_be_started_any_more_is_there(
    foreign: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    (foreign.articles / "sau.txt").write_text("Kè sông\n\nKè mới dài hai cây số.")
    take, answers = PreparePool.take, iter(range(1))

    def take_one(pool: PreparePool, timeout_s: float) -> Answer | None:
        answer = take(pool, timeout_s)
        if answer is not None and next(answers, None) is None:
            raise IndexUnavailableError("Hết bộ nhớ.")
        return answer

    monkeypatch.setattr(PreparePool, "take", take_one)
    stacks = read_articles(foreign)
    assert len(stacks.articles) == 1
    assert [Path(each.path).name for each in stacks.library.problems] == ["sau.txt"]


def test_the_same_bytes_are_read_as_what_each_file_is(foreign: Paths) -> None:
    for name in ("a.md", "b.txt"):
        (foreign.articles / name).write_text("# Nước về\n\nNước đã về tới **bản trên**.")
        read_articles(foreign)
    texts = {
        Path(each.summary.paths[0]).name: each.text for each in read_articles(foreign).articles
    }
    assert "**" not in texts["a.md"]
    assert "**" in texts["b.txt"]
