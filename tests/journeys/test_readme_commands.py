"""What README.md shows of the command line works when it is typed, in that order."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.cli.parser import MODULES
from journeys.shell import shell

if TYPE_CHECKING:
    from collections.abc import Iterator

README = Path(__file__).resolve().parents[2] / "README.md"


def test_every_command_of_the_readme_succeeds(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "tin.txt").write_text("Tin của xã\n\nXã đã có nước sạch.")
    (tmp_path / "bulletin-marks").mkdir()  # what the other machines see
    for line in commands():
        done = shell(line, tmp_path)
        assert (done.returncode, done.stderr) == (0, ""), line


def test_the_readme_shows_every_verb() -> None:
    shown = {line.split()[1] for line in commands()}
    text = README.read_text(encoding="utf-8")
    named = {verb for verb in MODULES if f"`bulletin {verb} ID" in text}
    assert MODULES.keys() - shown - named == {"read"}  # it is what `bulletin` alone does


def commands() -> Iterator[str]:
    """The lines of the section's code block."""
    section = README.read_text(encoding="utf-8").partition("\n## On the command line\n")[2]
    block = section.partition("```sh\n")[2].partition("```")[0]
    assert block
    yield from re.findall(r"^bulletin .*$", block, re.MULTILINE)
