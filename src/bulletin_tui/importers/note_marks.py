"""Raised numbers behind words: which are marks of notes, and how those are set."""

from __future__ import annotations

import re

_MARK = re.compile(r"[0-9]{1,3}|\*{1,3}|[†‡]")
_BRACKETED = re.compile(r"[\[(].*[\])]")
_UNIT = re.compile(r"(?<![^\W\d_])(?:[kcdmhnµμ]m|[Kk]m|ft|inch)$")
_BEFORE_A_MARK = re.compile(r"[^\W\d_]{2}$|[.,;:!?…%)\]\"”’»]$|[0-9]{3}$")
"""The end of a word, of a sentence or of a year; what is behind `x` or `10` is a power."""
_LONGEST_MARK = 12
"""In code points, of what a link to a note shows."""


def is_note_mark(before: str, raised: str) -> bool:
    """Whether what is raised right behind some words leads to a note, and is no power."""
    is_mark = _MARK.fullmatch(raised) is not None
    return is_mark and _BEFORE_A_MARK.search(before) is not None and not _UNIT.search(before)


def set_mark(mark: str) -> str:
    """A mark in brackets, unless it is in some already."""
    is_short = 0 < len(mark) <= _LONGEST_MARK
    return f"[{mark}]" if is_short and not _BRACKETED.fullmatch(mark) else mark
