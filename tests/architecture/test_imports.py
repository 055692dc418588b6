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
MARKING = {"model.annotation", "services.workspace", "store.store"}
SEARCHING = {"model.search", "search", "services.searching"}
LATER = {
    "importers.parsing",
    "model.indexing",
    "services.citing",
    "services.editing",
    "services.identifying",
    "services.importing",
    "services.marks",
    "services.safekeeping",
    "services.syncing",
    "store.acting",
    "store.exchange",
    "store.log_folder",
    "store.undo_log",
    "text.anchoring",
    "text.judging",
    "text.versions",
    "text.wording",
    "ui.clipboard",
    "ui.match_walk",
    "ui.panes.annotations",
    "ui.panes.recent",
    "ui.panes.results",
    "ui.rendering.contents",
    "ui.rendering.filtered_rows",
    "ui.screens.picker",
    "workers.pool",
}
"""What the first words of an article do not wait for."""
QUOTE = ("annotate", "thot-not", "--quote", "hội nghị tổng kết")

LOADED = """
import json, sys
from bulletin_tui.cli.main import main
status = main(sys.argv[1:]) if sys.argv[1:] else 0
print(json.dumps([status, sorted(sys.modules)]))
"""
SHOWN = """
import json, sys
from bulletin_tui.paths import default_paths
from bulletin_tui.settings import load_settings
from bulletin_tui.ui import app
from bulletin_tui.ui.screens import main

app.PATIENCE_S = main.READY_AFTER_S = 3600

display = app.BulletinApp.post_display_hook

def look(self):
    display(self)
    if self.screen is self._main and not self._batch_count and self._main.reader.article:
        self.exit(json.dumps([0, sorted(sys.modules)]))

app.BulletinApp.post_display_hook = look
paths = default_paths()
print(app.BulletinApp(paths, load_settings(paths.config_file)).run(headless=True))
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
    assert _packages(loaded) & (INTERFACE | {"rapidfuzz"}) <= more


def test_the_command_line_loads_only_words_and_paths_before_the_reader_opens(
    tmp_path: Path,
) -> None:
    _status, loaded = _loaded((), tmp_path)
    assert _packages(loaded) & (INTERFACE | WORK) == set()


def test_the_list_loads_neither_marks_nor_the_search(tmp_path: Path) -> None:
    status, loaded = _loaded(("list",), tmp_path)
    assert status == 0
    assert _ours(loaded, MARKING | SEARCHING) == set()


def test_an_article_is_shown_before_what_is_done_with_it_is_loaded(tmp_path: Path) -> None:
    for _first_then_next in range(2):
        status, loaded = _loaded((), tmp_path, SHOWN)
    assert status == 0
    assert "bulletin_tui.ui.screens.main" in loaded
    assert _ours(loaded, LATER | SEARCHING) == set()


def _packages(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def _ours(modules: set[str], names: set[str]) -> set[str]:
    """The modules that are one of these, or inside one."""
    ours = {name.removeprefix("bulletin_tui.") for name in modules}
    return {one for one in ours for name in names if f"{one}.".startswith(f"{name}.")}


def _loaded(argv: tuple[str, ...], home: Path, script: str = LOADED) -> tuple[int, set[str]]:
    """The exit status of a command, and the modules that its process has loaded by its end."""
    done = subprocess.run(
        [sys.executable, "-c", script, *argv],
        env={"PATH": os.defpath, "HOME": str(home), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    status, names = json.loads(done.stdout.splitlines()[-1])
    return status, set(names)
