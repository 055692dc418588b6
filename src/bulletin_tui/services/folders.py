"""The folders of the library, and all else that decides what is in it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.paths import is_folder
from bulletin_tui.store.at_a_glance import Made, made_at_a_glance
from bulletin_tui.workers.build_order import BuildOrder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from bulletin_tui.store.folders import FolderRows


@dataclass(frozen=True, slots=True)
class LibraryFolders:
    """Where the articles of the library are."""

    bundled: Path | None
    """None once the reader has removed them; also a folder that is read without being added."""
    imported: Path | None
    """None before something was imported."""
    added: tuple[Path, ...] = ()
    """In the order in which they were added; they need not be there now."""

    @property
    def all(self) -> tuple[Path, ...]:
        """Every one of them."""
        return (*filter(None, (self.bundled, self.imported)), *self.added)


@dataclass(frozen=True, slots=True)
class LibraryMade:
    """What decides what is in the library, all of one moment."""

    folders: LibraryFolders
    encodings: Mapping[str, str]
    """Those that the reader chose, by path."""
    corrections: Mapping[str, Mapping[str, str]]
    """What was corrected of articles, by id and field."""

    @property
    def order(self) -> BuildOrder:
        """What the articles are to be read from."""
        return BuildOrder(self.folders.all, self.encodings, self.corrections)


def find_made(paths: Paths) -> LibraryMade:
    """The library as it is now, without opening the reader's database for more than that.

    This and what follows raises StateUnavailableError.
    """
    made = made_at_a_glance(paths) or _mended(paths)
    folders = _of_rows(paths, made.folders)
    return LibraryMade(folders, made.encodings, made.corrections)


def find_folders(paths: Paths) -> LibraryFolders:
    """The folders as they are now."""
    return find_made(paths).folders


def library_folders(paths: Paths) -> tuple[Path, ...]:
    """Every folder whose articles can be read."""
    return find_made(paths).folders.all


def build_order(paths: Paths) -> BuildOrder:
    """What the index is to be built from."""
    return find_made(paths).order


def _of_rows(paths: Paths, rows: FolderRows) -> LibraryFolders:
    if not paths.is_library:
        return LibraryFolders(paths.articles, None)
    return LibraryFolders(
        paths.articles if rows.has_bundled else None,
        paths.imported if is_folder(paths.imported) else None,
        tuple(folder.path for folder in rows.added),
    )


def _mended(paths: Paths) -> Made:
    from bulletin_tui.store.store import open_store  # hardly any start needs it here

    with closing(open_store(paths)) as store:
        return Made(store.folders.read(), store.encodings.all(), store.corrections.all())
