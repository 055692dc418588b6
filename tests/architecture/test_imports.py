"""Imports point down, and a command answers without loading the interface."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from architecture.sources import ROOT


def test_the_import_contracts_of_pyproject_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    checked = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
