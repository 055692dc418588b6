"""Made-up reports, whose paragraphs resemble each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from edited_reports.themes import BLANKS

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from edited_reports.themes import Theme

_BLANK = re.compile(r"\{(\w+)\}")
_PARAGRAPHS = (12, 30)
_REFRAIN, _RETOLD = 0.12, 0.35
"""How often a paragraph ends with a refrain, and how often it is an earlier one told again."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where texts come from, and foreign words to be put into them."""

    paragraph: Callable[[Random], str]
    report: Callable[[Random], str]


def shelf_of(theme: Theme) -> Shelf:
    """Reports on one theme, each made when it is asked for."""
    return Shelf(partial(made_paragraph, theme), partial(made_report, theme))


def made_report(theme: Theme, chance: Random) -> str:
    """A report, its paragraphs parted by blank lines."""
    paragraphs = [filled(opening, chance) for opening in theme.openings]
    sections = list(theme.headings)
    count = chance.randint(*_PARAGRAPHS)
    told: list[list[str]] = []
    for number in range(count):
        if sections and number % (count // len(theme.headings) or 1) == 0:
            paragraphs.append(sections.pop(0))
        told.append(_sentences(theme, told, chance))
        paragraphs.append(" ".join(filled(sentence, chance) for sentence in told[-1]))
    return "\n\n".join(paragraphs)


def made_paragraph(theme: Theme, chance: Random) -> str:
    """One more paragraph of such a report."""
    return " ".join(filled(sentence, chance) for sentence in _sentences(theme, [], chance))


def filled(sentence: str, chance: Random) -> str:
    """A sentence with its blanks filled, and its first letter a capital."""
    words = _BLANK.sub(lambda blank: chance.choice(BLANKS[blank[1]]), sentence)
    return words[0].upper() + words[1:]


def _sentences(theme: Theme, told: list[list[str]], chance: Random) -> list[str]:
    if told and chance.random() < _RETOLD:
        return chance.choice(told)
    sentences = chance.sample(theme.sentences, k=chance.randint(1, 4))
    if chance.random() < _REFRAIN:
        sentences.append(chance.choice(theme.refrains))
    return sentences
