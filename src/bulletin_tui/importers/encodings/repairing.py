"""Texts that are Unicode by their bytes only: what stands in them was shown by the wrong table.

A letter read wrongly once is still there, as another one, so it can be read again.
"""

from __future__ import annotations

import re

from bulletin_tui.importers.encodings.resembling import FLOOR, resemblance, sample
from bulletin_tui.importers.encodings.tables import FROM_WESTERN, western

TWICE = "utf-8-twice"
_BYTE_OF = {ord(char): code for code, char in enumerate(western(bytes(range(256))))} | {
    code: code for code in range(0x80, 0xA0)
}
_SHOWN_BYTES = re.compile(f"[{''.join(re.escape(chr(code)) for code in _BYTE_OF if code > 0x7F)}]+")
_LATIN_1 = b"\xc2\xc3"
_VIETNAMESE = b"\xc4\xc5\xc6\xcc\xe1"
"""The first bytes that letters of each have in UTF-8: bytes are counted fastest."""
_FEWEST = 3
"""Letters of two bytes and more that were written as letters of one."""
_MOST_ODD = 0.2
"""Of all runs of what could be bytes, those that form no letter."""


def encoded_once(text: str) -> str:
    """The text with every run of characters read as the bytes of UTF-8 that they show."""
    return _SHOWN_BYTES.sub(lambda run: _letters(run[0]) or run[0], text)


def find_repair(text: str) -> str | None:
    """The name of the table that a text should be read by, if it looks like one shown wrongly."""
    looked_at = sample(text)
    encoded = looked_at.encode("utf-8", "surrogatepass")
    latin_1 = _count(encoded, _LATIN_1)
    if latin_1 < _FEWEST or latin_1 <= _count(encoded, _VIETNAMESE):
        return None
    if _is_encoded_twice(_SHOWN_BYTES.findall(looked_at)):
        return TWICE
    name, fit = best_table(looked_at)
    return name if fit >= FLOOR > resemblance(looked_at) else None


def _count(encoded: bytes, wanted: bytes) -> int:
    return len(encoded) - len(encoded.translate(None, wanted))


def best_table(text: str) -> tuple[str, float]:
    """The table by which a text as a Western program shows it is most like Vietnamese."""
    fits = {name: resemblance(read(text)) for name, read in FROM_WESTERN.items()}
    best = max(fits, key=fits.__getitem__)
    return best, fits[best]


def _is_encoded_twice(runs: list[str]) -> bool:
    formed = sum(_letters(run) is not None for run in runs)
    return formed >= _FEWEST and len(runs) - formed <= _MOST_ODD * len(runs)


def _letters(run: str) -> str | None:
    try:
        return bytes(_BYTE_OF[ord(char)] for char in run).decode("utf-8")
    except UnicodeDecodeError:
        return None
