"""Character references (`&amp;`, `&#272;`) decoded, once, whatever stands in them."""

from __future__ import annotations

import html
import re

_HUGE_NUMBER = re.compile(r"&#0*[0-9]{8,};?")
"""Beyond every code point; `html.unescape` raises ValueError at some thousand digits."""


def decode_entities(text: str) -> str:
    """The text with its references decoded; it is not clean yet."""
    if "&" not in text:
        return text
    return html.unescape(_HUGE_NUMBER.sub("\N{REPLACEMENT CHARACTER}", text))
