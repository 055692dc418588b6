"""Readers are told by what a value was found in words, and never in a rule's own name."""

from __future__ import annotations

import re
from random import Random

import pytest

from bulletin_tui.importers.plain_text import read_plain_text
from bulletin_tui.services.rule_words import rule_words
from made_pages.pages import FAMILIES, OTHERS

NAME_OF_A_RULE = re.compile(r"[a-z-]+(?:[_:][a-z_]+)+")


@pytest.mark.parametrize(
    "make", list(dict.fromkeys([*FAMILIES, *OTHERS])), ids=lambda make: make.__name__
)
def test_every_rule_that_reads_a_page_has_words_of_its_own(make: type) -> None:
    for evidence in read_plain_text(make(Random(1)).text).provenance.evidence:
        words = rule_words(evidence.field, evidence.rule)
        assert not NAME_OF_A_RULE.fullmatch(words)
        assert " " in words


@pytest.mark.parametrize(
    ("field", "rule", "words"),
    [
        ("published", "meta:article:published_time", "declared by the page"),
        ("authors", "core:author", "in the properties of the file"),
        ("title", "title", "the line most like a title"),
        ("place", "title", "in the title"),
        ("source", "corrected by hand", "corrected by hand"),
    ],
)
def test_a_rule_is_told_by_where_the_value_was(field: str, rule: str, words: str) -> None:
    assert rule_words(field, rule) == words
