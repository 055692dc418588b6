"""What a canonical text depends on is known without loading the parsers."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING

from bulletin_tui.importers import formats

if TYPE_CHECKING:
    import pytest


def test_a_change_of_the_parser_is_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = formats.reading_version()
    assert before == formats.reading_version()
    monkeypatch.setattr(formats, "PARSER_VERSION", formats.PARSER_VERSION + 1)
    assert formats.reading_version() != before


def test_a_change_of_the_tables_of_letters_is_another_version(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = formats.reading_version()
    monkeypatch.setattr(unicodedata, "unidata_version", "1.1")
    assert formats.reading_version() != before


def test_no_parser_is_loaded_to_know_the_version() -> None:
    code = """
import sys
from bulletin_tui.importers.formats import reading_version
assert "markdown-it-py" in reading_version()
assert not {"markdown_it", "yaml"} & sys.modules.keys()
"""
    subprocess.run((sys.executable, "-c", code), check=True)
