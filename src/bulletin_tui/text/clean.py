"""Untrusted text made fit to be shown: `clean` where it comes in, `guard` where it goes out.

Both take time linear in the text, whatever it holds; cleaning twice is cleaning once.
"""

from __future__ import annotations

import unicodedata

from bulletin_tui.text.forbidden import FORBIDDEN, odd, symbol
from bulletin_tui.text.tables import COMMON, Alphabet

_CLEAN = Alphabet("".join(char for char in COMMON if char == "\n" or not FORBIDDEN.match(char)))


def clean(text: str) -> str:
    """The text of a whole file, NFC, lines ended by LF, fit for a terminal.

    Escape sequences go, stray controls and bidi overrides become visible symbols, what is
    invisible goes. Entities must be decoded before, never after.
    """
    if "\0" not in text and _CLEAN.has_all(text):
        return text
    if not odd().search(text):
        return unicodedata.normalize("NFC", text)
    from bulletin_tui.text.mending import mend  # most texts do without its patterns

    return mend(text)


def clean_line(text: str) -> str:
    """`clean` for titles, names and tags: one line, each run of white space one space."""
    return " ".join(clean(text).split())


def guard(text: str, keep: str = "") -> str:
    """Replace what is forbidden, one for one, but for the characters of `keep`.

    A text without any is handed through as the object it is.
    """
    guarded = FORBIDDEN.sub(lambda found: found[0] if found[0] in keep else symbol(found[0]), text)
    return text if guarded == text else guarded
