"""What is put into the index comes out as it was, and what is taken out leaves nothing behind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import IndexDamagedError, IndexUnavailableError
from bulletin_tui.importers.parsing import parse
from bulletin_tui.library.articles import make_article
from bulletin_tui.search import word_rows
from bulletin_tui.search.catalogue import find_article
from bulletin_tui.search.opening import Index, open_index
from bulletin_tui.search.preparing import from_line, prepare, to_line
from bulletin_tui.search.stored import find_stored_by_key, load_article
from bulletin_tui.search.writing import FileState, IndexWriter

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.model.article import Article

WORD_TABLES = ("title_words", "passage_words", "article_words")


def read(path: Path, text: str) -> Article:
    return make_article(parse(text.encode(), path.name), path)


@pytest.fixture
def meeting(tmp_path: Path) -> Article:
    text = "---\ntitle: Họp thôn\nsource: Báo xã\ndate: 2024-02-03\nauthors: [Vũ An]\n---\n\n"
    lines = "\n\n".join(f"- Việc thứ {at} của bà con" for at in range(90))
    return read(tmp_path / "hop.md", f"{text}# Họp **thôn**\n\n{lines}\n\n|a|b|\n|-|-|\n|1|2|\n")


@pytest.fixture
def road(tmp_path: Path) -> Article:
    return read(tmp_path / "duong.txt", "Con đường mới qua bản.\nXe chở đá lên núi.")


def write(index: Index, *articles: Article) -> None:
    writer = IndexWriter(index)
    with writer.batch():
        assert writer.write(map(prepare, articles)) == []


def write_and_fail(writer: IndexWriter, article: Article) -> None:
    with writer.batch():
        writer.write([prepare(article)])
        raise RuntimeError


def rows_with(index: Index, token: str) -> dict[str, int]:
    return {
        table: index.connection.execute(
            f"SELECT count(*) FROM {table} WHERE {table} MATCH ?", (f'"{token}"',)
        ).fetchone()[0]
        for table in WORD_TABLES
    }


def count(index: Index, table: str) -> int:
    found: int = index.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return found


def vocabulary(index: Index) -> dict[str, int]:
    return dict(index.connection.execute("SELECT word, articles FROM vocabulary"))


def stored(index: Index, key: str) -> Article | None:
    row = find_stored_by_key(index.connection, key)
    return load_article(index.connection, row) if row else None


def test_an_article_comes_back_as_it_was(meeting: Article, road: Article) -> None:
    with open_index(None) as index:
        write(index, meeting, road)
        assert stored(index, meeting.id) == meeting
        found = stored(index, road.id)
        assert found is not None
        assert (found.text, found.document.blocks) == (road.text, road.document.blocks)
        assert found.summary == road.summary


def test_a_prepared_article_goes_through_a_line(meeting: Article) -> None:
    assert from_line(to_line(prepare(meeting))) == prepare(meeting)


def test_words_and_pairs_are_found_in_bare_letters(road: Article) -> None:
    with open_index(None) as index:
        write(index, road)
        assert rows_with(index, "duong")["passage_words"] == 1
        assert rows_with(index, "_con_duong")["passage_words"] == 1
        assert rows_with(index, "_duong_con")["passage_words"] == 0


def test_what_is_removed_leaves_no_row_and_no_word(meeting: Article, road: Article) -> None:
    with open_index(None) as index:
        write(index, meeting, road)
        writer = IndexWriter(index)
        with writer.batch():
            writer.remove([meeting.id, road.id])
        assert count(index, "article") == count(index, "passage") == 0
        assert index.connection.execute("SELECT max(articles) FROM vocabulary").fetchone() == (0,)
        for token in ("thon", "duong", "_con_duong", "__thop"):
            assert set(rows_with(index, token).values()) == {0}


def test_words_that_came_and_went_in_one_batch_leave_no_row(meeting: Article) -> None:
    with open_index(None) as index:
        writer = IndexWriter(index)
        with writer.batch():
            writer.write([prepare(meeting)])
            writer.remove([meeting.id])
        assert vocabulary(index) == {}


def test_words_that_wait_are_put_in_when_they_are_many(
    meeting: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_rows, "_MOST_WAITING", 100)
    with open_index(None) as index:
        writer = IndexWriter(index)
        with writer.batch():
            writer.write([prepare(meeting)])
            assert set(rows_with(index, "thon").values()) == {1}


def test_each_batch_of_a_writer_counts_its_own_words(meeting: Article, road: Article) -> None:
    with open_index(None) as index, open_index(None) as other:
        writer = IndexWriter(index)
        for article in (meeting, road):
            with writer.batch():
                writer.write([prepare(article)])
            write(other, article)
        assert vocabulary(index) == vocabulary(other)
        assert count(index, "shortened") == count(other, "shortened") > 0


def test_a_changed_article_takes_the_place_of_the_old_one(road: Article) -> None:
    changed = replace(road, document=replace(road.document, text="Cây cầu", blocks=()))
    with open_index(None) as index:
        write(index, road)
        write(index, replace(changed, text_hash="00"))
        assert rows_with(index, "duong")["passage_words"] == 0
        assert rows_with(index, "cau")["passage_words"] == 1
        assert count(index, "article") == 1


def test_an_article_may_change_in_the_batch_in_which_it_came(road: Article) -> None:
    changed = replace(road, document=replace(road.document, text="Cây cầu", blocks=()))
    with open_index(None) as index:
        write(index, road, replace(changed, text_hash="00"))
        assert rows_with(index, "duong")["passage_words"] == 0
        assert rows_with(index, "cau")["passage_words"] == 1


def test_the_same_text_in_two_files_is_one_article(road: Article) -> None:
    twin = replace(road, summary=replace(road.summary, paths=("/b/duong.txt",)))
    with open_index(None) as index:
        write(index, road, twin)
        found = stored(index, road.id)
        assert found is not None
        assert found.summary.paths == tuple(sorted((*road.summary.paths, "/b/duong.txt")))
        writer = IndexWriter(index)
        with writer.batch():
            writer.record_files([FileState("/b/duong.txt", 1, 2, road.id)])
            assert writer.forget_files(["/b/duong.txt"]) == list(road.summary.paths)
        found = stored(index, road.id)
        assert found is not None
        assert found.summary.paths == road.summary.paths


def test_another_text_with_the_same_id_is_told_and_left_out(road: Article) -> None:
    other = replace(
        road, text_hash="00", summary=replace(road.summary, paths=("/b.txt",), title="Khác")
    )
    with open_index(None) as index:
        write(index, road)
        writer = IndexWriter(index)
        with writer.batch():
            (clash,) = writer.write([prepare(other)])
        assert (clash.path, clash.other_paths) == ("/b.txt", road.summary.paths)
        assert stored(index, road.id) is not None


def test_a_batch_that_fails_changes_nothing(meeting: Article, road: Article) -> None:
    with open_index(None) as index:
        write(index, road)
        with pytest.raises(RuntimeError):
            write_and_fail(IndexWriter(index), meeting)
        assert rows_with(index, "thon")["article_words"] == 0
        write(index, meeting)
        assert stored(index, meeting.id) == meeting


def test_a_writer_goes_on_after_a_batch_that_failed(meeting: Article, road: Article) -> None:
    with open_index(None) as index, open_index(None) as other:
        writer = IndexWriter(index)
        with pytest.raises(RuntimeError):
            write_and_fail(writer, meeting)
        with writer.batch():
            writer.write([prepare(road)])
        write(other, road)
        assert vocabulary(index) == vocabulary(other)
        assert set(rows_with(index, "thon").values()) == {0}


def test_a_writer_that_took_everything_out_begins_anew(meeting: Article, road: Article) -> None:
    with open_index(None) as index, open_index(None) as other:
        writer = IndexWriter(index)
        with writer.batch():
            writer.write([prepare(meeting)])
        with writer.batch():
            writer.write([prepare(road)])
            writer.clear()
            writer.write([prepare(meeting)])
        write(other, meeting)
        assert vocabulary(index) == vocabulary(other)
        assert count(index, "label") == count(other, "label") > 0


def test_an_article_that_is_as_it_was_stays_where_it_is(meeting: Article, road: Article) -> None:
    with open_index(None) as index:
        write(index, road, meeting)
        before = find_stored_by_key(index.connection, road.id)
        write(index, road)
        assert find_stored_by_key(index.connection, road.id) == before


@pytest.mark.parametrize("column", ["metadata", "paths", "layout", "provenance"])
def test_a_value_that_is_no_longer_what_was_written_is_damage(road: Article, column: str) -> None:
    with open_index(None) as index:
        write(index, road)
        index.connection.execute(f"UPDATE article SET {column} = '[1, 2'")
        with pytest.raises(IndexDamagedError):
            find_article(index, road.id)


def test_a_damaged_index_is_made_anew_for_writing(tmp_path: Path, road: Article) -> None:
    path = tmp_path / "cache" / "index.db"
    with open_index(path, for_writing=True) as index:
        write(index, road)
    path.write_bytes(b"this is no database" * 1000)
    with pytest.raises(IndexUnavailableError):
        open_index(path)
    with open_index(path, for_writing=True) as index:
        assert count(index, "article") == 0


def test_an_index_of_another_version_is_made_anew(tmp_path: Path, road: Article) -> None:
    path = tmp_path / "index.db"
    with open_index(path, for_writing=True) as index:
        write(index, road)
        index.connection.execute("PRAGMA user_version = 1")
    with pytest.raises(IndexUnavailableError):
        open_index(path)
    with open_index(path, for_writing=True) as index:
        assert count(index, "article") == 0


def test_there_is_nothing_to_read_before_an_index_is_built(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailableError):
        open_index(tmp_path / "index.db")
