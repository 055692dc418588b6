"""The tables of words are tidied in steps that change nothing of what is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.search.merging import merge_in_steps
from bulletin_tui.search.opening import open_index
from bulletin_tui.search.schema import WORD_TABLES
from bulletin_tui.workers import building
from unit.workers.folders import build, contents, write_articles

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.search.opening import Index


@pytest.fixture
def untidy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An index that was written in many batches and not tidied."""
    write_articles(tmp_path / "bai", 60)
    monkeypatch.setattr(building, "BATCH_FILES", 4)
    monkeypatch.setattr(building, "merge_in_steps", lambda _index: ())
    build(tmp_path / "index.db", tmp_path / "bai")
    return tmp_path / "index.db"


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
