"""What one file may take of the process that prepares it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from bulletin_tui.workers import prepare as prepare_module
from bulletin_tui.workers.answers import Refusal, find_refusal
from bulletin_tui.workers.limits import ran_too_long
from unit.workers.folders import write_article

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from bulletin_tui.model.article import Article


def ended(code: str) -> int:
    """The exit status of a process that runs this after limiting itself."""
    start = f"from bulletin_tui.workers.limits import *\n{code}"
    return subprocess.run((sys.executable, "-c", start), check=False).returncode


def test_a_process_ends_when_its_time_is_over_whatever_it_is_doing() -> None:
    assert ran_too_long(ended("start_clock(0.1)\nsum(range(10**10))"))


def test_time_that_was_not_computed_in_does_not_count() -> None:
    assert ended("import time\nstart_clock(0.1)\ntime.sleep(0.2)") == 0


def test_a_clock_started_again_begins_anew() -> None:
    again = "for _ in range(20):\n    start_clock(0.5)\n    sum(range(10**6))"
    assert ended(again) == 0


def test_memory_beyond_the_limit_is_not_there() -> None:
    allocate = "try:\n    bytearray(MEMORY_LIMIT)\nexcept MemoryError:\n    sys.exit(7)"
    assert ended(f"import sys\nlimit_memory()\n{allocate}") == 7


def test_a_file_that_needs_more_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run_out(_article: Article) -> None:
        raise MemoryError

    monkeypatch.setattr(prepare_module, "prepare", run_out)
    monkeypatch.setattr(prepare_module, "start_clock", lambda _seconds: None)
    refusal = find_refusal(prepare_module.answer(write_article(tmp_path, 1), 10.0))
    assert refusal == Refusal("Reading it takes more memory than a file may have.", False)
