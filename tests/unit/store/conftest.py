"""A store in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.store.store import open_store
from unit.store.samples import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bulletin_tui.paths import Paths
    from bulletin_tui.store.store import Store


@pytest.fixture
def store(paths: Paths) -> Iterator[Store]:
    """A new store whose clock stands still."""
    opened = open_store(paths, now=lambda: NOW)
    yield opened
    opened.close()
