"""Signs of fonts that have signs for letters, such as Wingdings, as what they look like."""

from __future__ import annotations

import re

_PRIVATE = 0xF000
"""Added to the place of a sign in its font, where documents keep it as a character."""
_WINGDINGS = {
    **dict.fromkeys((0x6C, 0x6E, 0x76, 0x9F, 0xA7, 0xB7, 0xD8), "•"),
    **dict.fromkeys((0x6F, 0x70, 0x71, 0x72, 0xA8), "☐"),
    **dict.fromkeys((0xE0, 0xE8, 0xF0), "→"),
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_SYMBOL = {
    **dict(zip((0x44, 0x53, 0x57, 0x61, 0x62, 0x64, 0x6D, 0x70, 0x73), "ΔΣΩαβδμπσ", strict=True)),
    **dict(zip((0xA3, 0xAE, 0xB0, 0xB1, 0xB3, 0xB4), "≤→°±≥×", strict=True)),
    **dict(zip((0xB7, 0xB8, 0xB9, 0xBB, 0xDE), "•÷≠≈⇒", strict=True)),
}
_UNKNOWN = "▫"
"""For a sign that is not known: nothing would hide that there is one."""
_SIGN = re.compile("[\uf000-\uf0ff]")
_AS_SEEN = {
    **{_PRIVATE + code: sign for code, sign in _WINGDINGS.items()},
    _PRIVATE + 0x2D: "-",
}


def with_signs(text: str) -> str:
    """The text with the bullets and boxes of such fonts as what they look like."""
    return text.translate(_AS_SEEN) if _SIGN.search(text) else text


def sign_of(font: str, code: str) -> str:
    """The sign at a place, in hexadecimal, of a font of signs; empty for what is no place."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    table = _SYMBOL if font.lower() == "symbol" else _WINGDINGS
    return table.get(place - _PRIVATE if place >= _PRIVATE else place, _UNKNOWN)
