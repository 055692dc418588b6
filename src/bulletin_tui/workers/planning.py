"""What a build has to do: the folder's files as they are, against those that the index knows."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.importers.formats import SUFFIXES
from bulletin_tui.library.shelf import find_article_files
from bulletin_tui.search.writing import TRY_AGAIN, FileState
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from bulletin_tui.model.library import FileProblem


@dataclass(frozen=True, slots=True)
class BuildPlan:
    """What is to be read, forgotten and told."""

    wanted: tuple[tuple[Path, FileState], ...]
    """New and changed files, each with its state before it is read."""
    gone: tuple[str, ...]
    troubles: tuple[FileState, ...]
    """Folders and files that cannot even be looked at."""
    total: int
    """Files of the folder."""


def plan_build(folder: Path, known: Mapping[str, FileState], limit: int | None) -> BuildPlan:
    """Compare the first `limit` files of the folder with what is known, by size and time.

    Raises IndexUnavailableError if the folder itself cannot be read: nothing is concluded from
    that, for a disk may come back.
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
    gone = tuple(path for path in known if path not in there)
    return BuildPlan(tuple(wanted), gone, tuple(troubles), len(present))


def _check(folder: Path, problems: Iterable[FileProblem]) -> None:
    for problem in problems:
        if problem.path == str(folder):
            raise IndexUnavailableError(problem.reason)


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


def _is_valid(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _trouble(path: str, reason: str) -> FileState:
    shown = os.fsencode(path).decode("utf-8", "backslashreplace")
    return FileState(shown, 0, TRY_AGAIN, None, reason)
