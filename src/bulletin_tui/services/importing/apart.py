"""An import beside whatever else is under way: the library is opened for it alone."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from bulletin_tui.services.folders import find_made
from bulletin_tui.services.importing.importing import import_files
from bulletin_tui.services.opening import open_stacks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from bulletin_tui.services.importing.importing import ImportOptions
    from bulletin_tui.services.importing.report import ImportReport


def import_apart(
    paths: Paths,
    wanted: Sequence[Path],
    options: ImportOptions,
    *,
    on_progress: Callable[[int, int], None],
    is_stopped: Callable[[], bool],
) -> ImportReport:
    """`import_files`, in whatever thread this is called.

    Raises IndexUnavailableError, NotSavedError, StateUnavailableError.
    """
    made = find_made(paths)
    with closing(open_stacks(paths, is_stopped=is_stopped)) as stacks:
        return import_files(
            stacks,
            paths.imported,
            wanted,
            options,
            encodings=made.encodings,
            corrections=made.corrections,
            on_progress=on_progress,
            is_stopped=is_stopped,
        )
