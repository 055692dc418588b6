"""Where an index is built, and files over which a process never comes to an answer."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.workers import process
from unit.workers.folders import COMPUTING, CRASHING, KILLED, KILLED_ONCE, OVER_TIME, WAITING

if TYPE_CHECKING:
    from pathlib import Path

_PREPARE = f"""
import os
import signal
from bulletin_tui.workers import limits, prepare

def parse(data, name, encoding=None):
    if name == {OVER_TIME!r}:
        limits.start_clock(0.01)
    while name in {(COMPUTING, OVER_TIME)!r}:
        pass
    while name == {WAITING!r}:
        signal.pause()
    if name == {CRASHING!r}:
        os.abort()
    if name == {KILLED!r}:
        os.kill(os.getpid(), signal.SIGKILL)
    if name == {KILLED_ONCE!r} and not os.path.exists(__file__ + ".killed"):
        open(__file__ + ".killed", "x").close()
        os.kill(os.getpid(), signal.SIGKILL)
    return parse_guarded(data, name, encoding)

parse_guarded = prepare.parse_guarded
prepare.parse_guarded = parse
prepare.main()
"""


@pytest.fixture
def index_path(tmp_path: Path) -> Path:
    """Where the index is built."""
    return tmp_path / "cache" / "index.db"


@pytest.fixture
def stuck_parser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the parser stay at files with the names of `folders` for ever."""
    folder = tmp_path / "modules"
    folder.mkdir()
    (folder / "stuck_prepare.py").write_text(_PREPARE)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), *sys.path]))
    monkeypatch.setattr(process, "MODULE", "stuck_prepare")
