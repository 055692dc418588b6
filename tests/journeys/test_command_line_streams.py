"""Commands in a shell whose pipes close, whose disk is full or whose streams are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journeys.shell import shell

if TYPE_CHECKING:
    from pathlib import Path


def test_a_pipe_that_closes_early_is_no_failure(tmp_path: Path) -> None:
    done = shell('bulletin show thot --json | head -n 1; echo "${PIPESTATUS[0]}"', tmp_path)
    assert (done.stdout, done.stderr) == ("{\n0\n", "")


def test_a_full_disk_is_said_and_is_status_1(tmp_path: Path) -> None:
    done = shell("bulletin list > /dev/full", tmp_path)
    assert done.returncode == 1
    assert done.stderr == "The answer could not be written: No space left on device.\n"


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_missing_stream_breaks_nothing(closed: str, tmp_path: Path) -> None:
    done = shell(f"bulletin paths {closed}", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_reader_refuses_a_closed_stdin(tmp_path: Path) -> None:
    done = shell("bulletin <&-", tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("The reader needs a terminal.\n")


def test_data_is_utf_8_in_any_locale(tmp_path: Path) -> None:
    done = shell("bulletin list", tmp_path, LC_ALL="POSIX", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert "Quận ủy Thốt Nốt" in done.stdout


@pytest.mark.parametrize("verb", ["import", "restore"])
def test_a_closed_stdin_is_told_to_who_reads_from_it(verb: str, tmp_path: Path) -> None:
    done = shell(f"bulletin {verb} - <&-", tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("“-” stands for stdin, which is closed.\n")


@pytest.mark.parametrize(
    "command",
    [
        "show W",
        "edit W --category xã",
        "remove W --yes",
        "annotate W --quote xã",
        "purge W --yes",
        "recover W",
        "annotations --article W",
        "export --article W",
        "sync W",
    ],
)
def test_a_word_that_is_no_text_is_answered(command: str, tmp_path: Path) -> None:
    word = "$'sy\\xff'"
    done = shell(f"mkdir f; bulletin add f; bulletin {command.replace('W', word)}", tmp_path)
    assert done.returncode in (1, 2)
    assert 0 < len(done.stderr.splitlines()) <= 2  # a sentence and advice, no traceback
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == ["f"]
