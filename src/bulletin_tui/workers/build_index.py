"""`python -m bulletin_tui.workers.build_index INDEX [--rebuild]`: the index, built.

What it is built from comes in as one line, a `BuildOrder`; progress goes out as JSON lines. The
build ends between two batches when stdin is closed, on SIGTERM, or when nobody reads any more.
Only one runs at a time. It never opens `state.db`.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.errors import BulletinError, IndexDamagedError, IndexUnavailableError
from bulletin_tui.model.indexing import IndexProgress, IndexState
from bulletin_tui.reasons import system_reason
from bulletin_tui.search.built_from import find_damage
from bulletin_tui.search.opening import find_identity, open_index, remove_index
from bulletin_tui.search.place import check_place
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _, use_language
from bulletin_tui.workers.build_order import order_from_line
from bulletin_tui.workers.builder_lock import builder_lock
from bulletin_tui.workers.building import IndexBuild
from bulletin_tui.workers.limits import lower_priority

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

    from bulletin_tui.workers.build_order import BuildOrder

CHECK_S = 2.0
"""Looking for damage puts a build off for no longer than this."""
MOST_BUILDS = 3
"""The index may be removed at any time; one that is removed each time is given up."""
_STDIN = 0
_MOST_AT_ONCE = 1 << 16


def main(arguments: Sequence[str]) -> None:
    """Build once; how it ended is in the last line."""
    path, *options = arguments
    use_language()
    lower_priority()
    stopping = threading.Event()
    order = _read_order()
    if order is None:
        return
    _stop_when_asked(stopping)
    talk = _Talk(stopping)
    try:
        end = _build_to_keep(Path(path), order, talk, is_anew="--rebuild" in options)
    except BulletinError as error:
        end = IndexProgress(IndexState.FAILED, reason=str(error), advice=error.advice)
        if isinstance(error, IndexUnavailableError):
            end = replace(end, brief=error.brief)
    talk.tell(end)  # now that another one may begin


def _read_order() -> BuildOrder | None:
    """The order; None if whoever started the build has ended before it was given."""
    line = b""
    while not line.endswith(b"\n"):
        some = os.read(_STDIN, _MOST_AT_ONCE)
        if not some:
            return None
        line += some
    return order_from_line(line)


class _IndexRemovedError(Exception):
    """The index is no longer where it was, or another one is there."""


class _Talk:
    """The way out to whoever started the build."""

    def __init__(self, stopping: threading.Event) -> None:
        self.stopping = stopping

    def tell(self, progress: IndexProgress) -> None:
        """Write one line; nobody there to read it is a reason to stop."""
        try:
            sys.stdout.write(json.dumps(asdict(progress)) + "\n")
            sys.stdout.flush()
        except BrokenPipeError:
            self.stopping.set()


def _build_to_keep(path: Path, order: BuildOrder, talk: _Talk, *, is_anew: bool) -> IndexProgress:
    """Build; once more if the index is removed meanwhile, and with it perhaps the lock."""
    for _attempt in range(MOST_BUILDS):
        with builder_lock(path) as is_mine:
            if not is_mine:
                return _busy()
            try:
                return _build(path, order, talk, is_anew=is_anew)
            except _IndexRemovedError:
                is_anew = False
    raise IndexUnavailableError(_("The search index was removed while it was being built."))


def _build(path: Path, order: BuildOrder, talk: _Talk, *, is_anew: bool) -> IndexProgress:
    if is_anew:
        _remove(path)
    try:
        return _build_once(path, order, talk)
    except IndexDamagedError as error:
        _remove(path)
        end = _build_once(path, order, talk)
        return replace(end, damage=clean_line(str(error.__cause__ or error)))


def _build_once(path: Path, order: BuildOrder, talk: _Talk) -> IndexProgress:
    with open_index(path, for_writing=True) as index:
        if damage := find_damage(index, CHECK_S):
            raise IndexDamagedError(damage)
        opened = find_identity(path)

        def is_to_stop() -> bool:
            return talk.stopping.is_set() or find_identity(path) != opened

        try:
            end = IndexBuild(index, order, talk.tell, is_to_stop).run()
        except IndexUnavailableError as error:
            if find_identity(path) != opened:
                raise _IndexRemovedError from error
            raise
    if find_identity(path) != opened and not talk.stopping.is_set():
        raise _IndexRemovedError
    return end


def _remove(path: Path) -> None:
    try:
        remove_index(path)
    except OSError as error:
        check_place(path)
        sentence = _("The search index cannot be removed: {reason}.")
        raise IndexUnavailableError(sentence.format(reason=system_reason(error))) from error


def _busy() -> IndexProgress:
    reason = _("The search index is being built already, by another window or command.")
    return IndexProgress(IndexState.BUSY, reason=reason)


def _stop_when_asked(stopping: threading.Event) -> None:
    def ask(_number: int, _frame: FrameType | None) -> None:
        stopping.set()

    def wait_for_end_of_stdin() -> None:
        while os.read(_STDIN, _MOST_AT_ONCE):
            pass
        stopping.set()

    signal.signal(signal.SIGTERM, ask)
    threading.Thread(target=wait_for_end_of_stdin, daemon=True).start()


if __name__ == "__main__":
    main(sys.argv[1:])
