"""The folders of the library as the reader adds, lists and removes them.

A folder is never written to, and removing one only takes its articles out of the library.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.errors import FolderRefusedError
from bulletin_tui.importers.formats import SUFFIXES
from bulletin_tui.library.shelf import count_files, why_unreadable
from bulletin_tui.paths import is_in_utf8
from bulletin_tui.services.dropped_paths import understand_paths
from bulletin_tui.services.folders import find_folders
from bulletin_tui.services.index_condition import find_folders_seen
from bulletin_tui.services.typed_paths import as_spelt, expanded
from bulletin_tui.services.unread_files import find_unread_files
from bulletin_tui.store.folders import BUNDLED
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _, ngettext

if TYPE_CHECKING:
    from datetime import datetime

    from bulletin_tui.library.shelf import FileCount
    from bulletin_tui.services.folders import LibraryFolders
    from bulletin_tui.services.workspace import Workspace

MOST_COUNTED = 100_000
PATIENCE_S = 3.0
"""Counting what a folder has ends after so many files, or so long."""


class SourceKind(StrEnum):
    """Where articles come from."""

    BUNDLED = "bundled"
    IMPORTED = "imported"
    FOLDER = "folder"


class Outcome(StrEnum):
    """What came of adding a folder; in every case its articles are in the library."""

    ADDED = "added"
    ALREADY_THERE = "already there"
    INSIDE_ANOTHER = "inside another"


@dataclass(frozen=True, slots=True)
class Addition:
    """A folder that was added, or was in the library already."""

    folder: Path
    outcome: Outcome
    other: Path | None = None
    """The folder of the library that has this one inside, or is inside this one."""


@dataclass(frozen=True, slots=True)
class Source:
    """One of the folders of the library."""

    kind: SourceKind
    folder: Path
    articles: int
    unreadable: int
    """Files that could not be read."""
    seen_at: datetime | None = None
    """When the folder was last read; None if it never was, or is read at every start."""
    problem: str = ""
    """Why the folder cannot be read now; its articles are those it had."""


def resolve_folder(typed: str) -> Path:
    """The real path of a folder that was typed. Raises FolderRefusedError, saying what it is."""
    path = as_spelt(expanded(typed))
    shown = clean_line(str(path))
    # `os.path` answers about any text, also one that is no name the system could have.
    if not os.path.exists(path):  # noqa: PTH110
        raise FolderRefusedError(_("There is no folder {path}.").format(path=shown))
    if not os.path.isdir(path):  # noqa: PTH112
        advice = _("Add the folder that it is in, or take in the file with `bulletin import`.")
        raise FolderRefusedError(
            _("{path} is a file, not a folder.").format(path=shown), advice=advice
        )
    if reason := why_unreadable(path):
        raise FolderRefusedError(f"{shown}: {reason}")
    real = path.resolve()
    if not is_in_utf8(real):
        sentence = _("The name of {path} is not in UTF-8.").format(path=shown)
        raise FolderRefusedError(sentence, advice=_("Rename it, then add it."))
    return real


def understand_sources(typed: str) -> tuple[Path, ...]:
    """The paths that were typed or dropped. Raises FolderRefusedError for what is not there."""
    paths = tuple(map(as_spelt, understand_paths(typed)))
    if len(paths) == 1 and not os.path.isfile(paths[0]):  # noqa: PTH113 - also of what can be none
        resolve_folder(str(paths[0]))
    for path in paths:
        if not os.path.exists(path):  # noqa: PTH110
            sentence = _("There is no folder or file {path}.")
            raise FolderRefusedError(sentence.format(path=clean_line(str(path))))
    return paths


def find_fault(typed: str) -> str:
    """Why nothing can be added that was typed, in words; empty if it can be."""
    try:
        understand_sources(typed)
    except FolderRefusedError as error:
        return error.words
    return ""


def count_articles_in(folder: Path) -> FileCount:
    """How many files would be read, as far as that is known within a moment."""
    return count_files([folder], SUFFIXES, MOST_COUNTED, PATIENCE_S)


def is_everything(folder: Path) -> bool:
    """Whether the folder holds a whole home or more, so that adding it may be a mistake."""
    return Path.home().resolve().is_relative_to(folder)


def describe_count(count: FileCount) -> str:
    """So many files, in words."""
    if count.has_more:
        return _("more than {count} files").format(count=count.files)
    return ngettext("{count} file", "{count} files", count.files).format(count=count.files)


def add_folder(workspace: Workspace, folder: Path) -> Addition:
    """Add a folder that `resolve_folder` gave. Raises NotSavedError."""
    workspace.store.check_keeping()
    folders = find_folders(workspace.paths)
    if folder in folders.all:
        return Addition(folder, Outcome.ALREADY_THERE)
    for other in folders.all:
        if _is_read_with(folder, other):
            return Addition(folder, Outcome.INSIDE_ANOTHER, other)
    workspace.store.folders.add(str(folder))
    inner = (other for other in folders.added if _is_read_with(other, folder))
    return Addition(folder, Outcome.ADDED, next(inner, None))


def add_bundled(workspace: Workspace) -> Addition:
    """Have the bundled reports in the library again. Raises NotSavedError."""
    workspace.store.check_keeping()
    folders = find_folders(workspace.paths)
    outcome = Outcome.ALREADY_THERE if folders.bundled else Outcome.ADDED
    if outcome is Outcome.ADDED:
        workspace.store.folders.add(BUNDLED)
    return Addition(workspace.paths.articles, outcome)


def describe_addition(addition: Addition) -> str:
    """What came of it, as a sentence."""
    folder = clean_line(str(addition.folder))
    other = clean_line(str(addition.other)) if addition.other else ""
    match addition.outcome:
        case Outcome.ALREADY_THERE:
            return _("{path} is in the library already.").format(path=folder)
        case Outcome.INSIDE_ANOTHER:
            sentence = _("{path} is inside {other}, whose articles are in the library already.")
            return sentence.format(path=folder, other=other)
        case Outcome.ADDED if other:
            sentence = _("{path} was added; {other} is inside it, and its articles come once.")
            return sentence.format(path=folder, other=other)
        case Outcome.ADDED:
            return _("{path} was added.").format(path=folder)


def check_removable(workspace: Workspace, folder: Path) -> None:
    """Raises FolderRefusedError for what cannot be taken out, saying why."""
    folders = find_folders(workspace.paths)
    if folder == folders.imported:
        sentence = _("What was imported is kept as files below {path}.")
        raise FolderRefusedError(
            sentence.format(path=clean_line(str(folder))),
            advice=_("`bulletin remove ID` takes an article out; your marks are kept."),
        )
    if folder != folders.bundled and folder not in folders.added:
        raise _not_in_library(folder, folders)


def remove_folder(workspace: Workspace, folder: Path) -> None:
    """Take a folder out of the library; its files and the marks in them stay as they are.

    Raises FolderRefusedError if it is not in the library, and NotSavedError.
    """
    workspace.store.check_keeping()
    folders = find_folders(workspace.paths)
    check_removable(workspace, folder)
    is_bundled = folder == folders.bundled
    workspace.store.folders.remove(BUNDLED if is_bundled else str(folder))


def remove_typed(workspace: Workspace, typed: str) -> Path:
    """Take out the folder that was typed, or the reports that are called `bundled`.

    The folder itself may be gone. Raises FolderRefusedError and NotSavedError.
    """
    folders = find_folders(workspace.paths)
    folder = Path(os.path.realpath(as_spelt(expanded(typed))))
    if typed == SourceKind.BUNDLED and folder not in folders.added:
        folder = workspace.paths.articles
    remove_folder(workspace, folder)
    return folder


def list_sources(workspace: Workspace) -> tuple[Source, ...]:
    """Every folder of the library, with what was found in it.

    Raises StateUnavailableError, IndexUnavailableError.
    """
    folders = find_folders(workspace.paths)
    counts = workspace.stacks.count_in(folders.all)
    unread = [Path(one.path) for one in find_unread_files(workspace.paths, workspace.stacks)]
    seen = find_folders_seen(workspace.paths) if workspace.stacks.grows else {}
    return tuple(
        Source(
            kind=kind_of(folder, folders),
            folder=folder,
            articles=count,
            unreadable=sum(path != folder and path.is_relative_to(folder) for path in unread),
            seen_at=seen.get(str(folder)),
            problem=why_unreadable(folder),
        )
        for folder, count in zip(folders.all, counts, strict=True)
    )


def folders_away(folders: LibraryFolders) -> tuple[Path, ...]:
    """The added folders that cannot be read now."""
    return tuple(folder for folder in folders.added if why_unreadable(folder))


def kind_of(folder: Path, folders: LibraryFolders) -> SourceKind:
    """What kind of source one of the library's folders is."""
    if folder == folders.bundled:
        return SourceKind.BUNDLED
    return SourceKind.IMPORTED if folder == folders.imported else SourceKind.FOLDER


def _is_read_with(inner: Path, outer: Path) -> bool:
    """Whether whatever is in the inner folder is read when the outer one is."""
    if not inner.is_relative_to(outer):
        return False
    return not any(part.startswith(".") for part in inner.relative_to(outer).parts)


def _not_in_library(folder: Path, folders: LibraryFolders) -> FolderRefusedError:
    sentence = _("{path} is not in the library.").format(path=clean_line(str(folder)))
    for other in folders.added:
        if _is_read_with(folder, other):
            advice = _("It is inside {path}, which can be removed.")
            return FolderRefusedError(sentence, advice=advice.format(path=clean_line(str(other))))
    return FolderRefusedError(sentence, advice=_("`bulletin sources` names every folder."))
