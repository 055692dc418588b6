"""A large library that the index cannot serve: as much of it as is read at a start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.errors import IndexNotKeptError, IndexUnavailableError
from bulletin_tui.importers.formats import SUFFIXES
from bulletin_tui.library.shelf import has_more_files
from bulletin_tui.search import catalogue
from bulletin_tui.search.built_from import built_at, count_files
from bulletin_tui.search.opening import open_index
from bulletin_tui.services.folders import library_folders
from bulletin_tui.services.indexing import why_not_kept
from bulletin_tui.services.stacks import MemoryStacks
from bulletin_tui.words import _
from bulletin_tui.workers.building import IndexBuild

if TYPE_CHECKING:
    from collections.abc import Callable

    from bulletin_tui.model.indexing import IndexProgress
    from bulletin_tui.paths import Paths
    from bulletin_tui.search.opening import Index
    from bulletin_tui.workers.build_order import BuildOrder

MOST_UNINDEXED = 2_000
"""Files; they are read at every start, and that takes some seconds."""
_GROWN = 2
"""A folder with so many times the files that the index knows is hardly in it."""


def why_not_served(paths: Paths) -> IndexUnavailableError | None:
    """Why the library is to be read into memory; None if the index has it, or can be built."""
    try:
        with open_index(paths.index_db) as index:
            if _has_been_built(index):
                return None
    except IndexNotKeptError as error:
        return error
    except IndexUnavailableError:  # it is to be built, if that can be
        pass
    return why_not_kept(paths)


def serves(paths: Paths) -> bool:
    """Whether the index has more of the library than memory would, though it cannot be built."""
    try:
        with open_index(paths.index_db) as index:
            known = count_files(index)
            if known >= MOST_UNINDEXED:
                return True
            return _has_been_built(index) and not has_more_files(
                library_folders(paths), SUFFIXES, _GROWN * known
            )
    except IndexUnavailableError:
        return False


def read_unindexed(
    order: BuildOrder, reason: IndexUnavailableError, is_stopped: Callable[[], bool] = lambda: False
) -> MemoryStacks:
    """The articles of the library's first files, read by processes that may be ended.

    `failure` gives the reason and what follows from it. Raises IndexUnavailableError.
    """
    with open_index(None) as index:
        build = IndexBuild(index, order, _tell_nobody, is_stopped, limit=MOST_UNINDEXED)
        end = build.run()
        library = catalogue.load_library(index)
        found = (
            catalogue.find_article(index, library.id_at(position))
            for position in range(len(library))
        )
        stacks = MemoryStacks(tuple(filter(None, found)), library.problems)
    advice = " ".join(filter(None, (reason.advice, _what_follows(end))))
    stacks.failure = IndexUnavailableError(str(reason), advice=advice, brief=reason.brief)
    return stacks


def _has_been_built(index: Index) -> bool:
    return built_at(index) is not None or count_files(index) >= MOST_UNINDEXED


def _what_follows(end: IndexProgress) -> str:
    if end.total < MOST_UNINDEXED:
        return _("Everything is searched in memory, and read anew at every start.")
    sentence = _("Only the first {count} files are read; they are searched in memory.")
    return sentence.format(count=MOST_UNINDEXED)


def _tell_nobody(_progress: IndexProgress) -> None:
    """Reading is short, and nothing is on the screen yet."""
