"""The words at a place of a text, by which it is known again in an edited one."""

from __future__ import annotations

_BEFORE = 64
_AFTER = 160


def words_at(text: str, offset: int) -> str:
    """What stands there: up to 64 code points before it, then up to 160; none at the beginning."""
    return text[max(offset - _BEFORE, 0) : offset + _AFTER] if offset else ""


def part_at(words: str, offset: int) -> tuple[str, str]:
    """What `words_at` has of before the place, and of what follows it."""
    before = min(offset, _BEFORE)
    return words[:before], words[before:]
