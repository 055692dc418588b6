"""Tables for `str.translate` that need no listing of Unicode."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class LetterTable(dict[int, str]):
    """Maps each code point by a function of the letter, asked once, when it is first met."""

    def __init__(self, settle: Callable[[str], str]) -> None:
        super().__init__()
        self._settle = settle

    def __missing__(self, code: int) -> str:
        self[code] = settled = self._settle(chr(code))
        return settled
