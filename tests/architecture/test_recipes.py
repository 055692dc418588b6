"""README.md, the Makefile and `.ci/run` install and test in one and the same way."""

from __future__ import annotations

import os
import subprocess

from architecture.sources import ROOT

RUN_LINE = "python3 -m venv .venv && .venv/bin/pip install -q -e . && .venv/bin/bulletin"
TEST_LINE = (
    "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && .venv/bin/pytest -n auto"
)


def test_readme_gives_one_line_to_run_and_one_to_test() -> None:
    lines = [line.strip() for line in (ROOT / "README.md").read_text("utf-8").splitlines()]
    assert [line for line in lines if line.startswith("python3 -m venv")] == [RUN_LINE, TEST_LINE]


def test_make_setup_and_make_test_are_readmes_test_line() -> None:
    assert " && ".join([*_recipe("setup"), *_recipe("test")]) == TEST_LINE


def test_ci_runs_the_test_line_that_readme_gives() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "grep -m 1 -F '.venv/bin/pytest' README.md" in script
    assert "pip install" not in script


def test_ci_runs_every_check_of_the_makefile() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    checks = [check for recipe in _recipe("lint") for check in recipe.split(" && ")]
    assert [check for check in [*checks, *_recipe("types")] if check not in script] == []


def test_the_ci_script_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def _recipe(target: str) -> list[str]:
    """The commands `make` would run."""
    shown = subprocess.run(
        ["make", "--no-print-directory", "--dry-run", target],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return shown.stdout.splitlines()
