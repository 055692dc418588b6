"""Finding the article files of a folder, without following links out of it or round in circles."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.model.library import FileProblem
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Collection


def find_article_files(
    folder: Path, suffixes: Collection[str]
) -> tuple[tuple[Path, ...], tuple[FileProblem, ...]]:
    """Every file below `folder` with one of the lower-case `suffixes`, sorted, and what failed.

    Hidden names are passed over, links to folders are not followed, and a link to a file counts
    only when it ends inside the folder at a file that was not found otherwise.
    """
    walk = _Walk(suffixes)
    walk.visit(folder)
    walk.follow_links(folder)
    return tuple(sorted(walk.files)), tuple(walk.problems)


def has_more_files(folder: Path, suffixes: Collection[str], count: int) -> bool:
    """Whether more than `count` names below `folder` look like article files.

    As soon as that is known nothing more is looked at; what cannot be looked at counts for none.
    """
    found = 0
    for _folder, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += sum(
            not name.startswith(".") and Path(name).suffix.lower() in suffixes for name in names
        )
        if found > count:
            return True
    return False


class _Walk:
    """One walk through a folder; files are told apart by device and inode."""

    def __init__(self, suffixes: Collection[str]) -> None:
        self.files: list[Path] = []
        self.problems: list[FileProblem] = []
        self._suffixes = suffixes
        self._links: list[Path] = []
        self._seen: set[tuple[int, int]] = set()

    def visit(self, folder: Path) -> None:
        """Collect the files and links of `folder` and of the folders in it."""
        waiting = [folder]
        while waiting:
            current = waiting.pop()
            try:
                with os.scandir(current) as entries:
                    visible = [entry for entry in entries if not entry.name.startswith(".")]
            except OSError as error:
                self._report(current, _folder_reason(error))
                continue
            for entry in sorted(visible, key=lambda entry: entry.name):
                path = current / entry.name
                try:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(path)
                    elif path.suffix.lower() in self._suffixes:
                        self._take(path, entry)
                except OSError as error:
                    self._report(path, _unreadable(error))

    def follow_links(self, folder: Path) -> None:
        """Add what the collected links lead to, as far as it is inside `folder` and new."""
        root = os.path.realpath(folder)
        for link in self._links:
            try:
                target = Path(os.path.realpath(link, strict=True))
                status = target.stat()
            except OSError:
                self._report(link, _("The link leads nowhere."))
                continue
            if not target.is_relative_to(root):
                self._report(link, _("The link leads out of the folder."))
            elif stat.S_ISREG(status.st_mode) and self._is_new(status):
                self.files.append(link)

    def _take(self, path: Path, entry: os.DirEntry[str]) -> None:
        if entry.is_symlink():
            self._links.append(path)
            return
        if self._is_new(entry.stat(follow_symlinks=False)):
            self.files.append(path)

    def _is_new(self, status: os.stat_result) -> bool:
        identity = (status.st_dev, status.st_ino)
        is_new = identity not in self._seen
        self._seen.add(identity)
        return is_new

    def _report(self, path: Path, reason: str) -> None:
        self.problems.append(FileProblem(str(path), reason))


def _unreadable(error: OSError) -> str:
    return _("The file cannot be read: {reason}.").format(reason=error.strerror)


def _folder_reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return _("There is no such folder.")
    if isinstance(error, NotADirectoryError):
        return _("It is not a folder.")
    if isinstance(error, PermissionError):
        return _("The folder may not be read: permission denied.")
    return _("The folder cannot be read: {reason}.").format(reason=error.strerror)
