"""Names for files out of titles: letters without marks, digits and dashes."""

from __future__ import annotations

import re

from bulletin_tui.text.fold import fold

LONGEST_SLUG = 68
"""In bytes, which are ASCII; with a number and a suffix a name has at most 80."""
_OTHERS = re.compile("[^a-z0-9]+")
_DEVICES = re.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that are no files on Windows, whatever their suffix."""


def slug(title: str) -> str:
    """A name that is one on every system; it may be empty, and others may have the same."""
    name = _OTHERS.sub("-", fold(title)).strip("-")
    if len(name) > LONGEST_SLUG:
        whole_words = name[: LONGEST_SLUG + 1].rpartition("-")[0]
        name = whole_words or name[:LONGEST_SLUG]
    return f"{name}-1" if _DEVICES.fullmatch(name) else name
