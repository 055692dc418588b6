"""The Vietnamese catalogue has every sentence of the interface, and no other."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from architecture.sources import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from babel.messages.catalog import Catalog

CATALOGUE = PACKAGE / "locales" / "vi" / "LC_MESSAGES" / "bulletin_tui.po"
PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)[sr]|%[sdr]")
COMMAND = re.compile(r"`[^`]+`")


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    """The translations as they are edited."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="vi", abort_invalid=True)


def test_no_sentence_stands_inside_an_f_string() -> None:
    hidden = [
        (path.name, call.lineno)
        for path in PACKAGE.rglob("*.py")
        for template in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(template, ast.JoinedStr)
        for call in ast.walk(template)
        if isinstance(call, ast.Call) and ast.unparse(call.func) in {"_", "N_", "ngettext"}
    ]
    assert hidden == []


def test_every_sentence_of_the_sources_is_translated(catalogue: Catalog) -> None:
    assert source_sentences() - translations(catalogue).keys() == set()


def test_the_catalogue_has_no_sentence_that_is_gone(catalogue: Catalog) -> None:
    assert translations(catalogue).keys() - source_sentences() == set()
    assert list(catalogue.obsolete) == []


def test_no_translation_is_empty_or_a_guess(catalogue: Catalog) -> None:
    assert [key for key, texts in translations(catalogue).items() if not all(texts)] == []
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []


def test_a_translation_keeps_the_placeholders_and_the_commands(catalogue: Catalog) -> None:
    changed = {
        key: text
        for key, texts in translations(catalogue).items()
        for text in texts
        for pattern in (PLACEHOLDER, COMMAND)
        if set(pattern.findall(key[-1])) != set(pattern.findall(text))
    }
    assert changed == {}


def test_the_compiled_catalogue_is_the_edited_one(catalogue: Catalog) -> None:
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        assert translations(read_mo(file)) == translations(catalogue)


def source_sentences() -> set[tuple[str, ...]]:
    """One sentence, or one for a single thing and one for many, as the sources have them."""
    extracted = extract_from_dir(PACKAGE)
    return {_key(found) for _file, _line, found, _comments, _context in extracted}


def translations(catalogue: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The catalogue's sentences with their translations; Vietnamese has one form for any number."""
    return {_key(message.id): _key(message.string) for message in catalogue if message.id}


def _key(sentence: str | Sequence[str] | None) -> tuple[str, ...]:
    return (sentence,) if isinstance(sentence, str) else tuple(sentence or ())
