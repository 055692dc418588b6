"""The composition root: the articles, the reader's database and the settings, opened once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from bulletin_tui.errors import ArticleNotFoundError
from bulletin_tui.importers.formats import SUFFIXES
from bulletin_tui.library.shelf import has_more_files
from bulletin_tui.paths import bundled_articles
from bulletin_tui.services.few_files import read_articles
from bulletin_tui.services.folders import find_made
from bulletin_tui.services.identifying import follow_edited_files
from bulletin_tui.services.placing import Placer
from bulletin_tui.services.stacks import article_not_found
from bulletin_tui.store.store import Store, open_store
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from bulletin_tui.model.article import Article
    from bulletin_tui.model.library import Library
    from bulletin_tui.paths import Paths
    from bulletin_tui.services.folders import LibraryFolders, LibraryMade
    from bulletin_tui.services.stacks import MemoryStacks, Stacks
    from bulletin_tui.settings import Settings


MOST_IN_MEMORY = 500
"""Files of a folder that are read at every start; more are served from the index."""


@dataclass(slots=True)
class Workspace:
    """What the journeys work on."""

    paths: Paths
    settings: Settings
    stacks: Stacks
    store: Store
    placer: Placer = field(init=False)

    def __post_init__(self) -> None:
        self.placer = Placer(self.store.find_text)

    @property
    def library(self) -> Library:
        """What can be read: a snapshot that is replaced whole."""
        return self.stacks.library

    def get_article(self, article_id: str) -> Article:
        """The article with this id, or the only one whose id starts with it.

        Raises ArticleNotFoundError, and ArticleUnreadableError when its file can be read no longer.
        """
        if self.stacks.find_summary(article_id) is None:
            article_id = whole_id(self.library, article_id)
        return self.stacks.get_article(article_id)

    def close(self) -> None:
        """Close the databases; the workspace cannot be used afterwards."""
        self.stacks.close()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()


def whole_id(library: Library, article_id: str) -> str:
    """The id itself, or the only one in the library that begins with it.

    Raises ArticleNotFoundError.
    """
    candidates = library.ids_beginning(article_id, 2) if article_id else ()
    if not candidates:
        raise article_not_found(article_id)
    if len(candidates) > 1 and candidates[0] != article_id:
        sentence = _("More than one article begins with “{id}”.")
        advice = _("`bulletin list` names every article.")
        raise ArticleNotFoundError(sentence.format(id=clean_line(article_id)), advice=advice)
    return candidates[0]


def open_workspace(
    paths: Paths,
    settings: Settings,
    *,
    list_later: bool = False,
    is_stopped: Callable[[], bool] = lambda: False,
) -> Workspace:
    """Open the articles and the database, in the calling thread, which then owns them.

    With `list_later`, the library of an index is empty until `refresh_library`, which takes a
    while, and marks do not follow edited files until `follow_edited_files`. Problems with single
    files are in `library.problems`; those of the database in `store.notice`.
    """
    store = open_store(paths)
    try:
        stacks = open_stacks(paths, list_later=list_later, is_stopped=is_stopped)
    except BaseException:
        store.close()
        raise
    workspace = Workspace(paths, settings, stacks, store)
    if not list_later and follow_edited_files(workspace):
        workspace.stacks.refresh()
    return workspace


def open_stacks(
    paths: Paths, *, list_later: bool = False, is_stopped: Callable[[], bool] = lambda: False
) -> Stacks:
    """The articles of the library: read now if they are few, else those that the index has.

    Where there cannot be an index some are read now, until `is_stopped`; `failure` says why.
    Raises StateUnavailableError.
    """
    made = find_made(paths)
    in_memory = _read_into_memory(paths, made, is_stopped)
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
    paths: Paths, made: LibraryMade, is_stopped: Callable[[], bool]
) -> MemoryStacks | None:
    if not _is_large(paths, made.folders):
        return read_articles(paths, made.order, is_stopped=is_stopped)
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
    return has_more_files(folders.all, SUFFIXES, MOST_IN_MEMORY)


def refresh_library(workspace: Workspace) -> Library | None:
    """A newer snapshot, once another process has added to the index; None without news.

    Cheap while there is none. Raises IndexUnavailableError.
    """
    return workspace.library if workspace.stacks.refresh() else None


def reload_library(workspace: Workspace, read: MemoryStacks | None = None) -> Library:
    """Use what was `read` just now, else read every file again, or the index.

    The workspace has the new snapshot afterwards.
    """
    use_stacks(workspace, read if read is not None else open_stacks(workspace.paths))
    if follow_edited_files(workspace):
        workspace.stacks.refresh()
    return workspace.library


def use_stacks(workspace: Workspace, stacks: Stacks) -> None:
    """Have the workspace work on these articles from now on."""
    workspace.stacks.close()
    workspace.stacks = stacks
