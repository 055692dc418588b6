"""What the command line says is kept, once a program of a test has ended."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def notes(home: Path) -> list[str]:
    """The notes on all marks."""
    answer = subprocess.run(
        [sys.executable, "-m", "bulletin_tui", "annotations", "--json"],
        env={"HOME": str(home), "LANG": "C.UTF-8"},
        capture_output=True,
        check=False,
    )
    return [mark["note"] for mark in json.loads(answer.stdout)["annotations"]]
