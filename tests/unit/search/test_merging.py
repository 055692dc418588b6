"""The tables of words are tidied in steps that change nothing of what is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.search.merging import merge_in_steps
from bulletin_tui.search.opening import open_index
from bulletin_tui.search.preparing import prepare
from bulletin_tui.search.schema import WORD_TABLES
from bulletin_tui.search.writing import IndexWriter
from unit.search.articles import article
from unit.workers.folders import contents

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.search.opening import Index


BATCHES = 6
"""Fewer than SQLite merges by itself."""


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    """An index that was written in several batches and not tidied."""
    path = tmp_path / "index.db"
    with open_index(path, for_writing=True) as index:
        writer = IndexWriter(index)
        for at in range(BATCHES):
            with writer.batch():
                writer.write([prepare(article(f"Bài {at}", f"Dòng thứ {at} của bài."))])
    return path


def segments(index: Index) -> list[int]:
    """How many segments a search reads, by table."""
    count = "SELECT count(DISTINCT segid) FROM {}_idx"
    return [index.connection.execute(count.format(each)).fetchone()[0] for each in WORD_TABLES]


def test_fewer_segments_are_left_and_the_same_words(untidy: Path) -> None:
    before = contents(untidy)
    with open_index(untidy, for_writing=True) as index:
        many = segments(index)
        steps = list(merge_in_steps(index))
        assert steps
        assert all(few < number for few, number in zip(segments(index), many, strict=True))
        assert list(merge_in_steps(index)) == []
    assert contents(untidy) == before


def test_tidying_can_be_left_off_after_any_step(untidy: Path) -> None:
    before = contents(untidy)
    with open_index(untidy, for_writing=True) as index:
        next(iter(merge_in_steps(index)))
    assert contents(untidy) == before
    with open_index(untidy, for_writing=True) as index:
        assert list(merge_in_steps(index))
