"""A library of imports, and a folder from which they come."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bulletin_tui.paths import Paths
    from bulletin_tui.services.workspace import Workspace


@pytest.fixture
def workspace(paths: Paths) -> Iterator[Workspace]:
    """A library of what is imported, and of nothing else."""
    only_imported = replace(paths, articles=paths.imported)
    paths.imported.mkdir(parents=True)
    with open_workspace(only_imported, Settings()) as opened:
        yield opened


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "tải về"
    folder.mkdir()
    return folder
