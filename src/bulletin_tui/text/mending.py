"""Mending odd texts: escape sequences, controls, stacks of marks, joiners that join nothing."""

from __future__ import annotations

import re
import unicodedata

from bulletin_tui.text.forbidden import (
    CONTROLS,
    FORBIDDEN,
    INVISIBLE,
    NONCHARACTERS,
    SEPARATORS,
    odd,
    symbol,
)
from bulletin_tui.text.marks import ASTRAL_BLOCKS, MARKS, is_mark
from bulletin_tui.text.tables import LetterTable

TAB = "    "
MARKS_A_LETTER = 8
"""More than any language stacks; `unicodedata.normalize` is quadratic in them."""
SEQUENCE_LENGTH = 4096
"""The longest escape sequence that is taken for one, in code points."""

_DROPPED = re.compile(f"[{INVISIBLE}{NONCHARACTERS}]")
_LINE_ENDS = f"\r\v\f\x85{SEPARATORS}"

_SEQUENCE = re.compile(
    rf"""
    (?: \x1b\[ | \x9b ) [0-?]{{0,{SEQUENCE_LENGTH - 18}}}+ [\x20-/]{{0,15}}+ [@-~]      # CSI
    | (?: \x1b[\]PX^_] | [\x90\x98\x9d-\x9f] )                            # OSC DCS SOS PM APC
      [^{CONTROLS}]{{0,{SEQUENCE_LENGTH - 4}}}+ (?: \x07 | \x1b\\ | \x9c )
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


def mend(text: str) -> str:
    """The text, NFC, lines ended by LF, fit for a terminal."""
    text = _SEQUENCE.sub("", text.replace("\r\n", "\n"))
    return _settle(odd().sub(lambda run: run[0].translate(_FIT), text))


def _settle(text: str) -> str:
    """Compose, with bounded stacks of marks and no joiner that joins nothing.

    Each step can undo what another relies on (composing moves marks away from a joiner), so they
    are repeated until nothing changes; only odd text needs a second round.
    """
    while True:
        capped = odd().sub(lambda run: _STACK.sub(_capped, run[0]), text)
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
    return "" if _DROPPED.match(char) else symbol(char)


_FIT = LetterTable(_fit)
