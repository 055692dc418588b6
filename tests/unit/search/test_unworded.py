"""An article that waits for its words gets those of what the index keeps, and waits no more."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.importers.parsing import parse
from bulletin_tui.library.articles import make_article
from bulletin_tui.search.opening import Index, open_index
from bulletin_tui.search.preparing import prepare
from bulletin_tui.search.stored import find_stored
from bulletin_tui.search.unworded import has_words, load_words, unworded
from bulletin_tui.search.wording import stored_head
from bulletin_tui.search.writing import IndexWriter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REPORT = "---\nsource: Báo xã\ndate: 2024-02-03\nauthors: [Vũ An]\ntags: [cầu]\n---\n\nĐường mới.\n"
NUMBER = 1


@pytest.fixture
def listed(tmp_path: Path) -> Iterator[Index]:
    """An index that lists one article without its words."""
    article = make_article(parse(REPORT.encode(), "duong.md"), tmp_path / "duong.md")
    with open_index(None) as index:
        writer = IndexWriter(index)
        with writer.batch():
            writer.catalogue([prepare(article)])
        yield index


def test_its_head_is_the_one_that_its_row_gives(listed: Index) -> None:
    (stored,) = find_stored(listed.connection, [NUMBER])
    assert load_words(listed.connection, NUMBER).head == stored_head(stored)


def test_it_waits_until_its_words_are_put_in(listed: Index) -> None:
    writer = IndexWriter(listed)
    assert unworded(listed.connection) == [NUMBER]
    with writer.batch():
        writer.put_words_in(load_words(listed.connection, NUMBER))
    assert has_words(listed.connection, NUMBER)
    with pytest.raises(sqlite3.DatabaseError):
        load_words(listed.connection, NUMBER)


def test_a_head_that_is_damaged_is_told_as_damage(listed: Index) -> None:
    listed.connection.execute("UPDATE unworded SET head = '['")
    with pytest.raises(sqlite3.DatabaseError):
        load_words(listed.connection, NUMBER)
