"""Many short strings in one buffer, where a list of them would take five times the room."""

from __future__ import annotations

from array import array
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class PackedStrings:
    """Strings by position; each takes its bytes in UTF-8 and four more."""

    __slots__ = ("_bytes", "_ends")

    def __init__(self, strings: Iterable[str] = ()) -> None:
        self._bytes = bytearray()
        self._ends = array("I", (0,))
        self.extend(strings)

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, position: int) -> str:
        return self._bytes[self._ends[position] : self._ends[position + 1]].decode()

    def extend(self, strings: Iterable[str]) -> None:
        """Add strings behind the last one."""
        encoded = [string.encode() for string in strings]
        self._ends.extend(accumulate(map(len, encoded), initial=self._ends.pop()))
        self._bytes += b"".join(encoded)
