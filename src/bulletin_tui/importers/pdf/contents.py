"""The contents of a PDF document: entries that lead over dots to their pages."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEADER_END = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){3,}|_{4,})\s*([0-9]+|[ivxl]+)?$")
_HEADING = re.compile(
    r"\W*(?:mục lục|nội dung|danh mục.{0,80}|(?:table of )?contents)\W*", re.IGNORECASE
)
_LOOKED_AT = 200
"""At the end of a line, in code points."""
_FEWEST = 4
"""Entries in a row."""


def leads_to_page(line: str) -> bool:
    """Whether a line ends with dots up to the number of a page, or with a blank to fill in."""
    return _LEADER_END.search(line[-_LOOKED_AT:]) is not None


def in_contents(paragraphs: Sequence[str]) -> list[bool]:
    """For each paragraph, whether it is an entry of the contents or their heading."""
    found: list[bool] = []
    for is_entry, group in groupby(paragraphs, key=_is_entry):
        count = len(list(group))
        are_contents = is_entry and count >= _FEWEST
        if are_contents and found and _is_heading(paragraphs[len(found) - 1]):
            found[-1] = True
        found += [are_contents] * count
    return found


def _is_entry(paragraph: str) -> bool:
    end = _LEADER_END.search(paragraph[-_LOOKED_AT:])
    return end is not None and end[1] is not None and any(map(str.isalpha, paragraph))


def _is_heading(paragraph: str) -> bool:
    return len(paragraph) < _LOOKED_AT and _HEADING.fullmatch(paragraph) is not None
