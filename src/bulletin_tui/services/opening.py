"""Opening the articles of the library: read now if they are few, else those that the index has."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from bulletin_tui.errors import ArticleNotFoundError
from bulletin_tui.importers.formats import SUFFIXES
from bulletin_tui.library.shelf import has_more_bytes, has_more_files
from bulletin_tui.paths import bundled_articles
from bulletin_tui.services.few_files import read_articles
from bulletin_tui.services.folders import find_made
from bulletin_tui.services.stacks import article_not_found
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bulletin_tui.model.library import Library
    from bulletin_tui.paths import Paths
    from bulletin_tui.services.folders import LibraryFolders, LibraryMade
    from bulletin_tui.services.stacks import MemoryStacks, Stacks

MOST_IN_MEMORY = 500
"""Files of a folder that are read at every start; more are served from the index."""
MOST_BYTES_IN_MEMORY = 8 * 1024 * 1024
"""Of those files together."""


def open_stacks(
    paths: Paths,
    *,
    list_later: bool = False,
    is_stopped: Callable[[], bool] = lambda: False,
    on_read: Callable[[int, int], None] = lambda _done, _total: None,
) -> Stacks:
    """The articles of the library: read now if they are few, else those that the index has.

    Where there cannot be an index some are read now, until `is_stopped`; `failure` says why.
    `on_read` hears how many files of how many were read. Raises StateUnavailableError.
    """
    made = find_made(paths)
    in_memory = _read_into_memory(paths, made, is_stopped, on_read)
    if in_memory is not None:
        return in_memory
    from bulletin_tui.services.indexed_stacks import IndexStacks  # few libraries need the index

    folders = made.folders.all
    stacks = IndexStacks(
        paths.index_db,
        folders if len(folders) > 1 else (),
        encodings=made.encodings,
        corrections=made.corrections,
    )
    if not list_later:
        stacks.refresh()
    return stacks


def read_into_memory(
    paths: Paths, is_stopped: Callable[[], bool] = lambda: False
) -> MemoryStacks | None:
    """The articles of a library that the index does not serve, in any thread; None if it does.

    Raises StateUnavailableError, and IndexUnavailableError if nothing can be read.
    """
    return _read_into_memory(paths, find_made(paths), is_stopped)


def _read_into_memory(
    paths: Paths,
    made: LibraryMade,
    is_stopped: Callable[[], bool],
    on_read: Callable[[int, int], None] = lambda _done, _total: None,
) -> MemoryStacks | None:
    if not _is_large(paths, made.folders):
        return read_articles(paths, made.order, is_stopped=is_stopped, on_read=on_read)
    from bulletin_tui.services.unindexed import read_unindexed, why_not_served

    if reason := why_not_served(paths):
        return read_unindexed(made.order, reason, is_stopped)
    return None


def _is_large(paths: Paths, folders: LibraryFolders) -> bool:
    """Whether the index serves the library, which is not looked through when there is one.

    Folders that were added always have one: it knows their articles also while they are away.
    """
    if folders.added:
        return True
    if folders.all in ((), (bundled_articles(),)):
        return False
    from bulletin_tui.search.opening import find_identity  # the bundled articles need no index

    if find_identity(paths.index_db) is not None and not paths.index_db.is_dir():
        return True
    return has_more_files(folders.all, SUFFIXES, MOST_IN_MEMORY) or has_more_bytes(
        folders.all, SUFFIXES, MOST_BYTES_IN_MEMORY
    )


def whole_id(
    library: Library, article_id: str, find_successors: Callable[[], Mapping[str, str]]
) -> str:
    """The id itself, or the only one in the library that begins with it.

    If none does, that of the article which an edited file became; those are by their earlier ids.
    Raises ArticleNotFoundError.
    """
    candidates = library.ids_beginning(article_id, 2) if article_id else ()
    if not candidates and article_id:
        candidates = _successors(library, article_id, find_successors())
    if not candidates:
        raise article_not_found(article_id)
    if len(candidates) > 1 and candidates[0] != article_id:
        sentence = _("More than one article begins with “{id}”.")
        advice = _("`bulletin list` names every article.")
        raise ArticleNotFoundError(sentence.format(id=clean_line(article_id)), advice=advice)
    return candidates[0]


def _successors(library: Library, beginning: str, successors: Mapping[str, str]) -> tuple[str, ...]:
    """The articles of today whose earlier id begins so."""
    today = {now: None for before, now in successors.items() if before.startswith(beginning)}
    return tuple(one for one in today if library.find_position(one) is not None)


def find_successors(paths: Paths) -> Mapping[str, str]:
    """What edited files became, by the ids from before. Raises StateUnavailableError."""
    from bulletin_tui.store.store import open_store  # hardly any article is asked for so

    with closing(open_store(paths)) as store:
        return store.successors()
