"""The library is what the files are: read once, sorted newest first, nothing silently left out."""

from __future__ import annotations

import sqlite3
import stat
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import ArticleNotFoundError, StateUnavailableError
from bulletin_tui.importers import parsing
from bulletin_tui.model.library import FileProblem
from bulletin_tui.services import opening
from bulletin_tui.services.few_files import read_articles
from bulletin_tui.services.workspace import open_workspace, reload_library
from bulletin_tui.settings import Settings
from bulletin_tui.store.store import Store
from unit.store.samples import make_paths

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.model.article import Document
    from bulletin_tui.paths import Paths


@pytest.fixture
def own_paths(tmp_path: Path) -> Paths:
    own = make_paths(tmp_path)
    own.articles.mkdir()
    return own


def write(paths: Paths, name: str, front: str, body: str = "Một đoạn văn.") -> Path:
    path = paths.articles / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{front}\n---\n\n{body}\n", encoding="utf-8")
    return path


def ids(paths: Paths) -> list[str]:
    return [article.id for article in read_articles(paths).articles]


def test_the_newest_comes_first_and_the_undated_last(own_paths: Paths) -> None:
    write(own_paths, "a.md", "id: cu\ndate: 2019-01-02", "Bài cũ.")
    write(own_paths, "b.md", "id: khong-ngay", "Bài không ngày.")
    write(own_paths, "c.md", "id: sua\nlastmod: 2023-05-01 10:00", "Bài có ngày sửa.")
    write(own_paths, "d.md", "id: moi\ndate: 2023-05-01 11:30", "Bài mới.")
    write(own_paths, "e.md", "id: moi-hon\ndate: 2023-05-01 11:45", "Bài mới hơn.")
    assert ids(own_paths) == ["moi-hon", "moi", "sua", "cu", "khong-ngay"]


def test_the_same_text_in_two_files_is_one_article_with_two_paths(own_paths: Paths) -> None:
    write(own_paths, "a.md", "title: Một")
    write(own_paths, "sub/b.md", "title: Một")
    (article,) = read_articles(own_paths).articles
    assert len(article.summary.paths) == 2


def test_another_text_with_the_same_id_is_named_not_shown(own_paths: Paths) -> None:
    write(own_paths, "a.md", "id: trung")
    second = write(own_paths, "b.md", "id: trung", "Một bài khác hẳn.")
    stacks = read_articles(own_paths)
    assert len(stacks.articles) == 1
    assert [problem.path for problem in stacks.library.problems] == [str(second)]


def test_an_empty_file_is_named(own_paths: Paths) -> None:
    (own_paths.articles / "trong.txt").write_text("\n \n")
    (problem,) = read_articles(own_paths).library.problems
    assert "no text" in problem.reason


@pytest.mark.parametrize("fault", [IndexError, UnicodeError, RecursionError])
def test_a_file_that_a_parser_stumbles_over_is_named_and_the_rest_read(
    own_paths: Paths, monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    write(own_paths, "a.md", "id: mot")
    odd = write(own_paths, "b.md", "id: hai", "Bài làm bộ đọc vấp.")
    parse = parsing.parse

    def stumble(data: bytes, name: str, encoding: str | None = None) -> Document:
        if name == odd.name:
            raise fault
        return parse(data, name, encoding)

    monkeypatch.setattr(parsing, "parse", stumble)
    stacks = read_articles(own_paths)
    assert [article.id for article in stacks.articles] == ["mot"]
    assert stacks.library.problems == (FileProblem(str(odd), "It could not be understood."),)


def test_what_was_parsed_is_not_parsed_again(
    own_paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(own_paths, "a.md", "id: mot")
    first = read_articles(own_paths)
    parsed: list[str] = []
    parse = parsing.parse

    def parse_noting(data: bytes, name: str, encoding: str | None = None) -> Document:
        parsed.append(name)
        return parse(data, name, encoding)

    monkeypatch.setattr(parsing, "parse", parse_noting)
    assert read_articles(own_paths).articles == first.articles
    assert parsed == []
    write(own_paths, "a.md", "id: mot", "Bài đã sửa.")
    (article,) = read_articles(own_paths).articles
    assert article.text == "Bài đã sửa."
    assert parsed == [path.name]


def test_what_is_kept_is_written_once_though_a_file_has_a_warning(own_paths: Paths) -> None:
    write(own_paths, "a.md", "id: mot")
    write(own_paths, "b.md", "id: hai\ndate: hôm qua", "Bài có một ngày không ai hiểu.")
    stacks = read_articles(own_paths)
    assert [bool(article.document.warnings) for article in stacks.articles].count(True) == 1
    kept = own_paths.parsed_documents
    before = kept.stat().st_ino
    assert read_articles(own_paths).articles == stacks.articles
    assert kept.stat().st_ino == before


def test_what_is_kept_of_articles_is_for_nobody_else_to_read(own_paths: Paths) -> None:
    write(own_paths, "a.md", "id: rieng")
    with open_workspace(own_paths, Settings()):
        assert own_paths.parsed_documents.exists()
    assert stat.S_IMODE(own_paths.cache.stat().st_mode) == 0o700
    own_paths.cache.chmod(0o755)
    with open_workspace(own_paths, Settings()):
        assert stat.S_IMODE(own_paths.cache.stat().st_mode) == 0o700


def test_an_article_is_found_by_the_beginning_of_its_id(own_paths: Paths) -> None:
    write(own_paths, "a.md", "id: hop-thon", "Họp thôn.")
    write(own_paths, "b.md", "id: hop-xa", "Họp xã.")
    with open_workspace(own_paths, Settings()) as workspace:
        assert workspace.get_article("hop-t").id == "hop-thon"
        assert workspace.get_article("hop-xa").id == "hop-xa"
        with pytest.raises(ArticleNotFoundError, match="More than one"):
            workspace.get_article("hop")
        with pytest.raises(ArticleNotFoundError, match="no article"):
            workspace.get_article("")


def test_reloading_shows_what_the_files_are_now(own_paths: Paths) -> None:
    path = write(own_paths, "a.md", "id: mot")
    with open_workspace(own_paths, Settings()) as workspace:
        path.unlink()
        write(own_paths, "b.md", "id: hai", "Bài hai.")
        assert reload_library(workspace) is workspace.library
        assert [article.id for article in workspace.stacks.articles] == ["hai"]


def test_files_of_many_bytes_are_left_to_the_index_however_few_they_are(
    own_paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(own_paths, "a.md", "id: mot")
    with open_workspace(own_paths, Settings()) as workspace:
        assert not workspace.stacks.grows
    monkeypatch.setattr(opening, "MOST_BYTES_IN_MEMORY", 10)
    with open_workspace(own_paths, Settings()) as workspace:
        assert workspace.stacks.grows


def test_undated_articles_come_by_their_titles_with_numbers_by_value(own_paths: Paths) -> None:
    for title in ("Bài số 10", "Bài số 2", "Đất", "Bài số 1", "Dân"):
        write(own_paths, f"{title}.md", f"title: {title}", f"{title}.")
    articles = read_articles(own_paths).articles
    titles = [article.summary.title for article in articles]
    assert titles == ["Bài số 1", "Bài số 2", "Bài số 10", "Dân", "Đất"]


def test_a_workspace_that_cannot_be_opened_leaves_no_database_open(
    own_paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Store] = []

    def fail(store: Store) -> dict[str, str]:
        opened.append(store)
        raise StateUnavailableError("Đĩa hỏng.")

    monkeypatch.setattr(Store, "successors", fail)
    with pytest.raises(StateUnavailableError):
        open_workspace(own_paths, Settings())
    with pytest.raises(sqlite3.ProgrammingError):
        opened[0].data_version()
