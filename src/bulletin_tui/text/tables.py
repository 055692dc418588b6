"""Tables that map a text letter by letter, and need no listing of Unicode."""

from __future__ import annotations

import codecs
import string
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_VIETNAMESE = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềểễếệìíỉĩịòóỏõọôồổỗốộơờớởỡợùúủũụưừửữứựỳýỷỹỵ"
_SIGNS = "“”‘’–—…•·°«»×€\N{NO-BREAK SPACE}"
COMMON = f"{string.printable}{_VIETNAMESE}{_VIETNAMESE.upper()}{_SIGNS}"
"""The characters that most texts are made of, none of them a mark that composes."""
_BYTES = 256
_NOTHING = "\ufffe"
"""What `codecs` takes for a byte without a letter."""


class Alphabet:
    """At most 255 characters that can be bytes on the way, which are looked up soonest."""

    def __init__(self, letters: str) -> None:
        self.letters = f"\0{letters}"  # `codecs` wants the zero at its place
        self._byte_of = codecs.charmap_build(self.letters.ljust(_BYTES, _NOTHING))

    def spell(self, text: str) -> bytes:
        """The places of a text's characters. Raises UnicodeEncodeError if it has another one."""
        return codecs.charmap_encode(text, "strict", self._byte_of)[0]

    def has_all(self, text: str) -> bool:
        """Whether a text has no other character but zeros."""
        try:
            self.spell(text)
        except UnicodeEncodeError:
            return False
        return True


_COMMON = Alphabet(COMMON)


class LetterTable(dict[int, str]):
    """Maps each code point by a function of the letter, asked once, when it is first met."""

    def __init__(self, settle: Callable[[str], str]) -> None:
        super().__init__()
        self._settle = settle

    def __missing__(self, code: int) -> str:
        self[code] = settled = self._settle(chr(code))
        return settled

    def translate(self, text: str) -> str:
        """The text mapped; some times sooner than by `str.translate` if all of it is common.

        Each letter must be mapped to one.
        """
        try:
            spelt = _COMMON.spell(text)
        except UnicodeEncodeError:
            return text.translate(self)
        if self._common.isascii():
            return spelt.translate(self._common_ascii).decode("ascii")
        return codecs.charmap_decode(spelt, "strict", self._common)[0]

    @cached_property
    def _common(self) -> str:
        return _COMMON.letters.translate(self).ljust(_BYTES)

    @cached_property
    def _common_ascii(self) -> bytes:
        return self._common.encode("ascii")
