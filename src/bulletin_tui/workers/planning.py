"""What a build has to do: the folder's files as they are, against those that the index knows."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.importers.formats import SUFFIXES
from bulletin_tui.library.shelf import find_article_files
from bulletin_tui.search.writing import TRY_AGAIN, FileState
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from bulletin_tui.model.library import FileProblem


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
    """Files of the folder."""


def plan_build(folder: Path, known: Mapping[str, FileState], limit: int | None) -> BuildPlan:
    """Compare the first `limit` files of the folder with what is known, by size and time.

    Nothing is concluded from a folder that cannot be read, for a disk may come back: what was
    known below it stays. Raises IndexUnavailableError if that is the whole folder.
    """
    files, problems = find_article_files(folder, SUFFIXES)
    _check(folder, problems)
    troubles = [_trouble(problem.path, problem.reason) for problem in problems]
    present = [_state(path) for path in files[:limit]]
    wanted = []
    for path, state in zip(files, present, strict=False):
        if not _is_valid(state.path):
            troubles.append(_trouble(state.path, _("Its name is not in UTF-8.")))
        elif not _is_known(state, known.get(state.path)):
            wanted.append((path, state))
    there = {state.path for state in (*present, *troubles)}
    out_of_sight = {state.path for state in troubles}
    gone = tuple(path for path in known if path not in there and not _is_below(path, out_of_sight))
    return BuildPlan(tuple(wanted), gone, tuple(troubles), len(present))


def _check(folder: Path, problems: Iterable[FileProblem]) -> None:
    for problem in problems:
        if problem.path == str(folder):
            raise IndexUnavailableError(problem.reason)


def look_again(paths: Iterable[str]) -> Wanted:
    """Files with their states as they are now, in order."""
    return tuple((path, _state(path)) for path in map(Path, sorted(paths)))


def _state(path: Path) -> FileState:
    try:
        status = path.stat()
    except OSError:  # it vanished just now, or may not be looked at: reading it tells
        return FileState(str(path), 0, TRY_AGAIN, None)
    return FileState(str(path), status.st_size, status.st_mtime_ns, None)


def _is_known(state: FileState, known: FileState | None) -> bool:
    return (
        known is not None
        and known.mtime_ns != TRY_AGAIN
        and (state.size, state.mtime_ns) == (known.size, known.mtime_ns)
    )


def _is_below(path: str, folders: Collection[str]) -> bool:
    return bool(folders) and any(str(above) in folders for above in Path(path).parents)


def _is_valid(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _trouble(path: str, reason: str) -> FileState:
    shown = os.fsencode(path).decode("utf-8", "backslashreplace")
    return FileState(shown, 0, TRY_AGAIN, None, reason)
