"""The long rigs, in full: `make long`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


def rig(name: str, *arguments: str) -> None:
    """Run a rig; its exit status says whether anything was lost."""
    subprocess.run([sys.executable, str(BENCHMARKS / f"{name}.py"), *arguments], check=True)


@pytest.mark.long
def test_no_saved_mark_is_lost_when_the_program_is_killed_300_times() -> None:
    rig("durability", "--runs", "300")


@pytest.mark.long
def test_no_saved_mark_is_lost_when_the_power_fails() -> None:
    rig("power_cut")
