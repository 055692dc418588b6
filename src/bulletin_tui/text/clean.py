"""Untrusted text made fit to be shown: `clean` where it comes in, `guard` where it goes out.

Both take time linear in the text, whatever it holds; cleaning twice is cleaning once.
"""

from __future__ import annotations

import unicodedata

from bulletin_tui.text.forbidden import FORBIDDEN, ODD, ODD_IN_LINE, symbol


def clean(text: str) -> str:
    """The text of a whole file, NFC, lines ended by LF, fit for a terminal.

    Escape sequences go, stray controls and bidi overrides become visible symbols, what is
    invisible goes. Entities must be decoded before, never after.
    """
    if not ODD.search(text):
        return unicodedata.normalize("NFC", text)
    from bulletin_tui.text.mending import mend  # most texts do without its patterns

    return mend(text)


def clean_line(text: str) -> str:
    """`clean` for titles, names and tags: one line, each run of white space one space."""
    return " ".join(clean(text).split())


def guard(text: str, keep: str = "") -> str:
    """Replace what is forbidden, one for one, but for the characters of `keep`."""
    odd = ODD if "\n" in keep else ODD_IN_LINE
    if not odd.search(text):
        return text
    return FORBIDDEN.sub(lambda match: match[0] if match[0] in keep else symbol(match[0]), text)
