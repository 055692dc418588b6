"""Untrusted text made fit to be shown: `clean` where it comes in, `guard` where it goes out.

Both take time linear in the text, whatever it holds; cleaning twice is cleaning once.
"""

from __future__ import annotations

import re
import unicodedata

from bulletin_tui.text.marks import ASTRAL_BLOCKS, MARKS, is_mark
from bulletin_tui.text.tables import LetterTable

TAB = "    "
MARKS_A_LETTER = 8
"""More than any language stacks; `unicodedata.normalize` is quadratic in them."""
SEQUENCE_LENGTH = 4096
"""The longest escape sequence that is taken for one, in code points."""

_CONTROLS = "\x00-\x1f\x7f-\x9f"
_SEPARATORS = "\u2028\u2029"
_BIDI = "\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + low) for plane in range(0, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF)
)
_SURROGATES = "\ud800-\udfff"
_OTHERS = f"{_SEPARATORS}{_BIDI}{_INVISIBLE}{_NONCHARACTERS}{_SURROGATES}"

FORBIDDEN = re.compile(f"[{_CONTROLS}{_OTHERS}]")
"""A code point that must never reach a terminal from outside; line feed and tab are among them."""

_PLAIN = (
    "\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0587\u1e00-\u200a\u2010-\u2027\u202f-\u205f"
    "\u20a0-\u20bf\u2100-\u2bff\u3000-\u3029\u3041-\u3096\u309b-\u9fff\uac00-\ud7a3\uff01-\uff9f"
)
"""Nothing forbidden, no mark and no joiner: all of most texts, told apart by one fast scan."""
_ODD = re.compile(f"[^\n{_PLAIN}]++")
_ODD_IN_LINE = re.compile(f"[^{_PLAIN}]")
_DROPPED = re.compile(f"[{_INVISIBLE}{_NONCHARACTERS}]")
_OVERRIDE = re.compile(f"[{_BIDI}]")
_LINE_ENDS = f"\r\v\f\x85{_SEPARATORS}"

_SEQUENCE = re.compile(
    rf"""
    (?: \x1b\[ | \x9b ) [0-?]{{0,{SEQUENCE_LENGTH - 18}}}+ [\x20-/]{{0,15}}+ [@-~]      # CSI
    | (?: \x1b[\]PX^_] | [\x90\x98\x9d-\x9f] )                            # OSC DCS SOS PM APC
      [^{_CONTROLS}]{{0,{SEQUENCE_LENGTH - 4}}}+ (?: \x07 | \x1b\\ | \x9c )
    | \x1b[NO][!-~]                                                       # SS2 SS3
    | \x1b[\x20-/]{{1,16}}+ [0-~]                                         # character sets
    | \x1b[78=>c]                                                        # cursor, keypad, reset
    """,
    re.VERBOSE,
)

_JOINERS = "\u200c\u200d"
_JOINED = (
    "\u0590-\u109f\u1780-\u18af\u1900-\u1cff\ufb1d-\ufdcf\ufe70-\ufefc\U00010a00-\U00011fff"
    "\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"
)
"""Scripts whose letters are shaped by joiners, and the symbols that emoji are joined from."""
_LONE_JOINER = re.compile(f"[{_JOINERS}](?:(?<![{_JOINED}].)|(?![{_JOINED}]))")
_STACKED = f"[{MARKS}{ASTRAL_BLOCKS}{_JOINERS}]"
_STACK = re.compile(f"{_STACKED}{_STACKED}{{{MARKS_A_LETTER},}}")


def clean(text: str) -> str:
    """The text of a whole file, NFC, lines ended by LF, fit for a terminal.

    Escape sequences go, stray controls and bidi overrides become visible symbols, what is
    invisible goes. Entities must be decoded before, never after.
    """
    if not _ODD.search(text):
        return unicodedata.normalize("NFC", text)
    text = _SEQUENCE.sub("", text.replace("\r\n", "\n"))
    return _settle(_ODD.sub(lambda odd: odd[0].translate(_FIT), text))


def clean_line(text: str) -> str:
    """`clean` for titles, names and tags: one line, each run of white space one space."""
    return " ".join(clean(text).split())


def guard(text: str, keep: str = "") -> str:
    """Replace what is forbidden, one for one, but for the characters of `keep`."""
    odd = _ODD if "\n" in keep else _ODD_IN_LINE
    if not odd.search(text):
        return text
    return FORBIDDEN.sub(lambda match: match[0] if match[0] in keep else _symbol(match[0]), text)


def _settle(text: str) -> str:
    """Compose, with bounded stacks of marks and no joiner that joins nothing.

    Each step can undo what another relies on (composing moves marks away from a joiner), so they
    are repeated until nothing changes; only odd text needs a second round.
    """
    while True:
        capped = _ODD.sub(lambda odd: _STACK.sub(_capped, odd[0]), text)
        settled = unicodedata.normalize("NFC", _LONE_JOINER.sub("", capped))
        if settled == text:
            return settled
        text = settled


def _capped(stack: re.Match[str]) -> str:
    kept = []
    height = 0
    for char in stack[0]:
        height = height + 1 if char in _JOINERS or is_mark(char) else 0
        if height <= MARKS_A_LETTER:
            kept.append(char)
    return "".join(kept)


def _fit(char: str) -> str:
    if char == "\n" or not FORBIDDEN.match(char):
        return char
    if char == "\t":
        return TAB
    if char in _LINE_ENDS:
        return "\n"
    return "" if _DROPPED.match(char) else _symbol(char)


def _symbol(char: str) -> str:
    """What is shown in the place of a forbidden code point."""
    code = ord(char)
    if char == "\t":
        return " "
    if char <= "\x1f":
        return chr(0x2400 + code)
    if char == "\x7f":
        return "␡"
    return "␦" if _OVERRIDE.match(char) else "�"


_FIT = LetterTable(_fit)
