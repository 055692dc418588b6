"""What the markup of a page says of marks of notes: raised numbers, and links to notes."""

from __future__ import annotations

import re

from bulletin_tui.importers.html.tokens import attributes_of
from bulletin_tui.importers.run import Raised

_LONGEST = 2000
"""Attributes that are looked at, in code points."""
_MAY_LEAD_TO_A_NOTE = re.compile(r"#|noteref", re.IGNORECASE)


def raised_kind(name: str, written: str) -> Raised | None:
    """What speaks for an element with these attributes being the mark of a note, if anything."""
    if name == "sup":
        return Raised.RAISED
    if name != "a" or not _MAY_LEAD_TO_A_NOTE.search(written, 0, _LONGEST):
        return None
    attributes = attributes_of(written[:_LONGEST])
    types = attributes.get("epub:type", "").split()
    if "noteref" in types or attributes.get("role") == "doc-noteref":
        return Raised.NOTE
    return Raised.LINKED if "#" in attributes.get("href", "") else None
