"""The wheel is enough: installed alone, in another folder and with an empty home, it reads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[2]
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")


def run(command: Sequence[str | Path], folder: Path) -> str:
    """The stdout of a command that must succeed, with `folder` as its home."""
    done = subprocess.run(
        command,
        cwd=folder,
        env={"PATH": os.defpath, "LANG": "C.UTF-8", "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built with the build tools at hand, so nothing is fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ("--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder)
    run([*PIP, "wheel", *options, ROOT], folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment's folder of commands, with the wheel and, by a path, what it needs."""
    environment = tmp_path_factory.mktemp("environment")
    run([sys.executable, "-m", "venv", "--without-pip", environment], environment)
    python = environment / "bin" / "python"
    run([*PIP, "--python", python, "install", "--no-deps", "--no-index", wheel], environment)
    (packages,) = environment.glob("lib/python*/site-packages")
    (packages / "needs.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python.parent


def test_the_wheel_carries_every_bundled_report(wheel: Path) -> None:
    reports = {f"bulletin_tui/{path.relative_to(ROOT)}" for path in ROOT.glob("articles/*/*.md")}
    assert reports
    assert reports <= set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_carries_the_translations_and_the_styles(wheel: Path) -> None:
    sources = ROOT / "src"
    data = [*sources.rglob("*.mo"), *sources.rglob("*.tcss")]
    assert {str(path.relative_to(sources)) for path in data} <= set(
        zipfile.ZipFile(wheel).namelist()
    )


def test_the_installed_program_is_the_wheels_own(installed: Path, tmp_path: Path) -> None:
    where = run(
        [installed / "python", "-c", "import bulletin_tui; print(bulletin_tui.__file__)"], tmp_path
    )
    assert Path(where.strip()).is_relative_to(installed.parent)


def test_the_installed_program_lists_and_shows_the_reports(installed: Path, tmp_path: Path) -> None:
    listed = json.loads(run([installed / "bulletin", "list", "--json"], tmp_path))
    assert len(listed["articles"]) == len(list(ROOT.glob("articles/*/*.md")))
    for article in listed["articles"]:
        shown = run([installed / "bulletin", "show", article["id"]], tmp_path)
        assert article["title"] in shown
