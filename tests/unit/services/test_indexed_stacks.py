"""A large library comes out of the index, and an article always as its file is now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import ArticleNotFoundError, ArticleUnreadableError
from bulletin_tui.importers.guarding import parse_guarded
from bulletin_tui.library.articles import make_article
from bulletin_tui.model.annotation import Position
from bulletin_tui.search.corrected import known_corrections
from bulletin_tui.search.opening import open_index, remove_index
from bulletin_tui.search.preparing import prepare
from bulletin_tui.search.writing import FileState, IndexWriter
from bulletin_tui.services import indexed_stacks, opening, workspace
from bulletin_tui.services.editing import correct, uncorrect
from bulletin_tui.services.indexed_stacks import IndexStacks
from bulletin_tui.services.reading import resume, save_position
from bulletin_tui.services.searching import Searcher
from bulletin_tui.services.stacks import MemoryStacks
from bulletin_tui.settings import Settings
from bulletin_tui.workers.builder_lock import builder_lock
from unit.store.samples import make_paths

if TYPE_CHECKING:
    from bulletin_tui.model.article import Article
    from bulletin_tui.paths import Paths


TOP = Position(0, 0)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """Three articles, two of which are in the index; more than one makes a library large."""
    monkeypatch.setattr(opening, "MOST_IN_MEMORY", 1)
    monkeypatch.setattr(indexed_stacks, "REST", 0)
    paths = make_paths(tmp_path)
    paths.articles.mkdir()
    cu = write(
        paths, "cu.md", "id: cu\ntitle: Cũ\ndate: 2019-01-02\nsource: Báo xã", "Bài cũ, *nghiêng*."
    )
    moi = write(
        paths, "moi.md", "id: moi\ntitle: Mới\ndate: 2023-05-01\nplace: Sa Pa", "# Đầu\n\nBài mới."
    )
    write(paths, "them.txt", "", "Bài thêm sau.")
    put(paths, cu, moi)
    return paths


def write(paths: Paths, name: str, front: str, body: str) -> Path:
    path = paths.articles / name
    path.write_text(f"---\n{front}\n---\n\n{body}\n" if front else body, encoding="utf-8")
    return path


def read(path: Path) -> Article:
    return make_article(parse_guarded(path.read_bytes(), path.name), path)


def put(paths: Paths, *files: Path) -> None:
    """Have the index know these files as they are now."""
    with open_index(paths.index_db, for_writing=True) as index:
        writer = IndexWriter(index)
        with writer.batch():
            for path in files:
                article, status = read(path), path.stat()
                writer.write([prepare(article)])
                state = FileState(str(path), status.st_size, status.st_mtime_ns, article.id)
                writer.record_files([state])


def opened(paths: Paths) -> IndexStacks:
    stacks = opening.open_stacks(paths)
    assert isinstance(stacks, IndexStacks)
    return stacks


def ids(stacks: IndexStacks) -> list[str]:
    return [stacks.library.id_at(position) for position in range(len(stacks.library))]


def test_articles_are_found_by_their_files_and_titles(folder: Paths) -> None:
    stacks = IndexStacks(folder.index_db)
    assert stacks.ids_at([str(folder.articles / "cu.md"), "/khong/co.md"]) == ("cu",)
    assert stacks.ids_named({"moi.md"}, {"Cũ", "Không có"}) == ("cu", "moi")
    assert stacks.ids_named({"oi.md"}, ()) == ()
    stacks.close()


def test_the_index_lists_its_articles_newest_first(folder: Paths) -> None:
    put(folder, folder.articles / "them.txt")
    stacks = opened(folder)
    undated = read(folder.articles / "them.txt").id
    assert ids(stacks) == ["moi", "cu", undated]
    assert [summary.id for summary in stacks.summaries()] == ids(stacks)
    assert [stacks.library.find_position(name) for name in ids(stacks)] == [0, 1, 2]
    assert [group.name for group in stacks.library.sources] == ["Báo xã", None]


def test_an_article_of_the_index_is_the_one_of_its_file(folder: Paths) -> None:
    for name in ("cu", "moi"):
        assert opened(folder).get_article(name) == read(folder.articles / f"{name}.md")


def test_a_file_that_has_not_changed_is_not_parsed(
    folder: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise AssertionError(path)

    monkeypatch.setattr(indexed_stacks, "prepare_file", refuse)
    assert opened(folder).get_article("cu").id == "cu"


def test_a_file_that_has_changed_is_read_again(folder: Paths) -> None:
    write(folder, "cu.md", "id: cu", "Bài cũ đã sửa lại.")
    stacks = opened(folder)
    assert stacks.get_article("cu").text == "Bài cũ đã sửa lại."
    stored = stacks.find_article("cu")
    assert stored is not None
    assert stored.text == "Bài cũ, nghiêng."


def test_an_article_known_by_its_words_keeps_its_id_when_they_change(folder: Paths) -> None:
    path = folder.articles / "them.txt"
    put(folder, path)
    known = read(path).id
    path.write_text("Bài thêm, nay dài hơn.", encoding="utf-8")
    article = opened(folder).get_article(known)
    assert (article.id, article.text) == (known, "Bài thêm, nay dài hơn.")


@pytest.mark.parametrize("change", ["gone", "another"])
def test_an_article_whose_file_is_gone_is_named(folder: Paths, change: str) -> None:
    (folder.articles / "cu.md").unlink()
    if change == "another":
        write(folder, "cu.md", "id: khac", "Một bài khác.")
    with pytest.raises(ArticleNotFoundError, match="it was there when the index was built"):
        opened(folder).get_article("cu")


def test_a_file_that_changed_for_the_worse_is_named(folder: Paths) -> None:
    (folder.articles / "cu.md").write_text("")
    with pytest.raises(ArticleUnreadableError, match="no text"):
        opened(folder).get_article("cu")


@pytest.mark.parametrize("spoilt", ["a.txt", "b.txt"])
def test_one_unreadable_file_does_not_hide_another_with_the_same_text(
    folder: Paths, spoilt: str
) -> None:
    files = [write(folder, name, "", "Một lời, hai tệp.") for name in ("a.txt", "b.txt")]
    known = read(files[0]).id
    put(folder, *files)
    for path in files:
        path.write_text("Một lời, hai tệp, nay dài hơn.", encoding="utf-8")
    (folder.articles / spoilt).write_text("")
    assert opened(folder).get_article(known).text == "Một lời, hai tệp, nay dài hơn."


def test_an_index_that_vanishes_while_it_is_looked_at_is_no_failure(
    folder: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two looks at the file another process may have removed it."""
    stacks = opened(folder)
    remove_index(folder.index_db)
    monkeypatch.setattr(Path, "exists", lambda _path: True)
    assert not stacks.refresh()
    assert stacks.failure is None


def test_without_an_index_nothing_is_there_which_is_no_failure(folder: Paths) -> None:
    remove_index(folder.index_db)
    stacks = opened(folder)
    assert len(stacks.library) == 0
    assert stacks.find_article("cu") is None
    assert stacks.failure is None


def test_what_is_added_is_there_after_a_refresh(folder: Paths) -> None:
    stacks = opened(folder)
    assert not stacks.refresh()
    put(folder, write(folder, "moi-hon.md", "id: moi-hon\ndate: 2024-01-01", "Bài mới hơn."))
    assert stacks.refresh()
    assert ids(stacks) == ["moi-hon", "moi", "cu"]


def test_an_index_that_was_built_anew_is_taken_up(folder: Paths) -> None:
    stacks = opened(folder)
    remove_index(folder.index_db)
    put(folder, folder.articles / "cu.md")
    assert stacks.refresh()
    assert ids(stacks) == ["cu"]
    assert stacks.failure is None


def test_a_damaged_index_is_an_empty_library_until_it_is_mended(folder: Paths) -> None:
    folder.index_db.write_bytes(b"?" * 9000)
    stacks = opened(folder)
    assert len(stacks.library) == 0
    assert stacks.failure is not None


def test_reading_goes_on_in_the_last_article_before_any_is_listed(folder: Paths) -> None:
    with workspace.open_workspace(folder, Settings(), list_later=True) as first:
        article = first.get_article("cu")
        start = resume(first).opened
        assert start is not None
        assert start.article.id == "moi"
        save_position(first, article, TOP)
    with workspace.open_workspace(folder, Settings(), list_later=True) as second:
        again = resume(second).opened
        assert again is not None
        assert again.article.id == "cu"
        assert len(second.library) == 0
        assert workspace.refresh_library(second) is second.library
        assert len(second.library) == 2


def test_a_last_article_that_is_gone_makes_room_for_the_newest_that_is_there(
    folder: Paths,
) -> None:
    with workspace.open_workspace(folder, Settings()) as opened_workspace:
        save_position(opened_workspace, opened_workspace.get_article("cu"), TOP)
        (folder.articles / "cu.md").unlink()
        start = resume(opened_workspace).opened
        assert start is not None
        assert start.article.id == "moi"


def test_a_small_folder_and_one_without_an_index_differ(folder: Paths) -> None:
    for path in folder.articles.glob("[cm]*"):
        path.unlink()
    remove_index(folder.index_db)
    assert isinstance(opening.open_stacks(folder), MemoryStacks)


def test_a_correction_is_in_the_index_at_once(folder: Paths) -> None:
    with workspace.open_workspace(folder, Settings()) as opened_workspace:
        article = opened_workspace.get_article("cu")
        correct(opened_workspace, article, {"title": "Bài đã đổi tên", "published": "2024"})
        assert opened_workspace.stacks.refresh()
        assert opened_workspace.library.title_at(0) == "Bài đã đổi tên"
        found = Searcher.for_workspace(opened_workspace).find("title:doi after:2024").hits
        assert [hit.article.id for hit in found] == ["cu"]
        article = opened_workspace.get_article("cu")
        uncorrect(opened_workspace, article)
        assert opened_workspace.get_article("cu") == read(folder.articles / "cu.md")


def test_an_article_that_left_the_index_while_it_was_open_does_not_come_back(folder: Paths) -> None:
    with workspace.open_workspace(folder, Settings()) as opened_workspace:
        article = opened_workspace.get_article("cu")
        with open_index(folder.index_db, for_writing=True) as index:
            writer = IndexWriter(index)
            with writer.batch():
                writer.forget_files(article.summary.paths)
        correct(opened_workspace, article, {"title": "Bài đã đổi tên"})
        assert opened_workspace.stacks.find_summary("cu") is None
        assert opened_workspace.store.corrections.all() == {"cu": {"title": "Bài đã đổi tên"}}


def test_a_correction_counts_before_the_index_has_it(folder: Paths) -> None:
    with (
        builder_lock(folder.index_db),
        workspace.open_workspace(folder, Settings()) as opened_workspace,
    ):
        article = opened_workspace.get_article("cu")
        correct(opened_workspace, article, {"title": "Bài đã đổi tên"})
        assert opened_workspace.get_article("cu").summary.title == "Bài đã đổi tên"
        with open_index(folder.index_db) as index:
            assert known_corrections(index) == {}
    assert opened(folder).get_article("cu").summary.title == "Bài đã đổi tên"


def test_an_article_whose_file_has_changed_keeps_its_corrections(folder: Paths) -> None:
    with workspace.open_workspace(folder, Settings()) as opened_workspace:
        correct(opened_workspace, opened_workspace.get_article("cu"), {"place": "Sa Pa"})
    write(folder, "cu.md", "id: cu", "Bài cũ đã sửa lại.")
    article = opened(folder).get_article("cu")
    assert (article.text, article.summary.place) == ("Bài cũ đã sửa lại.", "Sa Pa")


def test_a_correction_is_in_the_index_also_of_an_article_in_several_files(folder: Paths) -> None:
    again = write(folder, "a.md", "id: cu\ntitle: Cũ", "Bài cũ, *nghiêng*.")
    put(folder, again)
    for name in ("a.md", "cu.md"):
        write(folder, name, "id: cu\ntitle: Cũ", "Bài cũ đã sửa lại.")
    with workspace.open_workspace(folder, Settings()) as opened_workspace:
        correct(opened_workspace, opened_workspace.get_article("cu"), {"place": "Sa Pa"})
    summary = IndexStacks(folder.index_db).find_summary("cu")
    assert summary is not None
    assert (summary.place, len(summary.paths)) == ("Sa Pa", 2)
