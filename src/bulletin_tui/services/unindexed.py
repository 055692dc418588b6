"""A large library whose index cannot be kept on the disk: as much of it as is read at a start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.search import catalogue
from bulletin_tui.search.opening import open_index
from bulletin_tui.services.stacks import MemoryStacks
from bulletin_tui.words import _
from bulletin_tui.workers.building import IndexBuild

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.model.indexing import IndexProgress

MOST_UNINDEXED = 2_000
"""Files; they are read at every start, and that takes some seconds."""


def read_unindexed(folder: Path, reason: str) -> MemoryStacks:
    """The articles of the folder's first files, read by processes that may be ended.

    `failure` gives the reason and what follows from it. Raises IndexUnavailableError.
    """
    with open_index(None) as index:
        end = IndexBuild(index, folder, _tell_nobody, limit=MOST_UNINDEXED).run()
        library = catalogue.load_library(index)
        found = (
            catalogue.find_article(index, library.id_at(position))
            for position in range(len(library))
        )
        stacks = MemoryStacks(tuple(filter(None, found)), library.problems)
    stacks.failure = IndexUnavailableError(reason, advice=_advice(end))
    return stacks


def _advice(end: IndexProgress) -> str:
    if end.total < MOST_UNINDEXED:
        return _("Everything is searched in memory, and read anew at every start.")
    sentence = _("Only the first {count} files are read; they are searched in memory.")
    return sentence.format(count=MOST_UNINDEXED)


def _tell_nobody(_progress: IndexProgress) -> None:
    """Reading is short, and nothing is on the screen yet."""
