"""What a build has to do: the files as they are, against those that the index knows."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.importers.formats import SUFFIXES
from bulletin_tui.library.shelf import find_article_files
from bulletin_tui.paths import is_in_utf8
from bulletin_tui.search.writing import TRY_AGAIN, FileState
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from bulletin_tui.library.shelf import FoundFile


Wanted: TypeAlias = tuple[tuple[Path, FileState], ...]
"""Files to be read, each with its state before that."""


@dataclass(frozen=True, slots=True)
class BuildPlan:
    """What is to be read, forgotten and told."""

    wanted: Wanted
    """New and changed files."""
    gone: tuple[str, ...]
    troubles: tuple[FileState, ...]
    """Folders and files that cannot even be looked at."""
    total: int
    """Files of the folders."""
    seen: tuple[str, ...] = ()
    """The folders that are there."""


def plan_build(
    folders: Sequence[Path], known: Mapping[str, FileState], limit: int | None
) -> BuildPlan:
    """Compare the first `limit` files of the folders with what is known, by size and time.

    Nothing is concluded from a folder that cannot be read, or in which nothing at all is left, as
    in the place of a disk that is away: what was known below it stays. Raises
    IndexUnavailableError if none of the folders can be read.
    """
    found = find_article_files(folders, SUFFIXES)
    if found.absent and len(found.absent) == len(folders):
        raise IndexUnavailableError(found.absent[0].reason)
    troubles = [_trouble(problem.path, problem.reason) for problem in found.problems]
    present = found.files[:limit]
    wanted: list[tuple[Path, FileState]] = []
    for file in present:
        if not _is_known(file, known.get(file.path)):
            if is_in_utf8(file.path):
                wanted.append((Path(file.path), FileState(*file, None)))
            else:
                troubles.append(_trouble(file.path, _("Its name is not in UTF-8.")))
    there = {file.path for file in present}
    there.update(state.path for state in troubles)
    bare = {str(folder) for folder in folders if _is_bare(folder)}
    out_of_sight = {problem.path for problem in (*found.problems, *found.absent)} | bare
    gone = tuple(path for path in known if path not in there and not _is_below(path, out_of_sight))
    away = {problem.path for problem in found.absent} | bare
    seen = tuple(path for path in map(str, folders) if path not in away)
    return BuildPlan(tuple(wanted), gone, tuple(troubles), len(present), seen)


def _is_bare(folder: Path) -> bool:
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is None
    except OSError:  # that was told
        return False


def look_again(paths: Iterable[str]) -> Wanted:
    """Files with their states as they are now."""
    return tuple((path, _state(path)) for path in map(Path, paths))


def _state(path: Path) -> FileState:
    try:
        status = path.stat()
    except OSError:  # it vanished just now, or may not be looked at: reading it tells
        return FileState(str(path), 0, TRY_AGAIN, None)
    return FileState(str(path), status.st_size, status.st_mtime_ns, None)


def _is_known(file: FoundFile, known: FileState | None) -> bool:
    return known is not None and (file.size, file.mtime_ns) == (known.size, known.mtime_ns)


def _is_below(path: str, folders: Collection[str]) -> bool:
    return bool(folders) and any(str(above) in folders for above in Path(path).parents)


def _trouble(path: str, reason: str) -> FileState:
    shown = os.fsencode(path).decode("utf-8", "backslashreplace")
    return FileState(shown, 0, TRY_AGAIN, None, reason)
