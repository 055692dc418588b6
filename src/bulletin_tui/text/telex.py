"""Vietnamese keystrokes typed without an input method, by Telex or VNI, read as the word meant.

Only what is legal syllables is read, one or a few without a space as in `ôtô`: everything else is
left as it is.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from bulletin_tui.text.fold import fold

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300\u0301\u0309\u0303\u0323"


@dataclass(frozen=True, slots=True)
class _Method:
    """What each key does to the letters typed before it."""

    tones: dict[str, str]
    shapes: dict[str, dict[str, str]]
    """For each key, the letters it changes and into what."""


_TELEX = _Method(
    tones={"f": _GRAVE, "s": _ACUTE, "r": _HOOK, "x": _TILDE, "j": _DOT},
    shapes={
        "a": {"a": "â"},
        "e": {"e": "ê"},
        "o": {"o": "ô"},
        "d": {"d": "đ"},
        "w": {"a": "ă", "o": "ơ", "u": "ư"},
    },
)
_VNI = _Method(
    tones={"2": _GRAVE, "1": _ACUTE, "3": _HOOK, "4": _TILDE, "5": _DOT},
    shapes={
        "6": {"a": "â", "e": "ê", "o": "ô"},
        "7": {"o": "ơ", "u": "ư"},
        "8": {"a": "ă"},
        "9": {"d": "đ"},
    },
)

_ONSETS = frozenset(
    ["", *"b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split()]
)
_NUCLEI = frozenset(
    (
        "a ai ao au ay e eo eu i ia ie ieu iu o oa oai oao oay oe oeo oi oo"
        " u ua uay ue ui uo uoi uou uu uy uya uye uyu y ye yeu"
    ).split()
)
"""Vowels of a syllable, without marks."""
_STOPS = frozenset({"c", "ch", "k", "p", "t"})
_CODAS = _STOPS | {"", "m", "n", "ng", "nh"}
_VOWELS = frozenset("aeiouyăâêôơư")
_SHAPED = frozenset("ăâêôơư")
_LONGEST_SYLLABLE = 10
"""Keys: the letters of `nghiêng`, two for shapes and one for the tone."""
_LONGEST = 32
"""Keys that are read; a longer word is none of a few syllables."""


def decode_telex(keys: str) -> tuple[str, ...]:
    """The syllables that these keys type by Telex; none if they type none, or no mark."""
    return _decode(keys, _TELEX)


def decode_vni(keys: str) -> tuple[str, ...]:
    """The syllables that these keys type by VNI; none if they type none, or no mark."""
    return _decode(keys, _VNI)


def is_syllable(word: str) -> bool:
    """Whether a word without marks, in lower case, is spelt as Vietnamese syllables are."""
    return _syllable(word, "") is not None


def _decode(keys: str, method: _Method) -> tuple[str, ...]:
    keys = keys.lower()
    syllables = _fewest(keys, method) if len(keys) <= _LONGEST else ()
    return syllables if "".join(syllables) != keys else ()


def _fewest(keys: str, method: _Method) -> tuple[str, ...]:
    """The fewest syllables that are all of the keys; each but the first begins with a consonant."""
    alone = _typed(keys, method)
    if alone is not None:
        return (alone,)
    ways: list[tuple[str, ...]] = [()]
    for end in range(1, len(keys) + 1):
        starts = range(max(0, end - _LONGEST_SYLLABLE), end)
        ended = (
            (*ways[start], syllable)
            for start in starts
            if (not start or (ways[start] and keys[start] not in _VOWELS))
            and (syllable := _typed(keys[start:end], method)) is not None
        )
        ways.append(min(ended, key=len, default=()))
    return ways[-1]


def _typed(keys: str, method: _Method) -> str | None:
    """The one syllable that keys type, with or without marks."""
    letters: list[str] = []
    tone = ""
    for key in keys:
        if _reshape(letters, method.shapes.get(key, {})):
            continue
        if key in method.tones and not tone and not _VOWELS.isdisjoint(letters):
            tone = method.tones[key]
        else:
            letters.append(key)
    return _syllable("".join(letters), tone)


def _reshape(letters: list[str], shapes: dict[str, str]) -> bool:
    """Change the last letter that the key can change; `uo` and `ua` take their horns together."""
    for index in range(len(letters) - 1, -1, -1):
        shaped = shapes.get(letters[index])
        if shaped is None:
            continue
        if "u" in shapes and letters[max(0, index - 1) : index] == ["u"] and letters[:1] != ["q"]:
            letters[index - 1] = "ư"
            shaped = "ơ" if letters[index] == "o" else letters[index]
        letters[index] = shaped
        return True
    return False


def _syllable(word: str, tone: str) -> str | None:
    """The word with its tone where it is written; None if no Vietnamese word is spelt so."""
    onset, nucleus, coda = _parts(word)
    if fold(nucleus) not in _NUCLEI or coda not in _CODAS or fold(onset) not in _ONSETS:
        return None
    if coda in _STOPS and tone in {_GRAVE, _HOOK, _TILDE}:
        return None
    at = _tone_place(nucleus, closed=bool(coda))
    marked = unicodedata.normalize("NFC", nucleus[: at + 1] + tone + nucleus[at + 1 :])
    return onset + marked + coda


def _parts(word: str) -> tuple[str, str, str]:
    start = 0
    while start < len(word) and word[start] not in _VOWELS:
        start += 1
    if word[:1] + fold(word[start : start + 1]) in {"qu", "gi"}:
        goes_on = word[start + 1 : start + 2] in _VOWELS
        start += start == 1 and goes_on
    end = start
    while end < len(word) and word[end] in _VOWELS:
        end += 1
    return word[:start], word[start:end], word[end:]


def _tone_place(nucleus: str, *, closed: bool) -> int:
    """The vowel that carries the tone, in the old style (`hòa`), which `strict` equates."""
    shaped = [index for index, vowel in enumerate(nucleus) if vowel in _SHAPED]
    if shaped:
        return shaped[-1]
    if closed:
        return len(nucleus) - 1
    return 1 if len(nucleus) == 3 else 0
