"""The folders of the library, and all else that decides what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.workers.build_order import BuildOrder

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.paths import Paths


def library_folders(paths: Paths) -> tuple[Path, ...]:
    """Every folder whose articles can be read."""
    return (paths.articles,)


def build_order(paths: Paths) -> BuildOrder:
    """What the index is to be built from."""
    return BuildOrder(library_folders(paths))
