"""What the search box understands is told in the help and in the README."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin_tui.search.query_names import NAMES
from bulletin_tui.ui.screens.help import QUERY_EXAMPLES

README = Path(__file__).resolve().parents[3] / "README.md"


@pytest.mark.parametrize("name", NAMES)
def test_every_name_of_a_query_is_in_the_help_and_the_readme(name: str) -> None:
    section = README.read_text("utf-8").partition("\n## What the search box understands\n")[2]
    assert f"{name}:" in " ".join(example for example, _meaning in QUERY_EXAMPLES)
    assert f"{name}:" in section.partition("\n## ")[0]
