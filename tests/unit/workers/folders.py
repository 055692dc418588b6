"""Folders of generated articles, and everything that an index holds about them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, TypeAlias

from bulletin_tui.model.indexing import IndexState
from bulletin_tui.search.built_from import count_articles, count_unworded
from bulletin_tui.search.opening import open_index
from bulletin_tui.search.schema import WORD_TABLES
from bulletin_tui.services.folders import library_folders
from bulletin_tui.workers.build_order import BuildOrder
from bulletin_tui.workers.building import IndexBuild

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bulletin_tui.model.indexing import IndexProgress
    from bulletin_tui.paths import Paths

Rows: TypeAlias = "dict[str, list[tuple[object, ...]]]"

COMPUTING, OVER_TIME, WAITING = "tinh-mai.md", "qua-lau.md", "doi-mai.md"
"""Names of files at which the `stuck_parser` computes without end, longer than it may, or waits."""
CRASHING, KILLED, KILLED_ONCE = "hong.md", "bi-giet.md", "bi-giet-mot-lan.md"
"""Names of files at which its process crashes, or is killed each time, or the first time."""
PLACES = ("Bến Đá", "Cồn Vành", "Đồng Mía", "Suối Rút", "Ao Sen")
_ARTICLE = """---
title: Chợ phiên {place} lần thứ {number}
source: Bản tin {place}
published: 20{year:02}-03-1{day}
---

Phiên chợ thứ {number} họp ở {place} từ tờ mờ sáng.

- Gạo mới bán hết trước trưa.
- Mã lô hàng là lo{number}.
"""


def write_articles(folder: Path, count: int, *, first: int = 0) -> list[Path]:
    """Write so many articles, Markdown and plain text by turns."""
    return [write_article(folder, number) for number in range(first, first + count)]


def write_article(folder: Path, number: int) -> Path:
    """Write the article with this number."""
    place = PLACES[number % len(PLACES)]
    text = _ARTICLE.format(place=place, number=number, year=number % 24, day=number % 10)
    path = folder / f"phien-{number:04}.{'txt' if number % 3 == 0 else 'md'}"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def write_stuck(folder: Path, name: str) -> Path:
    """Write a file of which the `stuck_parser` makes nothing."""
    path = folder / name
    path.write_text("Đọc mãi không xong.", encoding="utf-8")
    return path


def build(
    index_path: Path | None,
    *folders: Path,
    corrections: Mapping[str, Mapping[str, str]] | None = None,
) -> IndexProgress:
    """Build the index of folders in this process; how it ended."""
    return build_as(index_path, BuildOrder(folders, corrections=corrections or {}))


def build_as(index_path: Path | None, order: BuildOrder) -> IndexProgress:
    """Build an index as it was ordered in this process; how it ended."""
    with open_index(index_path, for_writing=True) as index:
        end = IndexBuild(index, order, lambda _progress: None, processes=2).run()
    assert end.state is IndexState.DONE
    return end


def build_half(index_path: Path, order: BuildOrder, *, worded: int = 0) -> None:
    """Build until every article is listed, and so many are found by the words of their texts."""
    reports: list[IndexProgress] = []

    def is_stopped() -> bool:
        return any(
            each.state is IndexState.WORDING and each.worded >= worded for each in reports[-1:]
        )

    with open_index(index_path, for_writing=True) as index:
        last = IndexBuild(index, order, reports.append, is_stopped, processes=1).run()
        assert last.state is IndexState.STOPPED
        assert count_unworded(index) == count_articles(index) - worded


def index_library(paths: Paths) -> int:
    """Build the index of the library; how many articles it has."""
    build(paths.index_db, *library_folders(paths))
    with open_index(paths.index_db) as index:
        return count_articles(index)


def contents(index_path: Path) -> Rows:
    """All that can be found in an index, without the numbers that it gives to rows."""
    with closing(sqlite3.connect(index_path)) as connection:
        return {
            "articles": _all(
                connection,
                "SELECT key, text_hash, title, source, place, dated, metadata, paths, layout,"
                " provenance, folded, words, length, passages FROM article",
            ),
            "passages": _all(
                connection,
                "SELECT key, start, text FROM passage JOIN article ON article = article.id",
            ),
            "files": _all(connection, "SELECT path, size, mtime_ns, article, problem FROM file"),
            "words": _all(connection, "SELECT word, articles FROM vocabulary WHERE articles > 0"),
            **{table: _postings(connection, table) for table in WORD_TABLES},
        }


def _postings(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    """Each word with each article or passage that it stands in."""
    seen = f"seen_{table}"
    connection.execute(f"CREATE VIRTUAL TABLE temp.{seen} USING fts5vocab(main, {table}, instance)")
    rows = "SELECT id, key, -1 AS start FROM article"
    if table == "passage_words":
        rows = "SELECT passage.id, key, start FROM passage JOIN article ON article = article.id"
    found = _all(connection, f"SELECT term, key, start FROM {seen} LEFT JOIN ({rows}) ON doc = id")
    labels = dict(connection.execute("SELECT '__' || kind || id, name FROM label"))
    return sorted((labels.get(term, term), *where) for term, *where in found)


def _all(connection: sqlite3.Connection, select: str) -> list[tuple[object, ...]]:
    return sorted(connection.execute(select))
