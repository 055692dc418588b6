"""Forms of a text for comparing, all of the length of the text.

Every table maps one code point to one, so an offset in a form is an offset in the text.
"""

from __future__ import annotations

import re
import unicodedata

from bulletin_tui.text.tables import LetterTable

_SINGLE_QUOTES = "‘’‚‛′‹›ʹʼ`´"
_DOUBLE_QUOTES = "“”„‟″«»"
_DASHES = "‐‑‒–—―−"
_STROKED = "ĐÐðƉɖ"
"""Đ and what is typed for it; none of them decomposes to d."""
_TONES = "\u0300\u0301\u0309\u0303\u0323"


def unify(text: str) -> str:
    """Quotes, dashes and white space in one form each: `"`, `'`, `-` and the space."""
    return _UNIFIED.translate(text)


def fold(text: str) -> str:
    """The bare letters of an NFC text, lower case, đ as d, over `unify`.

    A mark that composes with no letter is a code point of its own and stays.
    """
    return _FOLDED.translate(text)


def strict(text: str) -> str:
    """Lower case with marks, over `unify`; òa, òe and ủy are written oà, oè and uỷ."""
    return _OLD_TONE.sub(_with_new_tone, _LOWER.translate(text))


def has_marks(text: str) -> bool:
    """Whether a letter of an NFC text carries a mark, or is đ."""
    return fold(text) != _LOWER.translate(text)


def strictly_matches(typed: str, found: str) -> bool:
    """Whether each typed letter stands for the found one in its place, both texts from `strict`.

    A bare letter stands for every marked form of it, a marked one (or đ) for itself alone.
    """
    if len(typed) != len(found):
        return False
    return typed == found or all(
        letter in (marked, bare)
        for letter, marked, bare in zip(typed, found, fold(found), strict=True)
    )


def _unified(char: str) -> str:
    if char.isspace():
        return " "
    if char in _SINGLE_QUOTES:
        return "'"
    if char in _DOUBLE_QUOTES:
        return '"'
    return "-" if char in _DASHES else char


def _lower(char: str) -> str:
    lower = "đ" if char in _STROKED else _unified(char).lower()
    return lower if len(lower) == 1 else char


def _folded(char: str) -> str:
    parts = unicodedata.normalize("NFD", char)
    is_marked = all(map(unicodedata.combining, parts[1:]))
    lower = _lower(parts[0] if is_marked else char)
    return "d" if lower == "đ" else lower


def _new_tones() -> dict[str, str]:
    """The finals oa, oe and uy with the tone on the first vowel, and with it on the second."""
    return {
        unicodedata.normalize("NFC", first + tone + second): unicodedata.normalize(
            "NFC", first + second + tone
        )
        for first, second in (("o", "a"), ("o", "e"), ("u", "y"))
        for tone in _TONES
    }


_UNIFIED = LetterTable(_unified)
_LOWER = LetterTable(_lower)
_FOLDED = LetterTable(_folded)
_NEW_TONES = _new_tones()
_OLD_TONE = re.compile("|".join(_NEW_TONES))


def _with_new_tone(match: re.Match[str]) -> str:
    return _NEW_TONES[match[0]]
