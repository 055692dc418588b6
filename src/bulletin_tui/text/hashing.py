"""The identity of a text: what is set again with other white space or quotes is the same text."""

from __future__ import annotations

import hashlib
import unicodedata

from bulletin_tui.text.fold import unify

_ID_DIGITS = 16


def text_hash(text: str) -> str:
    """SHA-256, in hex, of the text in NFC with white space, quotes and dashes unified."""
    words = unify(unicodedata.normalize("NFC", text)).split()
    return hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()


def article_id(text: str) -> str:
    """The id of an article that brings none: the first 16 hex digits of its `text_hash`."""
    return text_hash(text)[:_ID_DIGITS]
