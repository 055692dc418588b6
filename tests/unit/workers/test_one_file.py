"""A file that somebody waits for is prepared like any other, and given up sooner."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import ArticleUnreadableError, IndexUnavailableError
from bulletin_tui.importers.guarding import parse_guarded
from bulletin_tui.library.articles import make_article
from bulletin_tui.search.preparing import prepare
from bulletin_tui.search.stored import restore
from bulletin_tui.words import use_language
from bulletin_tui.workers import process
from bulletin_tui.workers.one_file import prepare_file
from unit.workers.folders import COMPUTING, WAITING, write_article, write_stuck

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_the_article_that_it_would_be_here(tmp_path: Path) -> None:
    path = write_article(tmp_path, 1)
    article = make_article(parse_guarded(path.read_bytes(), path.name), path)
    assert prepare_file(path) == prepare(article)
    assert restore(prepare_file(path)) == article


def test_why_a_file_cannot_be_read_is_said_in_the_language_in_use(tmp_path: Path) -> None:
    path = tmp_path / "rong.md"
    path.write_text("")
    use_language("vi")
    with pytest.raises(ArticleUnreadableError, match="Tệp không có chữ nào"):
        prepare_file(path)


@pytest.mark.usefixtures("stuck_parser")
@pytest.mark.parametrize(("name", "cpu_s", "patience_s"), [(COMPUTING, 0.05, 600), (WAITING, 9, 0)])
def test_a_file_that_takes_too_long_is_given_up(
    tmp_path: Path, name: str, cpu_s: float, patience_s: float
) -> None:
    path = write_stuck(tmp_path, name)
    with pytest.raises(ArticleUnreadableError, match="too long"):
        prepare_file(path, cpu_s=cpu_s, patience_s=patience_s)


def test_a_system_that_starts_no_process_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "MODULE", "bulletin_tui.workers.no_such_module")
    with pytest.raises(IndexUnavailableError, match="cannot be started"):
        prepare_file(write_article(tmp_path, 1))
