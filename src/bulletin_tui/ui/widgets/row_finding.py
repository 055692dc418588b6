"""Finding a row of a list: by its key, or the nearest one that can be chosen."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

FOLLOWED = 50_000
"""Rows up or down that a row is looked for; farther off it counts as gone."""


def find_key(key: str, near: int, count: int, key_at: Callable[[int], str]) -> int | None:
    """The index of the row among so many, looked for from `near` outwards."""
    farthest = min(max(near, count - near - 1), FOLLOWED)
    for distance in range(farthest + 1):
        for index in {near - distance, near + distance}:
            if 0 <= index < count and key_at(index) == key:
                return index
    return None


def find_choosable(
    near: int, count: int, direction: int, is_section: Callable[[int], bool]
) -> int | None:
    """The index of the nearest row that is no section, looked for in `direction` first."""
    if not count:
        return None
    near = max(0, min(near, count - 1))
    ahead = range(near, count) if direction > 0 else range(near, -1, -1)
    behind = range(near - 1, -1, -1) if direction > 0 else range(near + 1, count)
    return next((index for index in chain(ahead, behind) if not is_section(index)), None)
