"""When the disk fails: what was said to be saved is there, the rest is said not to be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.errors import NotSavedError
from bulletin_tui.model.annotation import HighlightColor
from bulletin_tui.services.annotating import add_highlight
from unit.store.samples import make_workspace, marks, span_of
from unit.store.writer import LONG_ARTICLE, NOTE, start_writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bulletin_tui.services.workspace import Workspace

ROOT = Path(__file__).resolve().parents[3]
RIG = ROOT / "benchmarks" / "durability.py"
FAULTS = ROOT / "benchmarks" / "faults.py"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one MiB; skips where mounting is not allowed."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(tmp_path)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("mounting is not allowed here")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def fill(workspace: Workspace) -> list[str]:
    """Mark until nothing more is saved; the ids of what was."""
    saved: list[str] = []
    with pytest.raises(NotSavedError, match="not saved: the disk is full") as raised:
        saved.extend(mark(workspace, number) for number in range(1000))
    assert "room" in raised.value.advice
    return saved


def mark(workspace: Workspace, number: int) -> str:
    """Highlight one paragraph with a long note."""
    span = span_of(LONG_ARTICLE, f"Đoạn số {number}.")
    note = NOTE * 20
    return add_highlight(workspace, LONG_ARTICLE, span, HighlightColor.YELLOW, note).id


def test_a_full_disk_is_said_in_words_and_keeps_all_that_was_saved(small_disk: Path) -> None:
    with make_workspace(small_disk, LONG_ARTICLE) as workspace:
        saved = fill(workspace)
        assert {one.id for one in marks(workspace)} == set(saved)
    with make_workspace(small_disk, LONG_ARTICLE) as workspace:
        assert workspace.store.notice == ""
        assert {one.id for one in marks(workspace)} == set(saved)
        assert len(saved) > 10


def test_the_same_mark_is_saved_once_there_is_room_again(small_disk: Path) -> None:
    with make_workspace(small_disk, LONG_ARTICLE) as workspace:
        saved = fill(workspace)
        subprocess.run(["mount", "-o", "remount,size=4m", str(small_disk)], check=True)
        again = mark(workspace, len(saved))
        assert [one.id for one in marks(workspace)] == [again, *reversed(saved)]


def test_a_file_that_may_not_grow_keeps_all_that_was_saved(tmp_path: Path) -> None:
    with start_writer(tmp_path, 0, 1000, 200_000) as writer:
        assert writer.stdout is not None
        *saved, failure = writer.stdout.read().splitlines()
    assert failure == "failed: not saved: the disk reports an error"
    assert len(saved) > 10
    with make_workspace(tmp_path, LONG_ARTICLE) as workspace:
        assert workspace.store.notice == ""
        assert {one.id for one in marks(workspace)} == set(saved)


def test_what_is_acknowledged_survives_being_killed_at_any_moment() -> None:
    rig = subprocess.run(
        [sys.executable, RIG, "--runs", "12", "--seed", "7"], capture_output=True, text=True
    )
    assert (rig.returncode, rig.stderr) == (0, "")


def test_what_is_acknowledged_survives_a_spoilt_file_and_being_killed_while_it_is_mended() -> None:
    rig = subprocess.run(
        [sys.executable, RIG, "--runs", "10", "--seed", "7", "--damage"],
        capture_output=True,
        text=True,
    )
    assert (rig.returncode, rig.stderr) == (0, "")


def test_what_is_acknowledged_survives_calls_that_fail_and_the_person_is_told() -> None:
    faults = "fsync fails,journal write: no room,unlink fails"
    rig = subprocess.run(
        [sys.executable, FAULTS, "--acts", "20", "--only", faults], capture_output=True, text=True
    )
    assert (rig.returncode, rig.stderr) == (0, "")


def test_the_rig_that_kills_finds_what_is_acknowledged_too_early() -> None:
    rig = subprocess.run([sys.executable, RIG, "--runs", "12", "--control"], capture_output=True)
    assert rig.returncode == 1
