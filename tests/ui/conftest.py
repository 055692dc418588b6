"""Articles that a test may change."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from bulletin_tui.paths import Paths


@pytest.fixture
def own_articles(paths: Paths, tmp_path: Path) -> Paths:
    folder = tmp_path / "bai"
    shutil.copytree(paths.articles, folder)
    return replace(paths, articles=folder)
