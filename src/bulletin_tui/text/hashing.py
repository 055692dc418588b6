"""The identity of a text: what is set again with other white space or quotes is the same text."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from bulletin_tui.text.fold import unify

if TYPE_CHECKING:
    from collections.abc import Iterator

_ID_DIGITS = 16
_PART = 1 << 16
"""Code points that are cut into words at a time: the words of a large text would fill memory."""
_SPACE = re.compile(r"\s")


def text_hash(text: str) -> str:
    """SHA-256, in hex, of the text in NFC with white space, quotes and dashes unified."""
    hashed = hashlib.sha256()
    gap = ""
    for part in _parts(text):
        words = _words(unify(unicodedata.normalize("NFC", part)))
        if words:
            hashed.update((gap + words).encode("utf-8", "surrogatepass"))
            gap = " "
    return hashed.hexdigest()


def _words(unified: str) -> str:
    """With one space between two words; all white space is spaces already."""
    words = unified.strip()
    while "  " in words:
        words = words.replace("  ", " ")
    return words


def text_digest(text: str) -> str:
    """SHA-256, in hex, of the very text: offsets that count in it count in no other."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def id_from_hash(hashed: str) -> str:
    """The id of an article that brings none, from its `text_hash`: the first 16 hex digits."""
    return hashed[:_ID_DIGITS]


def _parts(text: str) -> Iterator[str]:
    """The text, cut before white space."""
    start = 0
    while start < len(text):
        space = _SPACE.search(text, start + _PART)
        end = space.start() if space else len(text)
        yield text[start:end]
        start = end
