"""Having the index built by a process of its own, which is watched from here."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from bulletin_tui.errors import IndexNotKeptError, StateUnavailableError
from bulletin_tui.model.indexing import IndexProgress, IndexState
from bulletin_tui.paths import make_private
from bulletin_tui.search.opening import find_identity
from bulletin_tui.search.place import cannot_be_kept, check_place
from bulletin_tui.services.folders import build_order, find_folders
from bulletin_tui.words import _, grouped
from bulletin_tui.workers.command import cannot_start, command_for, piped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bulletin_tui.paths import Paths

BUILDER = "bulletin_tui.workers.build_index"
MOST_STARTS = 2
"""A builder that died is started once more."""
LEAST_SPACE = 1 << 20
"""In bytes; on a disk with less than that the smallest index does not fit."""
GRACE_S = 3.0
"""For a builder that was asked to stop to finish its batch."""


class Indexing:
    """A build of the index under way; `on_progress` is called in a thread of its own.

    What it is called with last has ended.
    """

    def __init__(
        self,
        paths: Paths,
        on_progress: Callable[[IndexProgress], None],
        *,
        language: str | None = None,
        is_anew: bool = False,
    ) -> None:
        self._paths = paths
        self._on_progress = on_progress
        self._environment = {**os.environ, **({"LANGUAGE": language} if language else {})}
        self._is_anew = is_anew
        self._is_stopped = False
        self._process: subprocess.Popen[bytes] | None = None
        self._last = IndexProgress(IndexState.LOOKING)
        self._thread = threading.Thread(target=self._run, name="indexing", daemon=True)

    def start(self) -> None:
        """Begin; at most once."""
        self._thread.start()

    def wait(self) -> IndexProgress:
        """How the build ended, once it has."""
        self._thread.join()
        return self._last

    def ask_to_stop(self) -> None:
        """Have the builder end after its batch."""
        self._is_stopped = True
        if self._process is not None:
            with suppress(OSError):  # it has ended
                piped(self._process.stdin).close()

    def stop(self) -> None:
        """Ask it to stop, and end it if it does not in time; blocks so long."""
        self.ask_to_stop()
        process = self._process
        if process is not None:
            try:
                process.wait(GRACE_S)
            except subprocess.TimeoutExpired:
                process.kill()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        for _attempt in range(MOST_STARTS):
            self._watch_builder()
            if self._last.has_ended:
                return
            if self._is_stopped:
                self._tell(IndexProgress(IndexState.STOPPED))
                return
        reason = _("The process that builds the search index was ended.")
        brief = _("building it was ended")
        self._tell(IndexProgress(IndexState.FAILED, reason=reason, brief=brief))

    def _watch_builder(self) -> None:
        with suppress(OSError):  # the builder says what is wrong
            make_private(self._paths.cache)
        options = ("--rebuild",) if self._is_anew else ()
        self._is_anew = False  # started again, it goes on
        command = command_for(BUILDER, str(self._paths.index_db), *options)
        try:
            process = self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=self._environment,
            )
        except OSError as error:
            self._tell(IndexProgress(IndexState.FAILED, reason=cannot_start(error)))
            return
        with process:
            try:
                self._give_order(process)
            except StateUnavailableError as error:
                process.kill()
                self._tell(_failed(error))
                return
            if self._is_stopped:
                process.kill()
            for line in piped(process.stdout):
                if line.endswith(b"\n"):  # else it was ended in the middle of it
                    self._tell(_read(line))

    def _give_order(self, process: subprocess.Popen[bytes]) -> None:
        """Say what to build from; the pipe stays open, for its end asks the build to stop."""
        stdin = piped(process.stdin)
        with suppress(OSError, ValueError):  # it has ended, or is to stop
            stdin.write(build_order(self._paths).to_line().encode("ascii") + b"\n")
            stdin.flush()

    def _tell(self, progress: IndexProgress) -> None:
        self._last = progress
        self._on_progress(progress)


def is_wanted(paths: Paths) -> bool:
    """Whether there is an index to bring up to date, or a folder was added, which needs one.

    Raises StateUnavailableError.
    """
    return bool(find_folders(paths).added) or find_identity(paths.index_db) is not None


def why_not_kept(paths: Paths) -> IndexNotKeptError | None:
    """Why the index cannot be written where it belongs; None if it can, as far as can be seen."""
    folder = paths.index_db.parent
    there = next(path for path in (folder, *folder.parents) if os.path.lexists(path))
    if not there.is_dir():
        return cannot_be_kept(paths.index_db, errno.ENOTDIR)
    if not os.access(there, os.W_OK | os.X_OK):
        is_on_read_only = os.statvfs(there).f_flag & os.ST_RDONLY
        return cannot_be_kept(paths.index_db, errno.EROFS if is_on_read_only else errno.EACCES)
    if is_full(there):
        return cannot_be_kept(paths.index_db, errno.ENOSPC)
    try:
        check_place(paths.index_db)
    except IndexNotKeptError as error:
        return error
    return None


def is_full(folder: Path) -> bool:
    """Whether there is hardly any room left on the disk that a folder is on. Raises OSError."""
    space = os.statvfs(folder)
    return space.f_blocks > 0 and space.f_bavail * space.f_frsize < LEAST_SPACE


def describe(progress: IndexProgress) -> str:
    """How far a build has come, in a few words."""
    match progress.state:
        case IndexState.LOOKING:
            return _("Looking for articles")
        case IndexState.BUILDING:
            words = _("Reading articles: {done} of {total}")
            return words.format(done=grouped(progress.done), total=grouped(progress.total))
        case IndexState.WORDING:
            words = _("Preparing the search: {done} of {total}")
            return words.format(done=grouped(progress.worded), total=grouped(progress.articles))
        case IndexState.MERGING:
            return _("Tidying the index")
        case IndexState.DONE:
            return _("The index is up to date.")
        case IndexState.STOPPED:
            return _("The index is not complete; building it will go on from here.")
        case IndexState.BUSY | IndexState.FAILED:
            return progress.reason


def _failed(error: StateUnavailableError) -> IndexProgress:
    brief = _("your notes cannot be read")
    return IndexProgress(IndexState.FAILED, reason=str(error), advice=error.advice, brief=brief)


def _read(line: bytes) -> IndexProgress:
    said = json.loads(line)
    return IndexProgress(**{**said, "state": IndexState(said["state"])})
