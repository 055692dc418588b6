"""Tables that map a text letter by letter, and need no listing of Unicode."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_BYTES = 256
_NOTHING = "\ufffe"
"""What `codecs` takes for a byte without a letter."""


class LetterTable(dict[int, str]):
    """Maps each code point by a function of the letter, asked once, when it is first met."""

    def __init__(self, settle: Callable[[str], str]) -> None:
        super().__init__()
        self._settle = settle

    def __missing__(self, code: int) -> str:
        self[code] = settled = self._settle(chr(code))
        return settled


class CommonLetters:
    """Does what a `LetterTable` does, ten times sooner, to texts of a few letters known before.

    A letter is a byte on the way, so there are 255 at most; each is mapped to one of ASCII.
    """

    def __init__(self, letters: str, table: LetterTable) -> None:
        known = "\0" + letters
        self._byte_of = codecs.charmap_build(known.ljust(_BYTES, _NOTHING))
        self._mapped = known.translate(table).encode("ascii").ljust(_BYTES)

    def translate(self, text: str) -> str:
        """The text mapped. Raises UnicodeEncodeError if it has another letter."""
        known, _length = codecs.charmap_encode(text, "strict", self._byte_of)
        return known.translate(self._mapped).decode("ascii")
