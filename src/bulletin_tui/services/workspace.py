"""The composition root: the articles, the reader's database and the settings, opened once."""

from __future__ import annotations

from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from bulletin_tui.paths import narrow
from bulletin_tui.services.opening import open_stacks, whole_id
from bulletin_tui.services.placing import Placer
from bulletin_tui.store.at_a_glance import check_free_to_save, check_unlocked
from bulletin_tui.store.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from bulletin_tui.model.article import Article
    from bulletin_tui.model.library import Library
    from bulletin_tui.paths import Paths
    from bulletin_tui.services.stacks import MemoryStacks, Stacks
    from bulletin_tui.settings import Settings


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
        """The article with this id, or the only one whose id starts with it, or did before.

        Raises ArticleNotFoundError, and ArticleUnreadableError when its file can be read no longer.
        """
        return self.stacks.get_article(self.get_id(article_id))

    def get_id(self, typed: str) -> str:
        """The id of that article, whose file is not looked at. Raises ArticleNotFoundError."""
        if self.stacks.find_summary(typed) is not None:
            return typed
        return whole_id(self.library, typed, self.store.successors)

    def close(self) -> None:
        """Close the databases; the workspace cannot be used afterwards."""
        self.stacks.close()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()


def open_workspace(
    paths: Paths,
    settings: Settings,
    *,
    list_later: bool = False,
    only_reads: bool = False,
    only_saves: bool = False,
    is_stopped: Callable[[], bool] = lambda: False,
    on_read: Callable[[int, int], None] = lambda _done, _total: None,
) -> Workspace:
    """Open the articles and the database, in the calling thread, which then owns them.

    With `list_later`, the library of an index is empty until `refresh_library`, which takes a
    while, and marks do not follow edited files until `follow_edited_files`. Problems with single
    files are in `library.problems`; those of the database in `store.notice`. With `only_reads`, a
    database that another program keeps locked is not waited for as long as to save in it; with
    `only_saves`, where nothing comes of it otherwise, all waiting for it is done at the beginning.
    `on_read` hears how many files of how many were read, where they are read now.
    Raises StateUnavailableError, and NotSavedError with `only_saves`.
    """
    if only_reads:
        check_unlocked(paths)
    if only_saves:
        check_free_to_save(paths)
    narrow(paths.cache)
    with ExitStack() as closing_it:
        store = closing_it.enter_context(closing(open_store(paths)))
        stacks = open_stacks(paths, list_later=list_later, is_stopped=is_stopped, on_read=on_read)
        workspace = closing_it.enter_context(Workspace(paths, settings, stacks, store))
        if not list_later:
            _follow_edited_files(workspace)
        closing_it.pop_all()
    return workspace


def _follow_edited_files(workspace: Workspace) -> None:
    from bulletin_tui.services.identifying import follow_edited_files  # the reader does it later

    if follow_edited_files(workspace):
        workspace.stacks.refresh()


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
    _follow_edited_files(workspace)
    return workspace.library


def use_stacks(workspace: Workspace, stacks: Stacks) -> None:
    """Have the workspace work on these articles from now on."""
    workspace.stacks.close()
    workspace.stacks = stacks
