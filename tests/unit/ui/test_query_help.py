"""What the search box and the filter of the marks understand is told in the help and the README."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bulletin_tui.search.query import parse_query
from bulletin_tui.search.query_names import NAMES, canonical
from bulletin_tui.services.marks.filter_words import is_condition
from bulletin_tui.ui.screens.help import FILTER_EXAMPLES, QUERY_EXAMPLES
from bulletin_tui.words import _, use_language

README = Path(__file__).resolve().parents[3] / "README.md"
CONDITION = re.compile(r"\S+?:(\S+)")


@pytest.mark.parametrize("name", NAMES)
def test_every_name_of_a_query_is_in_the_help_and_the_readme(name: str) -> None:
    section = README.read_text("utf-8").partition("\n## What the search box understands\n")[2]
    assert f"{name}:" in " ".join(example for example, _meaning in QUERY_EXAMPLES)
    assert f"{name}:" in section.partition("\n## ")[0]


def test_the_help_in_vietnamese_has_the_same_names_in_vietnamese() -> None:
    use_language("vi")
    for example, _meaning in QUERY_EXAMPLES:
        for typed, original in zip(_(example).split(), example.split(), strict=True):
            if ":" in original:
                assert canonical(typed.partition(":")[0]) == original.partition(":")[0]
                assert typed != original


def test_what_the_help_in_vietnamese_gives_as_examples_means_the_same() -> None:
    use_language("vi")
    for example, _meaning in QUERY_EXAMPLES:
        if CONDITION.search(example):
            ours, theirs = parse_query(_(example)), parse_query(example)
            assert ours.conditions == theirs.conditions
            assert (ours.in_notes, ours.after, ours.before) == (
                theirs.in_notes,
                theirs.after,
                theirs.before,
            )
    for example, _meaning in FILTER_EXAMPLES:
        for value in CONDITION.findall(_(example)):
            assert is_condition(value)
