"""Watching the folders of the library, in a thread of its own."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from bulletin_tui.importers.formats import SUFFIXES
from bulletin_tui.paths import bundled_articles

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

PATIENCE_S = 2.0
"""For the thread to end."""


class LibraryWatch:
    """Tells of changes until it is closed; one set of folders at a time. For any thread."""

    def __init__(self, on_change: Callable[[], None]) -> None:
        """`on_change` is called in the thread that watches."""
        self._on_change = on_change
        self._folders: tuple[Path, ...] = ()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._is_closed = False

    def follow(self, folders: Sequence[Path]) -> None:
        """Watch these folders, and no others; may block for a moment. Nothing once it is closed."""
        wanted = tuple(folder for folder in folders if folder != bundled_articles())
        with self._lock:
            if wanted == self._folders or self._is_closed:
                return
            self._end()
            self._folders, self._stop = wanted, threading.Event()
            if wanted:
                self._begin(wanted)

    def close(self) -> None:
        """Watch nothing any more; waits for the thread, which must not outlive the interpreter."""
        with self._lock:
            self._is_closed = True
            self._end()

    def _begin(self, folders: tuple[Path, ...]) -> None:
        thread = threading.Thread(
            target=self._watch, args=(folders, self._stop), name="watching", daemon=True
        )
        thread.start()
        self._thread = thread

    def _watch(self, folders: tuple[Path, ...], stop: threading.Event) -> None:
        from bulletin_tui.library.watching import watch_folders  # a library in Rust

        watch_folders(folders, SUFFIXES, self._on_change, stop)

    def _end(self) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join(PATIENCE_S)
        self._thread, self._folders = None, ()
