"""A large library is read as far as memory bears where its index cannot be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.services import unindexed, workspace
from bulletin_tui.services.workspace import open_stacks, read_articles
from unit.store.samples import make_paths
from unit.workers.folders import write_articles

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.paths import Paths


@pytest.fixture
def kept_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """Sixty articles, which count as many, and a file where the cache ought to be."""
    monkeypatch.setattr(workspace, "MOST_IN_MEMORY", 10)
    paths = make_paths(tmp_path)
    write_articles(paths.articles, 60)
    paths.cache.write_text("")
    return paths


def test_every_article_is_there_as_if_they_were_few(kept_nowhere: Paths) -> None:
    stacks = open_stacks(kept_nowhere)
    assert set(stacks.articles) == set(read_articles(kept_nowhere).articles)
    assert not stacks.grows
    assert stacks.failure is not None
    assert "cannot be kept in" in stacks.failure.words
    assert "searched in memory" in stacks.failure.words


def test_what_is_too_much_is_left_out_and_that_is_said(
    kept_nowhere: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unindexed, "MOST_UNINDEXED", 20)
    stacks = open_stacks(kept_nowhere)
    assert len(stacks.articles) == 20
    assert stacks.failure is not None
    assert "Only the first 20 files" in stacks.failure.words
