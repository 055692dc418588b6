"""Raised numbers behind words: which are marks of notes, and how those are set."""

from __future__ import annotations

import re

_MARK = re.compile(r"[0-9]{1,3}|\*{1,3}|[†‡]")
_BRACKETED = re.compile(r"[\[(].*[\])]")
_POWER = re.compile(r"(?<![^\W\d_])(?:[kcdmhnµμ]m|Km|ft|inch)$|(?<![0-9.,])(?:2|10)$")
"""What is raised behind a unit, or behind a base, is its power."""
_BEFORE_A_MARK = re.compile(r"[^\W\d_]{2}$|[.,;:!?…%)\]\"”’»]$|[0-9]$")
"""The end of a word, of a sentence or of a number; behind a single letter stands a power."""
_LOOKED_AT = 20
"""Before what is raised, in code points."""
_LONGEST_MARK = 12
"""In code points, of what a link to a note shows."""


def is_mark(raised: str) -> bool:
    """Whether what is raised may be the mark of a note."""
    return _MARK.fullmatch(raised) is not None


def is_note_mark(before: str, raised: str) -> bool:
    """Whether what is raised right behind some words leads to a note, and is no power."""
    before = before[-_LOOKED_AT:]
    is_behind_words = _BEFORE_A_MARK.search(before) is not None and not _POWER.search(before)
    return is_behind_words and is_mark(raised)


def set_mark(mark: str) -> str:
    """A mark in brackets, unless it is in some already."""
    is_short = 0 < len(mark) <= _LONGEST_MARK
    return f"[{mark}]" if is_short and not _BRACKETED.fullmatch(mark) else mark
