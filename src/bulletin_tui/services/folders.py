"""The folders of the library, and all else that decides what is in it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.store.corrections import corrections_at_a_glance
from bulletin_tui.store.encodings import encodings_at_a_glance
from bulletin_tui.store.folders import FolderRows, folders_at_a_glance
from bulletin_tui.workers.build_order import BuildOrder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bulletin_tui.paths import Paths


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


def find_folders(paths: Paths) -> LibraryFolders:
    """The folders as they are now, without opening the reader's database for more than that.

    Raises StateUnavailableError.
    """
    if not paths.is_library:
        return LibraryFolders(paths.articles, None)
    rows = folders_at_a_glance(paths)
    return _of_rows(paths, rows if rows is not None else _mended_rows(paths))


def library_folders(paths: Paths) -> tuple[Path, ...]:
    """Every folder whose articles can be read. Raises StateUnavailableError."""
    return find_folders(paths).all


def corrections_by_hand(paths: Paths) -> Mapping[str, Mapping[str, str]]:
    """What was corrected of articles, by id and field. Raises StateUnavailableError."""
    corrections = corrections_at_a_glance(paths)
    if corrections is None:
        from bulletin_tui.store.store import open_store  # hardly any start needs it here

        with closing(open_store(paths)) as store:
            return store.corrections.all()
    return corrections


def chosen_encodings(paths: Paths) -> Mapping[str, str]:
    """The encodings that the reader chose, by path. Raises StateUnavailableError."""
    chosen = encodings_at_a_glance(paths)
    if chosen is None:
        from bulletin_tui.store.store import open_store  # hardly any start needs it here

        with closing(open_store(paths)) as store:
            return store.encodings.all()
    return chosen


def build_order(paths: Paths) -> BuildOrder:
    """What the index is to be built from. Raises StateUnavailableError."""
    return BuildOrder(
        library_folders(paths),
        encodings=chosen_encodings(paths),
        corrections=corrections_by_hand(paths),
    )


def _of_rows(paths: Paths, rows: FolderRows) -> LibraryFolders:
    return LibraryFolders(
        paths.articles if rows.has_bundled else None,
        paths.imported if paths.imported.is_dir() else None,
        tuple(folder.path for folder in rows.added),
    )


def _mended_rows(paths: Paths) -> FolderRows:
    from bulletin_tui.store.store import open_store  # hardly any start needs it here

    with closing(open_store(paths)) as store:
        return store.folders.read()
