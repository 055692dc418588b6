"""Noticing that files have changed: told by the system, or looked for now and then."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import Change, watch

from bulletin_tui.paths import is_there

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from threading import Event

DEBOUNCE_MS = 2000
"""Changes in a row are told at once, at the latest after this time."""
QUIET_MS = 200
"""Nothing may have changed for so long before a change is told."""
SLOW_S = 60.0
"""How often to look into folders of which the system does not tell."""
BACK_S = 2.0
"""How often to look whether a folder that is away has come back."""
REMOTE = frozenset({"9p", "afs", "cifs", "fuse.sshfs", "nfs", "nfs4", "smb3", "smbfs"})
"""File systems whose other users are not heard of. https://man7.org/linux/man-pages/man7/inotify.7.html"""
_MOUNTS = Path("/proc/self/mounts")


def watch_folders(
    folders: Sequence[Path],
    suffixes: Collection[str],
    on_change: Callable[[], None],
    stop: Event,
) -> None:
    """Call `on_change` whenever files with these suffixes may have changed, until `stop` is set.

    One of the `folders` may be a single file: then its folder is watched, for it alone.

    Blocks. Folders that are remote, or too many for the system, are looked into every minute; for
    those that are away it looks every few seconds.
    """
    while not stop.is_set():
        there = [folder for folder in folders if is_there(folder)]
        near = [folder for folder in there if not is_remote(folder)]
        is_due = _Due([folder for folder in folders if folder not in there], near != there)
        try:
            if near:
                _watch_near(near, is_due, suffixes, on_change, stop)
            elif _wait(is_due, stop):
                on_change()
        # Of the system's limits, or of a folder that has just gone; RuntimeError is how the
        # library tells of whatever else the system said.
        except (OSError, RuntimeError):
            if not stop.wait(SLOW_S):
                on_change()


class _Due:
    """Says when to look into the folders of which the system does not tell."""

    def __init__(self, away: Sequence[Path], has_remote: bool) -> None:
        self._away = away
        self._has_remote = has_remote
        self._began = time.monotonic()
        self.interval_s = BACK_S if away else SLOW_S

    def __call__(self) -> bool:
        is_slow = self._has_remote and time.monotonic() - self._began > SLOW_S
        return is_slow or any(map(is_there, self._away))


def _wait(is_due: _Due, stop: Event) -> bool:
    """Wait until it is due; False if it is to stop before."""
    while not stop.wait(is_due.interval_s):
        if is_due():
            return True
    return False


def _watch_near(
    near: Sequence[Path],
    is_due: _Due,
    suffixes: Collection[str],
    on_change: Callable[[], None],
    stop: Event,
) -> None:
    """Watch until it is time to look into the others, too."""
    told = watch(
        *{folder if folder.is_dir() else folder.parent for folder in near},
        watch_filter=lambda change, path: _matters(change, path, near, suffixes),
        debounce=DEBOUNCE_MS,
        step=QUIET_MS,
        rust_timeout=int(is_due.interval_s * 1000),
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=False,
        ignore_permission_denied=True,
        force_polling=False,
        recursive=any(folder.is_dir() for folder in near),
    )
    for changes in told:
        is_time = is_due()
        if (changes or is_time) and not stop.is_set():
            on_change()
        if is_time or not all(map(is_there, near)):
            return


def _matters(change: Change, path: str, folders: Iterable[Path], suffixes: Collection[str]) -> bool:
    """Whether it is, or may have been, an article's file or a folder of some."""
    below = Path(path)
    root = next((folder for folder in folders if below.is_relative_to(folder)), None)
    if root is None:  # beside a single file
        return False
    if any(part.startswith(".") for part in below.relative_to(root).parts):
        return False
    # What is gone may have been a folder, which may be called anything.
    return below.suffix.lower() in suffixes or change is Change.deleted or below.is_dir()


def is_remote(folder: Path) -> bool:
    """Whether a folder is on a file system of another machine."""
    try:
        mounts = _MOUNTS.read_bytes().splitlines()
    except OSError:  # a system that has no such list
        return False
    best, kind = b"", b""
    real = os.fsencode(os.path.realpath(folder))
    for line in mounts:
        place, found = line.split()[1:3]
        place = place.replace(rb"\040", b" ")
        is_above = real == place or real.startswith(place.rstrip(b"/") + b"/")
        if is_above and len(place) >= len(best):
            best, kind = place, found
    return os.fsdecode(kind) in REMOTE
