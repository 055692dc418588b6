"""What fingers make of a word: keys of an input method that is off, slips, wrong tones."""

from __future__ import annotations

import unicodedata
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_TONES = "\u0300\u0301\u0309\u0303\u0323"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


class InputMethod(Enum):
    """The keys of the five tones, of the horn and the breve, and of the stroke of đ.

    The circumflex is 6 in VNI and the same letter again in Telex.
    """

    TELEX = ("fsrxj", "w", "w", "d", "")
    VNI = ("21345", "7", "8", "9", "6")

    def keys(self, word: str) -> str:
        """What is typed for a lower-case word, its tone last."""
        tones, horn, breve, stroke, circumflex = self.value
        typed = tone = ""
        for part in unicodedata.normalize("NFD", word):
            if part in _TONES:
                tone = tones[_TONES.index(part)]
            elif part == "đ":
                typed += "d" + stroke
            else:
                marks = {_HORN: horn, _BREVE: breve, _CIRCUMFLEX: circumflex or typed[-1:]}
                typed += marks.get(part, part)
        return typed + tone


def with_a_slip(word: str, chance: random.Random) -> str:
    """One key missing, doubled, swapped with the next or replaced by its neighbour."""
    at = chance.randrange(1, len(word))
    before, here, after = word[:at], word[at], word[at + 1 :]
    slips = (
        before + after,
        before + here + here + after,
        before[:-1] + here + before[-1] + after,
        before + _neighbour(here) + after,
    )
    return chance.choice([slip for slip in slips if slip != word])


def with_another_tone(word: str, chance: random.Random) -> str:
    """Another tone than the one written, or none; a word without any is left alone."""
    parts = unicodedata.normalize("NFD", word)
    for tone in filter(parts.__contains__, _TONES):
        others = ["", *_TONES.replace(tone, "")]
        return unicodedata.normalize("NFC", parts.replace(tone, chance.choice(others)))
    return word


def _neighbour(key: str) -> str:
    for row in _ROWS:
        if key in row:
            at = row.index(key)
            return row[at - 1] if at else row[1]
    return key
