"""The order of names in lists: numbers by their value, letters as in Vietnamese dictionaries.

Letters are compared first, ă, â, đ, ê, ô, ơ and ư being letters of their own; then the tones, from
none over huyền, hỏi, ngã and sắc to nặng. Case, punctuation and leading zeros make no difference.
Letters of other scripts, and the marks that words are written with there, come as Unicode has them.
"""

from __future__ import annotations

import re
import unicodedata

from bulletin_tui.text.tables import LetterTable

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_FIRST = ord("a")
_PLACES = {letter: chr(_FIRST + place) for place, letter in enumerate(_ALPHABET)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_NO_TONE = "-"
_NUMBER = re.compile("[0-9]+")
_MOST_DIGITS = _FIRST - ord("0") - 2
"""Of a number whose length is told by one character before the letters."""


def collation_key(text: str) -> str:
    """What to sort an NFC text by; texts that differ in nothing that counts have the same."""
    letters = _NUMBER.sub(_by_value, _tight(_LETTERS.translate(text)))
    tones = _tight(_TONES_OF.translate(text)).replace(_NO_TONE, "")
    return f"{letters}\0{tones}"


def _tight(words: str) -> str:
    return " ".join(words.split()) if "  " in words else words.strip()


def _by_value(match: re.Match[str]) -> str:
    """The digits behind their number, so that what is longer comes later."""
    digits = match[0].lstrip("0") or "0"
    if len(digits) <= _MOST_DIGITS:
        return f"{chr(ord('0') + len(digits))}{digits}"
    return f"{chr(_FIRST - 1)}{len(digits):09}{digits}"


def _letter(char: str) -> str:
    lower = unicodedata.normalize("NFD", char.lower())
    for mark in _TONES:
        lower = lower.replace(mark, "")
    letter = unicodedata.normalize("NFC", lower)
    if letter in _PLACES:
        return _PLACES[letter]
    base = lower[:1]
    if base in _PLACES:
        return _PLACES[base]
    decimal = unicodedata.decimal(base, None) if base else None
    if decimal is not None:
        return str(decimal)
    return letter if all(map(_is_written, letter)) else " "


def _is_written(char: str) -> bool:
    """Whether it is a letter or a mark that belongs to one, as vowels do in many scripts."""
    if unicodedata.category(char) in ("Mn", "Mc"):
        return "VARIATION SELECTOR" not in unicodedata.name(char, "")
    return char.isalpha()


def _tone(char: str) -> str:
    if not (char.isalnum() or _is_written(char)):
        return " "
    marks = unicodedata.normalize("NFD", char)
    return next((_TONES[mark] for mark in marks if mark in _TONES), _NO_TONE)


_LETTERS = LetterTable(_letter)
_TONES_OF = LetterTable(_tone)
