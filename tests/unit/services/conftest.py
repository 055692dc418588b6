"""A workspace of two small articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from unit.store.samples import ARTICLE, OTHER, make_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bulletin_tui.services.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Two articles and an empty database."""
    with make_workspace(tmp_path, ARTICLE, OTHER) as opened:
        yield opened


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Workspace]:
    """The same articles on another machine, with nothing marked."""
    with make_workspace(tmp_path / "elsewhere", ARTICLE, OTHER) as opened:
        yield opened
