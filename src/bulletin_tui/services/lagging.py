"""How far the index is behind the folders, as far as that can be told at once."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from bulletin_tui.errors import IndexUnavailableError, StateUnavailableError
from bulletin_tui.importers.formats import SUFFIXES
from bulletin_tui.library.shelf import has_more_files, has_newer
from bulletin_tui.search.built_from import built_at_ns, count_files
from bulletin_tui.search.opening import find_identity, open_index
from bulletin_tui.services.folders import build_order
from bulletin_tui.workers.lagging import is_behind

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from bulletin_tui.workers.build_order import BuildOrder

MOST_KEPT_UP = 2_000
"""Files of a library that is compared with its index by every command that reads it.

So many take some 50 ms to compare; a build for one new file takes a second, for all of them ten.
"""
GLANCE_S = 0.1
"""How long a command looks for something newer than the index of a larger library."""


class Lag(Enum):
    """How far the index is behind."""

    NONE = auto()
    """As far as can be told; also where there is no index, or none that can be read."""
    SHORT = auto()
    """It can be brought up to date while one waits."""
    LONG = auto()
    """Something is newer, and the library large."""


def find_lag(paths: Paths) -> Lag:
    """Compare the index with the folders."""
    if find_identity(paths.index_db) is None:
        return Lag.NONE
    try:
        return _lag(paths.index_db, build_order(paths))
    except (IndexUnavailableError, StateUnavailableError):  # whoever reads them says so
        return Lag.NONE


def _lag(index_path: Path, order: BuildOrder) -> Lag:
    with open_index(index_path) as index:
        is_large = count_files(index) > MOST_KEPT_UP
        if is_large or has_more_files(order.folders, SUFFIXES, MOST_KEPT_UP):
            is_newer = has_newer(order.folders, SUFFIXES, built_at_ns(index), GLANCE_S)
            return Lag.LONG if is_newer else Lag.NONE
        return Lag.SHORT if is_behind(index, order) else Lag.NONE
