"""The one place of the benchmark that knows how the project builds and opens its index."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

from bulletin_tui.services.searching import Searcher

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bulletin_tui.model.article import Article


def build_ours(articles: Iterable[Article], path: Path) -> None:
    """Index every article in this process."""
    path.write_bytes(pickle.dumps(list(articles)))


def open_ours(path: Path) -> Searcher:
    """Open what was built, to be searched in this thread."""
    return Searcher(pickle.loads(path.read_bytes()))


def interrupt(searcher: Searcher) -> None:
    """End the search under way, from another thread."""
