"""The README's key table is the table of commands."""

from __future__ import annotations

import runpy

from architecture.sources import ROOT


def test_the_readme_lists_every_command_with_its_keys() -> None:
    key_table = runpy.run_path(str(ROOT / "docs" / "key_table.py"))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme == key_table["with_key_table"](readme)
