"""The words of a text as the index holds them: bare letters, single and in pairs.

A pair is written `_first_second`: no word begins with the sign, so the words that begin with some
letters are never mixed with pairs. What an article is filtered by is written `__kind12`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bulletin_tui.text.fold import fold
from bulletin_tui.text.tables import LetterTable

if TYPE_CHECKING:
    from collections.abc import Sequence

TOKENS_VERSION = 3
"""To be raised when the same text gives other tokens: every index is then built anew."""
LONGEST_WORD = 64
"""Code points of a word that the index holds; no one types more."""
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
"""Scripts that put no space between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese."""
_PART = 1 << 16
"""Code points folded at a time: `str.translate` lets no other thread run."""
_PIECES = re.compile(f"[{UNSPACED}]|[^{UNSPACED}]+")


def spaced(text: str) -> str:
    """The bare letters and digits of an NFC text, of its length; all else is a space."""
    if len(text) <= _PART:
        return _SPACED.translate(text)
    return "".join(_SPACED.translate(text[at : at + _PART]) for at in range(0, len(text), _PART))


def words(form: str) -> list[str]:
    """The words of a text in the form of `spaced`; where no spaces are put, every letter is one."""
    found = form.split()
    if form.isascii():
        return found
    return [piece for word in found for piece in _pieces(word)]


def joined(row: Sequence[str]) -> str:
    """Each word and each with the next, for a table of words: it takes a token that returns once.

    An article has hundreds of pairs, so all of them are put together at once.
    """
    pieces = [" _", "", "_", ""] * (len(row) - 1)
    pieces[1::4] = row[:-1]
    pieces[3::4] = row[1:]
    return " ".join(row) + "".join(pieces)


def pair(first: str, second: str) -> str:
    """Two words in a row."""
    return f"_{first}_{second}"


def label_token(kind: str, number: int) -> str:
    """What stands in the index for a source, a place, a year: the kind is one letter."""
    return f"__{kind}{number}"


def title_token(word: str) -> str:
    """A word of the title, told from the same word of the text."""
    return f"__t{word}"


def _pieces(word: str) -> list[str]:
    return [word] if word.isascii() else _PIECES.findall(word)


def _spaced(char: str) -> str:
    is_inside = _is_inside(char) and _is_inside(fold(char))
    return fold(char) if is_inside else " "


def _is_inside(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char).startswith("M")


_SPACED = LetterTable(_spaced)
