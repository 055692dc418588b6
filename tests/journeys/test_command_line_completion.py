"""`bulletin completion`: what a shell offers once it has read the script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bulletin_tui.cli.completing import SHELLS
from bulletin_tui.cli.parser import MODULES
from journeys.shell import shell

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.conftest import CommandLine


def offered(home: Path, *typed: str) -> set[str]:
    """What bash offers for the last word."""
    words = " ".join(f"'{word}'" for word in typed)
    done = shell(
        "bulletin completion bash > script; source ./script; unset -f bulletin;"
        f" COMP_WORDS=({words}); COMP_CWORD={len(typed) - 1};"
        ' _shtab_bulletin; printf "%s\\n" "${COMPREPLY[@]}"',
        home,
    )
    assert done.stderr == ""
    return set(done.stdout.split())


def test_a_command_is_completed(tmp_path: Path) -> None:
    assert offered(tmp_path, "bulletin", "re") == {"read", "recover", "remove", "restore"}


def test_an_option_and_what_it_takes_are_completed(tmp_path: Path) -> None:
    assert offered(tmp_path, "bulletin", "annotate", "--col") == {"--color"}
    assert "yellow" in offered(tmp_path, "bulletin", "annotate", "id", "--color", "")


def test_a_path_is_completed(tmp_path: Path) -> None:
    (tmp_path / "bao-cao").mkdir()
    assert offered(tmp_path, "bulletin", "add", "bao") == {"bao-cao"}


@pytest.mark.parametrize("name", SHELLS)
def test_every_shell_is_given_every_command(bulletin: CommandLine, name: str) -> None:
    answer = bulletin("completion", name)
    assert answer.status == 0
    assert all(verb in answer.out for verb in MODULES)


def test_another_shell_is_refused(bulletin: CommandLine) -> None:
    assert bulletin("completion", "sh").status == 2
