"""Imports in a thread of their own, which can be stopped between two files."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from bulletin_tui.ui.lanes import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from bulletin_tui.services.importing.report import ImportReport


class BackgroundImport:
    """One import at a time."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._lane = Lane("import")
        self._stopping = Event()
        self._is_closed = False

    async def run(
        self,
        paths: Sequence[Path],
        source: str | None,
        on_progress: Callable[[int, int], None],
        *,
        only_tries: bool,
    ) -> ImportReport:
        """What became of the files, and of those in the folders; or would become of them.

        `on_progress` is called in the thread. Raises IndexUnavailableError.
        """
        from bulletin_tui.services.importing.apart import import_apart
        from bulletin_tui.services.importing.importing import ImportOptions

        self._stopping = stopping = Event()
        return await self._lane.run(
            import_apart,
            self._paths,
            paths,
            ImportOptions(source, only_tries),
            on_progress=on_progress,
            is_stopped=lambda: stopping.is_set() or self._is_closed,
        )

    def stop(self) -> None:
        """Have the import end with the files that it has taken."""
        self._stopping.set()

    def close(self) -> None:
        """Stop, and end the thread; blocks for a moment."""
        self._is_closed = True
        self._lane.close()
