"""Finding the article files of folders, without following links out of them or round in circles."""

from __future__ import annotations

import os
import stat
import time
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bulletin_tui.library.files import LARGEST_FILE
from bulletin_tui.model.library import FileProblem
from bulletin_tui.reasons import system_reason
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class FoundFile(NamedTuple):
    """A file as it was when it was found."""

    path: str
    size: int
    """In bytes."""
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """What is in some folders."""

    files: tuple[FoundFile, ...]
    """By folder, and by path."""
    problems: tuple[FileProblem, ...]
    """Below the folders."""
    absent: tuple[FileProblem, ...]
    """Those of the folders that cannot be read, as a whole."""


def find_article_files(folders: Iterable[Path], suffixes: Collection[str]) -> FoundFiles:
    """Every file below the folders with one of the lower-case `suffixes`, each once.

    Hidden names are passed over, links to folders are not followed, and a link to a file counts
    only when it ends inside its folder at a file that was not found otherwise.
    """
    walk = _Walk(suffixes)
    visited = [(folder, *walk.visit(folder)) for folder in folders]
    for folder, files, links in visited:
        walk.follow_links(folder, links, files)
    found = chain.from_iterable(sorted(files) for _folder, files, _links in visited)
    return FoundFiles(tuple(found), tuple(walk.problems), tuple(walk.absent))


class FileCount(NamedTuple):
    """How many files there are, or how many were counted before that took too long."""

    files: int
    has_more: bool


def find_all_files(folder: Path) -> FoundFiles:
    """Every file below `folder`, whatever its name ends in, found as article files are."""
    walk = _Walk(None)
    files, links = walk.visit(folder)
    walk.follow_links(folder, links, files)
    return FoundFiles(tuple(sorted(files)), tuple(walk.problems), tuple(walk.absent))


def has_more_files(folders: Iterable[Path], suffixes: Collection[str], count: int) -> bool:
    """Whether more than `count` names below the folders look like article files.

    As soon as that is known nothing more is looked at; what cannot be looked at counts for none.
    """
    return count_files(folders, suffixes, count).has_more


def has_more_bytes(folders: Iterable[Path], suffixes: Collection[str], count: int) -> bool:
    """Whether what looks like article files below the folders has more than `count` bytes.

    It ends and passes over as `has_more_files` does. A file that is itself named counts for none,
    nor does one that is too large to be read.
    """
    total = 0
    for folder in folders:
        for inside, below, names in os.walk(folder):
            below[:] = [name for name in below if not name.startswith(".")]
            wanted = (name for name in names if _is_wanted(name, suffixes))
            total += sum(_bytes_in(f"{inside}{os.sep}{name}") for name in wanted)
            if total > count:
                return True
    return False


def has_newer(
    folders: Iterable[Path], suffixes: Collection[str], since_ns: int, seconds: float
) -> bool:
    """Whether something below the folders has changed since then, as far as was seen in this time.

    Folders count too: they change when a file comes, goes or is renamed.
    """
    end = time.monotonic() + seconds
    for folder in folders:
        for inside, below, names in os.walk(folder):
            below[:] = [name for name in below if not name.startswith(".")]
            wanted = (f"{inside}{os.sep}{name}" for name in names if _is_wanted(name, suffixes))
            if any(_changed_at(path) > since_ns for path in (inside, *wanted)):
                return True
            if time.monotonic() > end:
                return False
    return False


def _changed_at(path: str) -> int:
    """In nanoseconds; 0 for what cannot be looked at."""
    try:
        return os.stat(path).st_mtime_ns  # noqa: PTH116 - paths are text here
    except OSError:
        return 0


def _bytes_in(path: str) -> int:
    try:
        size = os.stat(path).st_size  # noqa: PTH116 - paths are text here
    except OSError:
        return 0
    return size if size <= LARGEST_FILE else 0


def count_files(
    folders: Iterable[Path], suffixes: Collection[str], most: int, seconds: float = float("inf")
) -> FileCount:
    """Count the names below the folders that look like article files, but not for ever."""
    found = 0
    end = time.monotonic() + seconds
    for folder in folders:
        for _folder, below, names in os.walk(folder):
            below[:] = [name for name in below if not name.startswith(".")]
            found += sum(_is_wanted(name, suffixes) for name in names)
            if found > most or time.monotonic() > end:
                return FileCount(min(found, most), has_more=True)
    return FileCount(found, has_more=False)


def why_unreadable(folder: Path) -> str:
    """Why a folder cannot be read as a whole, as a sentence; empty if it can."""
    try:
        with os.scandir(folder):
            return ""
    except OSError as error:
        return _folder_reason(error)


def _is_wanted(name: str, suffixes: Collection[str] | None) -> bool:
    if suffixes is None:
        return True
    _stem, dot, ending = name.rpartition(".")  # there may be very many names
    return (dot + ending).lower() in suffixes and not name.startswith(".")


class _Walk:
    """One walk through all folders; files and folders are told apart by device and inode."""

    def __init__(self, suffixes: Collection[str] | None) -> None:
        self.problems: list[FileProblem] = []
        self.absent: list[FileProblem] = []
        self._suffixes = suffixes
        self._seen: set[tuple[int, int]] = set()

    def visit(self, folder: Path) -> tuple[list[FoundFile], list[str]]:
        """The files of `folder` and of the folders in it, and the links that may lead to some.

        It may be a single file instead.
        """
        files: list[FoundFile] = []
        links: list[str] = []
        waiting = [str(folder)]
        while waiting:
            current = waiting.pop()
            try:
                status = os.stat(current)  # noqa: PTH116 - paths are text here
                if not self._is_new(status):
                    continue
                if stat.S_ISREG(status.st_mode) and _is_wanted(folder.name, self._suffixes):
                    return [FoundFile(current, status.st_size, status.st_mtime_ns)], []
                with os.scandir(current) as entries:
                    visible = [entry for entry in entries if not entry.name.startswith(".")]
            except OSError as error:
                is_whole = current == str(folder)
                problem = FileProblem(current, _folder_reason(error))
                (self.absent if is_whole else self.problems).append(problem)
                continue
            for entry in sorted(visible, key=lambda entry: entry.name):
                self._take(entry, waiting, links, files)
        return files, links

    def _take(
        self,
        entry: os.DirEntry[str],
        waiting: list[str],
        links: list[str],
        files: list[FoundFile],
    ) -> None:
        try:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            elif not _is_wanted(entry.name, self._suffixes):
                return
            elif entry.is_symlink():
                links.append(entry.path)
            else:
                self._add(entry.path, entry.stat(follow_symlinks=False), files)
        except OSError as error:
            self._report(entry.path, _unreadable(error))

    def follow_links(self, folder: Path, links: Iterable[str], files: list[FoundFile]) -> None:
        """Add what the links found in `folder` lead to, as far as it is inside it and new."""
        root = os.path.realpath(folder)
        for link in links:
            try:
                target = Path(os.path.realpath(link, strict=True))
                status = target.stat()
            except OSError:
                self._report(link, _("The link leads nowhere."))
                continue
            if not target.is_relative_to(root):
                self._report(link, _("The link leads out of the folder."))
            elif stat.S_ISREG(status.st_mode):
                self._add(link, status, files)

    def _add(self, path: str, status: os.stat_result, files: list[FoundFile]) -> None:
        if self._is_new(status):
            files.append(FoundFile(path, status.st_size, status.st_mtime_ns))

    def _is_new(self, status: os.stat_result) -> bool:
        known = len(self._seen)
        self._seen.add((status.st_dev, status.st_ino))
        return len(self._seen) > known

    def _report(self, path: str, reason: str) -> None:
        self.problems.append(FileProblem(path, reason))


def _unreadable(error: OSError) -> str:
    return _("The file cannot be read: {reason}.").format(reason=system_reason(error))


def _folder_reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return _("There is no such folder.")
    if isinstance(error, NotADirectoryError):
        return _("It is not a folder.")
    if isinstance(error, PermissionError):
        return _("The folder may not be read: permission denied.")
    return _("The folder cannot be read: {reason}.").format(reason=system_reason(error))
