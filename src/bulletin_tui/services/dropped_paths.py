"""Several paths in one line or paste, as terminals write them when files are dropped together."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING

from bulletin_tui.services.typed_paths import looks_like_path, understand_path

if TYPE_CHECKING:
    from pathlib import Path


def look_like_paths(pasted: str) -> bool:
    """Whether what was pasted is a path, or one on every line."""
    lines = pasted.split("\n")
    return any(lines) and all(looks_like_path(line) for line in lines if line.strip())


def understand_paths(typed: str) -> tuple[Path, ...]:
    """The paths that are meant; one that is there may have blanks in it as it stands.

    Reads folders.
    """
    whole = understand_path(typed)
    words = _words(typed)
    if os.path.lexists(whole) or len(words) < 2 or not all(map(looks_like_path, words)):
        return (whole,)
    return tuple(understand_path(shlex.quote(word)) for word in words)


def _words(typed: str) -> list[str]:
    """What blanks part that are neither quoted nor escaped."""
    try:
        return shlex.split(typed)
    except ValueError:  # a quote without its fellow
        return []
