"""What a canonical text depends on is known without loading the parsers."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest

from bulletin_tui.importers import formats


@pytest.mark.parametrize("number", ["PARSER_VERSION", "RULES_VERSION"])
def test_a_change_of_the_parser_or_its_rules_is_another_version(
    number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = formats.reading_version()
    assert before == formats.reading_version()
    monkeypatch.setattr(formats, number, getattr(formats, number) + 1)
    assert formats.reading_version() != before


def test_a_library_that_comes_is_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = formats.rules_version()
    monkeypatch.setitem(formats._EXTRA_LIBRARIES, "json", "json")
    assert formats.rules_version() != before


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
