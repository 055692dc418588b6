"""A text without its setting: composed, quotes and dashes unified, each gap one space.

Two texts with the same flat form have the same words, however they are set.
"""

from __future__ import annotations

import re
import unicodedata

from bulletin_tui.text.fold import unify
from bulletin_tui.text.forbidden import INVISIBLE

_INVISIBLE = re.compile(f"[{INVISIBLE}]")


def flatten(text: str) -> str:
    """The flat form of a text, without space at its ends."""
    if text.isascii():
        return " ".join(unify(text).split())
    composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return " ".join(unify(composed).split())
