"""Imports point down, and a command answers without loading the interface."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from architecture.sources import ROOT

INTERFACE = {"textual", "rich", "asyncio", "pygments"}
WORK = {"argparse", "markdown_it", "rapidfuzz", "sqlite3", "yaml"}
QUOTE = ("annotate", "thot-not", "--quote", "hội nghị tổng kết")

LOADED = """
import json, sys
from bulletin_tui.cli.main import main
status = main(sys.argv[1:]) if sys.argv[1:] else 0
print(json.dumps([status, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


def test_the_import_contracts_of_pyproject_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    checked = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(
    ("argv", "more"),
    [
        (("--help",), set()),
        (("list", "--json"), set()),
        (("show", "thot-not"), set()),
        (("search", "nghi quyet"), set()),
        (("search", "ngih quyet"), {"rapidfuzz"}),
        (QUOTE, set()),
        (("annotations",), set()),
        (("export",), set()),
        (("paths",), set()),
        (("doctor",), {"asyncio"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_command_loads_nothing_of_the_interface(
    argv: tuple[str, ...], more: set[str], tmp_path: Path
) -> None:
    status, loaded = _loaded(argv, tmp_path)
    assert status in (0, 1)
    assert loaded & (INTERFACE | {"rapidfuzz"}) <= more


def test_the_command_line_loads_only_words_and_paths_before_the_reader_opens(
    tmp_path: Path,
) -> None:
    _status, loaded = _loaded((), tmp_path)
    assert loaded & (INTERFACE | WORK) == set()


def _loaded(argv: tuple[str, ...], home: Path) -> tuple[int, set[str]]:
    """The exit status of a command, and the packages a fresh process has loaded by its end."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *argv],
        env={"PATH": os.defpath, "HOME": str(home), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    status, names = json.loads(done.stdout.splitlines()[-1])
    return status, set(names)
