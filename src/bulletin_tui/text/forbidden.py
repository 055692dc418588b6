"""What must never reach a terminal from outside, as character classes for patterns."""

from __future__ import annotations

import re
from functools import cache

CONTROLS = "\x00-\x1f\x7f-\x9f"
SEPARATORS = "\u2028\u2029"
BIDI = "\u202a-\u202e\u2066-\u2069"
INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + low) for plane in range(0, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF)
)
SURROGATES = "\ud800-\udfff"
OTHERS = f"{SEPARATORS}{BIDI}{INVISIBLE}{NONCHARACTERS}{SURROGATES}"

FORBIDDEN = re.compile(f"[{CONTROLS}{OTHERS}]")
"""A code point that must never reach a terminal from outside; line feed and tab are among them."""

PLAIN = (
    "\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0587\u1e00-\u200a\u2010-\u2027\u202f-\u205f"
    "\u20a0-\u20bf\u2100-\u2bff\u3000-\u3029\u3041-\u3096\u309b-\u9fff\uac00-\ud7a3\uff01-\uff9f"
)
"""Nothing forbidden, no mark and no joiner: all of most texts, told apart by one fast scan."""


@cache
def odd() -> re.Pattern[str]:
    """Runs of what is not plain, line feeds aside; compiled for the first text that is cleaned."""
    return re.compile(f"[^\n{PLAIN}]++")


def symbol(char: str) -> str:
    """What is shown in the place of a forbidden code point."""
    code = ord(char)
    if char == "\t":
        return " "
    if char <= "\x1f":
        return chr(0x2400 + code)
    if char == "\x7f":
        return "␡"
    is_bidi = 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    return "␦" if is_bidi else "\N{REPLACEMENT CHARACTER}"
