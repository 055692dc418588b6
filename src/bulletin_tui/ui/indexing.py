"""The index of a large library, brought up to date while one reads."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bulletin_tui.model.indexing import IndexProgress
    from bulletin_tui.paths import Paths
    from bulletin_tui.services.indexing import Indexing


class BackgroundIndexing:
    """One build at a time, in another process; what is asked for meanwhile comes after it."""

    def __init__(self, paths: Paths, language: str | None) -> None:
        self._paths = paths
        self._language = language
        self._lock = Lock()
        self._is_closed = False
        self._is_wanted_again = self._is_wanted_anew = False
        self._under_way: Indexing | None = None
        self._last: Indexing | None = None

    def start(self, on_progress: Callable[[IndexProgress], None], *, is_anew: bool = False) -> None:
        """Take in what the files are now; `on_progress` is called in another thread.

        With `is_anew` the index is thrown away first: it is damaged.
        """

        def hear(progress: IndexProgress) -> None:
            if not (progress.has_ended and self._begin_again(hear)):
                on_progress(progress)

        with self._lock:
            if self._under_way is not None:
                self._is_wanted_again = True
                self._is_wanted_anew |= is_anew
            elif not self._is_closed:
                self._begin(hear, is_anew=is_anew)

    def ask_to_stop(self) -> None:
        """Let the build come to an end soon, without waiting for it, and begin no other."""
        with self._lock:
            self._is_closed = True
            if self._under_way is not None:
                self._under_way.ask_to_stop()

    def close(self) -> None:
        """End the build; blocks for a moment."""
        self.ask_to_stop()
        if self._last is not None:
            self._last.stop()

    def _begin(self, hear: Callable[[IndexProgress], None], *, is_anew: bool = False) -> None:
        from bulletin_tui.services.indexing import Indexing  # few libraries need an index

        self._under_way = self._last = Indexing(
            self._paths, hear, language=self._language, is_anew=is_anew
        )
        self._under_way.start()

    def _begin_again(self, hear: Callable[[IndexProgress], None]) -> bool:
        """Now that a build has ended: begin the one that was asked for meanwhile, if any."""
        with self._lock:
            self._under_way = None
            is_wanted = self._is_wanted_again and not self._is_closed
            is_anew, self._is_wanted_anew = self._is_wanted_anew, False
            self._is_wanted_again = False
            if is_wanted:
                self._begin(hear, is_anew=is_anew)
            return is_wanted
