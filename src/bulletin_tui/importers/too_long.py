"""Texts of more lines than are tidied: they are read as they were written, with a warning."""

from __future__ import annotations

from bulletin_tui.words import _

MOST_TIDIED = 50_000
"""Lines; what has more is hardly a report, and telling what each line is would take too long."""


def too_many_lines() -> str:
    """The warning."""
    sentence = _("It has more than {count} lines: it is read as written, and nothing is folded.")
    return sentence.format(count=MOST_TIDIED)
